// The number on the toolbar button: what is due now. Asked for by an alarm, never by polling.

import { call } from "./server_client.mjs";

export const BADGE_ALARM = "badge";
const EVERY_MINUTES = 15;
const DUE_VERDICTS = ["open", "late"];
const PAGE_SIZE = 200;
/** What fits on the button; who has as much to do needs no exact number. */
const MOST_SHOWN = 1000;
const COLOUR = "#1f5fbf";

/** Alarms outlive the worker but not always the browser; made only if missing, so that waking does not put it off. */
export async function keepBadgeAlarm() {
  if (!(await chrome.alarms.get(BADGE_ALARM))) {
    await chrome.alarms.create(BADGE_ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
  }
}

/** Counts what is due and shows it; shows nothing while the server can't be asked. */
export async function refreshBadge() {
  const due = await dueItems();
  await chrome.action.setBadgeBackgroundColor({ color: COLOUR });
  await chrome.action.setBadgeText({ text: badgeText(due.length) });
  await notifyOnce(due);
}

/** @param {number} due */
function badgeText(due) {
  if (due >= MOST_SHOWN) return `${MOST_SHOWN - 1}+`;
  return due ? String(due) : "";
}

/** @param {any[]} items of the agenda @returns {any[]} those whose window is open or past */
export function dueNow(items) {
  return items.filter(({ timing }) => DUE_VERDICTS.includes(timing?.verdict));
}

async function dueItems() {
  try {
    return await duePages();
  } catch {
    return []; // the pop-up says what is wrong with the server; a badge can't
  }
}

/**
 * The agenda lists what is due before what is to come, so that a page is mostly enough: of a long search all of it takes
 * the server a quarter of a second, each time.
 */
async function duePages() {
  const due = [];
  for (let page = 1; due.length < MOST_SHOWN; page += 1) {
    const { items } = await call("GET", `/agenda?page=${page}&page_size=${PAGE_SIZE}`);
    const dueHere = dueNow(items);
    due.push(...dueHere);
    if (dueHere.length < PAGE_SIZE) break;
  }
  return due;
}

/** One notification per opened window, only where the user asked for them. @param {any[]} due */
async function notifyOnce(due) {
  const { notify, notified = [] } = await chrome.storage.local.get(["notify", "notified"]);
  if (!notify || !chrome.notifications) return;
  const open = due.filter(({ timing }) => timing.verdict === "open");
  const seen = new Set(/** @type {string[]} */ (notified));
  for (const item of open.filter((each) => !seen.has(nameOf(each)))) {
    await chrome.notifications.create(nameOf(item), {
      type: "basic",
      iconUrl: chrome.runtime.getURL("icons/128.png"),
      title: chrome.i18n.getMessage("notification_title", item.person || item.company),
      message: item.timing.reason,
    });
  }
  await chrome.storage.local.set({ notified: open.map(nameOf) });
}

/** @param {any} item */
function nameOf({ record_id, round_id, interviewer_id, kind }) {
  return [record_id, round_id, interviewer_id, kind].join("/");
}
