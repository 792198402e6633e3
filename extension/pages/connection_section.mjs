// Server and pairing in plain words, on both pages: the line, the code with its time, the address for another port.

import { ask, find, word } from "./ask.mjs";

const LOOK_AGAIN_MS = 1500; // only while the page is open and something is awaited
const PAIR_AT = "/setup/pair"; // where the local page shows the same code

/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextLook;

/**
 * Shows how things stand and keeps looking while a pairing waits or, on the welcome page, until the server is there.
 * @param {{ onConnected?: () => void, awaitServer?: boolean }} [options]
 */
export async function showConnection(options = {}) {
  clearTimeout(nextLook);
  const answer = await ask("state");
  const { server, message, serverUrl, pairing } = answer.ok ? answer.value : { server: "unknown", message: answer.error.message };
  setText("#connection", message);
  find("#connection").className = server === "ok" ? "good" : "bad";
  if (!find("#address").contains(document.activeElement)) find("#server-url").value = serverUrl ?? "";
  find("#pair").hidden = server === "ok" || server === "not_running" || pairing;
  find("#forget").hidden = !["other_program", "unproved"].includes(server);
  find("#address").hidden = server === "ok";
  if (pairing) await showCode(options);
  else find("#code-box").hidden = true;
  if (server === "ok") options.onConnected?.();
  else if (pairing || options.awaitServer) nextLook = setTimeout(() => showConnection(options), LOOK_AGAIN_MS);
}

/** Makes the section's buttons work. @param {{ onConnected?: () => void, awaitServer?: boolean }} [options] */
export function prepareConnection(options = {}) {
  find("#pair").addEventListener("click", () => pair(options));
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
  if (asked.ok) return showConnection(options);
  setText("#connection", asked.error.message);
}

/** @param {{ onConnected?: () => void }} options */
async function showCode(options) {
  const answer = await ask("pairing_state");
  if (!answer.ok) return setText("#connection", answer.error.message);
  const { state, code, expires_at } = answer.value;
  const waits = state === "waiting";
  find("#code-box").hidden = !waits;
  find("#pair").hidden = waits;
  if (waits) {
    setText("#code", code);
    setText("#code-time", word("pair_time_left", clock(Date.parse(expires_at) - Date.now())));
    return;
  }
  setText("#connection", word(`pair_${state}`));
  if (state === "approved") showConnection(options);
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
