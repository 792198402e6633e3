// Server and pairing in plain words, on both pages: the line, the code with its time, the address for another port.

import { ask, find, word } from "./ask.mjs";

const LOOK_AGAIN_MS = 1500; // only while the page is open and something is awaited
/** Firefox lets the person take this away at any time. */
const THIS_MACHINE = { origins: ["http://127.0.0.1/*"] };
const PAIR_AT = "/setup/pair"; // where the local page shows the same code

/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextLook;

/** How the last pairing ended without a yes; said until the next one. */
let ended = "";

/**
 * Shows how things stand and keeps looking while a pairing waits or, on the welcome page, until the server is there.
 * @param {{ onConnected?: () => void, awaitServer?: boolean }} [options]
 */
export async function showConnection(options = {}) {
  clearTimeout(nextLook);
  const answer = await ask("state");
  const { server, message, serverUrl, pairing } = answer.ok ? answer.value : { server: "unknown", message: answer.error.message };
  const waits = pairing?.state === "waiting";
  if (pairing) ended = waits || pairing.state === "approved" ? "" : word(`pair_${pairing.state}`);
  setText("#connection", lineFor(server, waits, message));
  find("#connection").className = server === "ok" ? "good" : "bad";
  if (!find("#address").contains(document.activeElement)) find("#server-url").value = serverUrl ?? "";
  const mayReach = await chrome.permissions.contains(THIS_MACHINE);
  find("#allow").hidden = mayReach;
  if (!mayReach) setText("#connection", word("state_no_permission"));
  find("#pair").hidden = !mayReach || server === "ok" || server === "not_running" || waits;
  find("#forget").hidden = !["other_program", "unproved"].includes(server);
  find("#address").hidden = server === "ok";
  find("#code-box").hidden = !waits;
  if (waits) showCode(pairing);
  if (server === "ok") options.onConnected?.();
  else if (waits || options.awaitServer) nextLook = setTimeout(() => showConnection(options), LOOK_AGAIN_MS);
}

/** The sentences of a click ("pair from the toolbar") would sound odd here, where the button is. @param {string} server @param {boolean} waits @param {string} message */
function lineFor(server, waits, message) {
  if (server === "ok") return message;
  if (waits) return word("state_waiting");
  return ended || chrome.i18n.getMessage(`state_${server}`) || message;
}

/** Makes the section's buttons work. @param {{ onConnected?: () => void, awaitServer?: boolean }} [options] */
export function prepareConnection(options = {}) {
  find("#pair").addEventListener("click", () => pair(options));
  find("#allow").addEventListener("click", async () => {
    await chrome.permissions.request(THIS_MACHINE);
    showConnection(options);
  });
  find("#more-time").addEventListener("click", async () => {
    tell(await ask("extend_pairing"));
    showConnection(options);
  });
  find("#say-yes").addEventListener("click", async () => tell(await ask("open_page", { path: PAIR_AT })));
  find("#forget").addEventListener("click", async () => {
    tell(await ask("forget_server"));
    showConnection(options);
  });
  find("#address-form").addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const set = await ask("set_server_url", { serverUrl: find("#server-url").value.trim() });
    if (set.ok) showConnection(options);
    else setText("#connection", set.error.message);
  });
}

/** @param {{ onConnected?: () => void }} options */
async function pair(options) {
  const asked = await ask("ask_to_pair", { name: browserName() });
  ended = asked.ok ? "" : asked.error.message;
  await showConnection(options);
}

/** @param {{ code: string, expires_at: string }} pairing */
function showCode({ code, expires_at }) {
  setText("#code", code);
  setText("#code-time", word("pair_time_left", clock(Date.parse(expires_at) - Date.now())));
}

/** @param {number} milliseconds @returns {string} minutes and seconds */
function clock(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** How the local page lists this browser. */
function browserName() {
  const name = ["Firefox", "Edg", "OPR", "Chrome"].find((each) => navigator.userAgent.includes(`${each}/`)) ?? "Browser";
  return { Edg: "Edge", OPR: "Opera" }[name] ?? name;
}

/** A text that did not change is not announced again. @param {string} selector @param {string} text */
function setText(selector, text) {
  const element = find(selector);
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Answer<unknown>} answer */
function tell(answer) {
  if (!answer.ok) setText("#connection", answer.error.message);
}
