// The site of the tab: built in, the user's own, or to be added with "Use on this site".

import { ask, find, make, word } from "./ask.mjs";

/** @typedef {{ id: number, origin: string | null, adapter: "linkedin" | "built_in" | "other" }} Site */

/**
 * The tab that the pop-up is about. Its address is only told for sites that are granted and, opened from the toolbar, for
 * the active tab; otherwise the person is asked for it.
 * @returns {Promise<Site>}
 */
export async function siteOfTab() {
  const asked = Number(new URLSearchParams(location.search).get("tab"));
  const [active] = asked ? [await chrome.tabs.get(asked).catch(() => null)] : await chrome.tabs.query({ active: true, currentWindow: true });
  const address = active?.url && URL.canParse(active.url) ? new URL(active.url) : null;
  const isWeb = address && ["http:", "https:"].includes(address.protocol);
  return { id: active?.id ?? 0, origin: isWeb ? address.origin : null, adapter: isWeb ? adapterOf(address) : "other" };
}

/** @param {URL} address @returns {Site["adapter"]} */
function adapterOf({ origin, hostname, protocol }) {
  if (hostname === "www.linkedin.com") return "linkedin";
  const builtIn = chrome.runtime.getManifest().content_scripts?.some(({ matches }) => matches?.includes(`${origin}/*`));
  return builtIn && protocol === "https:" ? "built_in" : "other";
}

/** @param {Site} site */
export async function showSite(site) {
  const granted = site.adapter === "other" || (await chrome.permissions.contains({ origins: [`${site.origin}/*`] }));
  find("#grant").hidden = granted;
  find("#grant").onclick = () => grant(site);
  find("#linkedin").hidden = site.adapter !== "linkedin";
  find("#built-in").hidden = site.adapter !== "built_in";
  find("#own-site").hidden = site.adapter !== "other";
  if (site.adapter === "built_in") await showSwitch(site);
  if (site.adapter === "other") await showOwnSite(site);
}

/** A built-in site that Firefox's user has taken away. @param {Site} site */
async function grant(site) {
  const granted = await chrome.permissions.request({ origins: [`${site.origin}/*`] });
  if (!granted) return say(word("failure_not_granted"));
  find("#grant").hidden = true;
  say(word("popup_granted"));
}

/** @param {Site} site */
async function showSwitch({ origin }) {
  const box = find("#site-on");
  /** @type {StoredSettings} */
  const { sitesOff = [] } = await chrome.storage.local.get("sitesOff");
  box.checked = !sitesOff.includes(String(origin));
  find("#site-on-label").textContent = word("popup_on_site", hostOf(origin));
  box.addEventListener("change", () => ask("switch_site", { origin, on: box.checked }));
}

/** @param {Site} site */
async function showOwnSite(site) {
  /** @type {StoredSettings} */
  const { sites = [] } = await chrome.storage.local.get("sites");
  const used = site.origin !== null && sites.includes(site.origin);
  find("#own-site-line").textContent = used ? word("popup_used_on", hostOf(site.origin)) : word("popup_not_used");
  find("#use").hidden = used;
  find("#site-address-field").hidden = used || site.origin !== null;
  find("#stop").hidden = !used;
  find("#use").onclick = () => useHere(site);
  find("#stop").onclick = () => stopHere(site);
}

/** The browser's question must come straight from the click, so nothing is awaited before it. @param {Site} site */
async function useHere(site) {
  const origin = site.origin ?? typedOrigin();
  if (!origin) return say(word("failure_no_site"));
  const { protocol, hostname } = new URL(origin);
  const granted = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
  if (!granted) return say(word("failure_not_granted"));
  const answer = await ask("use_on_site", { origin, tabId: site.id });
  await showOwnSite({ ...site, origin });
  say(answer.ok ? word("popup_now_used", hostname) : answer.error.message);
}

/** @param {Site} site */
async function stopHere(site) {
  const answer = await ask("stop_on_site", { origin: site.origin });
  await showOwnSite(site);
  say(answer.ok ? word("popup_stopped") : answer.error.message);
}

function typedOrigin() {
  const typed = find("#site-address").value.trim();
  const address = /^https?:\/\//.test(typed) ? typed : `https://${typed}`;
  return typed && URL.canParse(address) ? new URL(address).origin : null;
}

/** Which of the adapter's hooks this page shows; copied, it holds no personal data. @param {Site} site */
export async function showHooks(site) {
  const answer = await ask("hooks", { tabId: site.id });
  find("#hooks").hidden = !answer.ok;
  if (!answer.ok) return;
  const { adapter, hooks } = answer.value;
  const lines = hooks.map((/** @type {any} */ { name, found }) => ({ found, text: `${adapter}: ${name}` }));
  find("#hook-list").replaceChildren(...lines.map((/** @type {any} */ line) =>
    make("li", { className: line.found ? "good" : "soft" }, word(line.found ? "popup_hook_found" : "popup_hook_missing", line.text))));
  find("#copy-hooks").onclick = async () => {
    const report = [`Afterword ${chrome.runtime.getManifest().version}`, ...lines.map((/** @type {any} */ line) => `${line.found ? "+" : "-"} ${line.text}`)];
    await navigator.clipboard.writeText(report.join("\n"));
    say(word("popup_copied"));
  };
}

/** @param {string} sentence */
function say(sentence) {
  find("#said").textContent = sentence;
}

/** @param {string | null} origin */
function hostOf(origin) {
  return origin ? new URL(origin).host : "";
}
