// Parts of the content scripts that are injected on first need, so that a page load costs next to nothing.

import { PlainFailure } from "./failures.mjs";

/** The adapter that belongs on a page, by the site its signs name (content/sites/*_signs.js). @type {Record<string, string[]>} */
const ADAPTERS = {
  gmail: ["content/sites/gmail.js"],
  linkedin: ["content/sites/linkedin.js"],
  outlook: ["content/sites/outlook.js"],
  webmail: ["content/send_control.js", "content/sites/webmail.js"],
};
const BEFORE_THE_ADAPTER = ["content/reading.js", "content/button.js"];
const AFTER_THE_ADAPTER = ["content/main.js"];

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
  linkedinFacts: ["content/sites/linkedin_facts.js", "content/profile.js"],
  outlookFacts: ["content/sites/outlook_facts.js"],
  webmailFacts: ["content/sites/webmail_hints.js", "content/sites/webmail_facts.js"],
  /** The general adapter, where a site has become strange to its own. */
  webmail: ADAPTERS.webmail,
  /** One sentence at the box, which every click ends in. */
  line: [
    "content/panel/words.js",
    "content/panel/elements.js",
    "content/panel/styles.js",
    "content/panel/host.js",
    "content/panel/line.js",
  ],
  clipboard: ["content/clipboard.js"],
  panel: [
    "content/panel/fields.js",
    "content/panel/panel_styles.js",
    "content/panel/shell.js",
    "content/panel/keeping.js",
    "content/panel/findings.js",
    "content/panel/draft_view.js",
    "content/panel/unknown_view.js",
    "content/panel/question_views.js",
    "content/panel/panel.js",
  ],
};

/** The part that another is built on. @type {Record<string, string>} */
const BUILT_ON = { panel: "line" };

/**
 * Injects what a compose needs until it is clicked for: the site's adapter, the button. content/moments.js asks once.
 * @param {string} site
 * @param {chrome.runtime.MessageSender} sender
 */
export async function wakePage(site, sender) {
  if (!Object.hasOwn(ADAPTERS, site)) throw new PlainFailure("not_allowed");
  await chrome.scripting.executeScript({ target: frameOf(sender), files: [...BEFORE_THE_ADAPTER, ...ADAPTERS[site], ...AFTER_THE_ADAPTER] });
}

/**
 * Injects a part into the frame that asks. Asking again is harmless.
 * @param {string} part
 * @param {chrome.runtime.MessageSender} sender
 */
export async function loadPart(part, sender) {
  if (!Object.hasOwn(PARTS, part)) throw new PlainFailure("not_allowed");
  const target = frameOf(sender);
  if (BUILT_ON[part]) await loadPart(BUILT_ON[part], sender);
  const [{ result: there }] = await chrome.scripting.executeScript({ target, func: hasPart, args: [part] });
  if (!there) await chrome.scripting.executeScript({ target, files: PARTS[part] });
}

/** @param {chrome.runtime.MessageSender} sender */
function frameOf({ tab, frameId = 0 }) {
  if (!tab?.id) throw new PlainFailure("not_allowed");
  return { tabId: tab.id, frameIds: [frameId] };
}

/** Runs in the page's isolated world. @param {string} part */
function hasPart(part) {
  return Boolean(/** @type {any} */ (globalThis).Afterword?.[part]);
}
