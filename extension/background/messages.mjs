// All messages by direction, and who may send which. The shapes are in types.d.ts.

import { PlainFailure, asFailure } from "./failures.mjs";

/** From content scripts; our own pages may send them too. */
export const CONTENT_MESSAGES = Object.freeze([
  "draft",
  "check",
  "stops_before_sending",
  "log_presence",
  "log_follow_up",
  "unsent_here",
  "forget_unsent",
  "log_reply",
  "save_facts",
  "save_record",
  "find_records",
  "people_of",
  "add_interviewer",
  "wake",
  "load",
  "insert_in_main_world",
  "keep_draft",
  "kept_draft",
  "forget_kept_draft",
  "open_page",
]);

/** From the pop-up and the welcome page only: they change what the extension may do. */
export const PAGE_MESSAGES = Object.freeze([
  "state",
  "ask_to_pair",
  "extend_pairing",
  "forget_server",
  "set_server_url",
  "set_linkedin_button",
  "use_on_site",
  "stop_on_site",
  "switch_site",
  "agenda",
  "read_page",
  "hooks",
]);

/** To content scripts. */
export const DRAFT_HERE = "draft_here";
export const READ_PAGE = "read_page";
export const WHICH_HOOKS = "which_hooks";

/**
 * Whether this sender may send this message. A content script runs in a page's process, so it counts as that page.
 * @param {string} type
 * @param {chrome.runtime.MessageSender} sender
 */
export function mayAsk(type, sender) {
  if (sender.id !== chrome.runtime.id) return false;
  return CONTENT_MESSAGES.includes(type) || (PAGE_MESSAGES.includes(type) && isOwnPage(sender));
}

/** @param {chrome.runtime.MessageSender} sender */
function isOwnPage(sender) {
  return Boolean(sender.url?.startsWith(chrome.runtime.getURL("")));
}

/**
 * The listener for runtime.onMessage over a table of handlers.
 * @param {Record<string, (message: any, sender: chrome.runtime.MessageSender) => Promise<any>>} handlers
 */
export function answerWith(handlers) {
  return (/** @type {Envelope} */ envelope, /** @type {chrome.runtime.MessageSender} */ sender, /** @type {(answer: Answer<any>) => void} */ respond) => {
    answer(handlers, envelope, sender).then(respond);
    return true;
  };
}

/**
 * @param {Record<string, (message: any, sender: chrome.runtime.MessageSender) => Promise<any>>} handlers
 * @param {Envelope} envelope
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<Answer<any>>}
 */
async function answer(handlers, envelope, sender) {
  try {
    if (!mayAsk(envelope?.type, sender)) throw new PlainFailure("not_allowed");
    return { ok: true, value: (await handlers[envelope.type](envelope.message ?? {}, sender)) ?? null };
  } catch (error) {
    return { ok: false, error: asFailure(error) };
  }
}
