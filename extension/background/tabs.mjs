// Content scripts in tabs that were open before the extension was installed, updated or granted a site, and what is asked
// of a tab's content script.

import { PlainFailure } from "./failures.mjs";
import { covers } from "./match_patterns.mjs";
import { READ_PAGE, WHICH_HOOKS } from "./messages.mjs";

/** @typedef {{ js: string[], allFrames: boolean, covers: (address: string) => boolean }} ContentScript */

/** After install or update: the built-in sites' scripts into every open tab of theirs. */
export async function reachOpenTabs() {
  const scripts = builtInScripts();
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map((tab) => injectInto(tab, scripts)));
}

/**
 * Injects what belongs on this tab's page, in the manifest's order, into the frames that have no script yet.
 * @param {chrome.tabs.Tab} tab
 * @param {ContentScript[]} scripts
 */
export async function injectInto(tab, scripts) {
  if (!tab.id || !tab.url) return;
  const fitting = scripts.filter((script) => script.covers(tab.url ?? ""));
  if (!fitting.length) return;
  const bare = await framesWithoutScript(tab.id);
  for (const script of fitting) {
    const frameIds = bare.filter(({ frameId, address }) => frameFits(script, frameId, address)).map(({ frameId }) => frameId);
    if (!frameIds.length) continue;
    const target = { tabId: tab.id, frameIds };
    // A tab may close or navigate meanwhile; the page it went to gets its scripts the ordinary way.
    await chrome.scripting.executeScript({ target, files: script.js }).catch(() => {});
  }
}

/** The manifest's own list. @returns {ContentScript[]} */
export function builtInScripts() {
  return (chrome.runtime.getManifest().content_scripts ?? []).map(({ matches = [], exclude_matches = [], js = [], all_frames }) => ({
    js,
    allFrames: Boolean(all_frames),
    covers: (address) => matches.some((each) => covers(each, address)) && !exclude_matches.some((each) => covers(each, address)),
  }));
}

/** What a click on the page of this tab would ask for, null if it shows nobody. @param {number} tabId */
export async function readPage(tabId) {
  return tell(tabId, READ_PAGE);
}

/** Which of the adapter's hooks were found on the page of this tab. @param {number} tabId */
export async function hooksIn(tabId) {
  return tell(tabId, WHICH_HOOKS);
}

/**
 * Has the frames of a tab bring the scripts that a compose needs.
 * @param {chrome.scripting.InjectionTarget} target
 * @param {{ focused?: boolean }} [options] focused: only the frame that has the focus, and the ones around it
 * @returns {Promise<boolean>} whether any frame has a script of ours
 */
export async function wakeFrames(target, { focused = false } = {}) {
  const frames = await chrome.scripting.executeScript({ target, func: wakeHere, args: [focused] }).catch(() => []);
  return frames.some(({ result }) => result);
}

/** Runs in the page's isolated world. @param {boolean} focused */
async function wakeHere(focused) {
  const { moments } = /** @type {any} */ (globalThis).Afterword ?? {};
  if (moments && (!focused || document.hasFocus())) await moments.wake();
  return Boolean(moments);
}

/** Asks the script in the tab's own page; frames within it belong to editors. @param {number} tabId @param {string} type */
async function tell(tabId, type) {
  try {
    await wakeFrames({ tabId, frameIds: [0] });
    return await chrome.tabs.sendMessage(tabId, { type, message: {} }, { frameId: 0 });
  } catch {
    throw new PlainFailure("no_script_here");
  }
}

/** @param {ContentScript} script @param {number} frameId @param {string} address */
function frameFits(script, frameId, address) {
  if (frameId === 0) return true;
  return script.allFrames && (address.startsWith("about:") || script.covers(address));
}

/** @param {number} tabId */
async function framesWithoutScript(tabId) {
  const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: lookRound }).catch(() => []);
  return frames
    .filter(({ result }) => result && !result.there)
    .map(({ frameId, result }) => ({ frameId, address: result?.address ?? "" }));
}

/** Runs in the page's isolated world. */
function lookRound() {
  return { there: Boolean(/** @type {any} */ (globalThis).Afterword), address: location.href };
}
