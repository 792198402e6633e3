// Sites: the user's own webmail ("Use on this site"), built-in sites switched off, LinkedIn's button (X19).

import { PlainFailure } from "./failures.mjs";
import { builtInScripts, injectInto } from "./tabs.mjs";

/** A page under this address stands for "any webmail": its manifest entry carries the general adapter. */
const GENERAL_ADAPTER_PAGE = "http://127.0.0.1/practice";

/**
 * Registers the general adapter for an origin the user has just granted, and brings it into the open tab.
 * A registration's pattern can't carry a port in every browser; the script compares location.origin with `sites`.
 * @param {string} origin
 * @param {number} tabId
 */
export async function useOnSite(origin, tabId) {
  const { protocol, hostname } = webOrigin(origin);
  const matches = [`${protocol}//${hostname}/*`];
  if (!(await chrome.permissions.contains({ origins: matches }))) throw new PlainFailure("not_granted");
  await changeList("sites", (sites) => [...new Set([...sites, origin])]);
  await register(origin, matches);
  const tab = await chrome.tabs.get(tabId);
  const scripts = generalScripts().map(({ js }) => ({ js, allFrames: true, covers: (/** @type {string} */ address) => sameOrigin(address, origin) }));
  await injectInto(tab, scripts);
}

/** @param {string} origin */
export async function stopOnSite(origin) {
  const { protocol, hostname } = webOrigin(origin);
  await changeList("sites", (sites) => sites.filter((site) => site !== origin));
  await chrome.scripting.unregisterContentScripts({ ids: await registeredFor(origin) });
  // Loopback belongs to the server, which needs it on.
  if (hostname !== "127.0.0.1") await chrome.permissions.remove({ origins: [`${protocol}//${hostname}/*`] });
}

/** @param {string} origin of a built-in site @param {boolean} on */
export async function switchSite(origin, on) {
  await changeList("sitesOff", (sites) => (on ? sites.filter((site) => site !== origin) : [...new Set([...sites, origin])]));
}

/** @param {boolean} on the user's yes or no (X19) */
export async function setLinkedinButton(on) {
  await chrome.storage.local.set({ linkedinButton: Boolean(on) });
}

/** After an update the registrations are gone or name files that moved: makes them anew from the user's list. */
export async function restoreSites() {
  const { sites = [] } = await chrome.storage.local.get("sites");
  for (const origin of /** @type {string[]} */ (sites)) {
    const { protocol, hostname } = webOrigin(origin);
    await register(origin, [`${protocol}//${hostname}/*`]);
  }
}

/** @param {string} origin @param {string[]} matches */
async function register(origin, matches) {
  const scripts = generalScripts().map(({ js, runAt }, index) => ({
    id: `${origin}#${index}`,
    matches,
    js,
    runAt,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  }));
  const known = await registeredFor(origin);
  if (known.length) await chrome.scripting.unregisterContentScripts({ ids: known });
  await chrome.scripting.registerContentScripts(scripts);
}

/** @param {string} origin */
async function registeredFor(origin) {
  const registered = await chrome.scripting.getRegisteredContentScripts();
  return registered.map(({ id }) => id).filter((id) => id.startsWith(`${origin}#`));
}

function generalScripts() {
  const entries = chrome.runtime.getManifest().content_scripts ?? [];
  return builtInScripts()
    .map(({ js, covers }, index) => ({ js, covers, runAt: /** @type {any} */ (entries[index].run_at ?? "document_idle") }))
    .filter(({ covers }) => covers(GENERAL_ADAPTER_PAGE));
}

/** @param {"sites" | "sitesOff"} key @param {(sites: string[]) => string[]} change */
async function changeList(key, change) {
  const { [key]: sites = [] } = await chrome.storage.local.get(key);
  await chrome.storage.local.set({ [key]: change(/** @type {string[]} */ (sites)) });
}

/** @param {string} origin */
function webOrigin(origin) {
  if (!URL.canParse(origin)) throw new PlainFailure("no_site");
  const url = new URL(origin);
  if (!["http:", "https:"].includes(url.protocol) || url.origin !== origin) throw new PlainFailure("no_site");
  return url;
}

/** @param {string} address @param {string} origin */
function sameOrigin(address, origin) {
  return URL.canParse(address) && new URL(address).origin === origin;
}
