// Parts of the content scripts that are injected on first need, so that a page load stays light.

import { PlainFailure } from "./failures.mjs";

/** Files in the order they must run, by part. @type {Record<string, string[]>} */
export const PARTS = {
  insertion: [
    "content/people.js",
    "content/send_control.js",
    "content/insertion/text_field.js",
    "content/insertion/markup.js",
    "content/insertion/rich_text.js",
    "content/insertion/main_world.js",
    "content/insertion/insertion.js",
    "content/sends.js",
    "content/follow_up.js",
  ],
  /** The second halves of the adapters, after `insertion`. */
  linkedinFacts: ["content/sites/linkedin_facts.js"],
  outlookFacts: ["content/sites/outlook_facts.js"],
  webmailFacts: ["content/sites/webmail_hints.js", "content/sites/webmail_facts.js"],
  /** The general adapter, where a site has become strange to its own. */
  webmail: ["content/send_control.js", "content/sites/webmail.js"],
  panel: [
    "content/panel/words.js",
    "content/panel/elements.js",
    "content/panel/styles.js",
    "content/panel/shell.js",
    "content/panel/keeping.js",
    "content/panel/findings.js",
    "content/panel/draft_view.js",
    "content/panel/unknown_view.js",
    "content/panel/question_views.js",
    "content/panel/line.js",
    "content/panel/panel.js",
  ],
};

/**
 * Injects a part into the frame that asks. Asking again is harmless.
 * @param {string} part
 * @param {chrome.runtime.MessageSender} sender
 */
export async function loadPart(part, sender) {
  if (!Object.hasOwn(PARTS, part) || !sender.tab?.id) throw new PlainFailure("not_allowed");
  const target = { tabId: sender.tab.id, frameIds: [sender.frameId ?? 0] };
  const [{ result: there }] = await chrome.scripting.executeScript({ target, func: hasPart, args: [part] });
  if (!there) await chrome.scripting.executeScript({ target, files: PARTS[part] });
}

/** Runs in the page's isolated world. @param {string} part */
function hasPart(part) {
  return Boolean(/** @type {any} */ (globalThis).Afterword?.[part]);
}
