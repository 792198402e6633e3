// Drafts that went into a box of a site and of which no sending was seen. On the next visit there the person is asked once.
// Content scripts can read where this is kept, so it holds ids and times, no names: those come from the server when asked.

import { call } from "./server_client.mjs";

const KEY = "unsent";
const MOST_PER_SITE = 5;
/** Before that the compose may still be open in another tab. */
const ASKED_AFTER_MS = 10 * 60_000;

/** @typedef {{ record_id: string, draft_id: string, at: number }} Unsent `at` in ms since 1970 */

/** @param {string | undefined} origin @param {{ record_id: string, draft_id?: string }} inserted */
export async function rememberInserted(origin, { record_id, draft_id }) {
  if (!origin || !draft_id) return;
  const kept = await read();
  const others = (kept[origin] ?? []).filter((each) => each.draft_id !== draft_id);
  await write({ ...kept, [origin]: [{ record_id, draft_id, at: Date.now() }, ...others].slice(0, MOST_PER_SITE) });
}

/** After a sending, an undo or the person's answer. @param {string | undefined} draftId */
export async function forgetInserted(draftId) {
  const kept = Object.entries(await read()).map(([origin, list]) => [origin, list.filter((each) => each.draft_id !== draftId)]);
  await write(Object.fromEntries(kept.filter(([, list]) => list.length)));
}

/**
 * The one to ask about on this site, with the names the question needs. What the log has meanwhile is not asked again.
 * @param {string | undefined} origin
 * @returns {Promise<UnsentDraft | null>}
 */
export async function unsentOn(origin) {
  const waiting = ((await read())[origin ?? ""] ?? []).filter(({ at }) => Date.now() - at >= ASKED_AFTER_MS);
  for (const { record_id, draft_id } of waiting) {
    const found = await openInsertion(record_id, draft_id);
    if (found) return found;
    await forgetInserted(draft_id);
  }
  return null;
}

/** @param {string} recordId @param {string} draftId @returns {Promise<UnsentDraft | null>} */
async function openInsertion(recordId, draftId) {
  const record = await call("GET", `/records/${encodeURIComponent(recordId)}`).catch(onlyIfGone);
  const logged = (record?.follow_ups ?? []).filter((/** @type {any} */ each) => each.draft_id === draftId);
  const inserted = logged.find((/** @type {any} */ { state }) => state === "inserted");
  if (!inserted || logged.length > 1) return null;
  const { kind, channel, round_id, interviewer_id, at, text, subject } = inserted;
  const people = record.rounds.flatMap((/** @type {any} */ { interviewers }) => interviewers);
  const person = people.find((/** @type {any} */ { id }) => id === interviewer_id)?.name ?? "";
  const entry = { draft_id: draftId, kind, channel, round_id, interviewer_id, at, text, subject };
  return { record_id: recordId, entry, person, company: record.company };
}

/** A record that was deleted is asked about no more; any other failure is none of this question's. @param {any} failure */
function onlyIfGone(failure) {
  if (failure.code === "not_found") return null;
  throw failure;
}

/** What asks, on the sites where there is something to ask about: no other page looks for it. */
const ASKING = ["content/earlier.js"];
const ID = /^unsent:/;

/** Registrations of one change after the other: each looks at what is registered. */
let registering = Promise.resolve();

/**
 * Has the sites on which something is kept ask at their next load, and no other.
 * @param {{ anew?: boolean }} [options] anew: after an update, which may have moved the files
 */
export function askWhereUnsent({ anew = false } = {}) {
  registering = registering.then(() => register(anew)).catch((failure) => console.error(failure));
  return registering;
}

/** @param {boolean} anew */
async function register(anew) {
  const wanted = Object.entries(await read()).filter(([, list]) => list.length).map(([origin]) => `unsent:${origin}`);
  const registered = (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).filter((id) => ID.test(id));
  const old = registered.filter((id) => anew || !wanted.includes(id));
  if (old.length) await chrome.scripting.unregisterContentScripts({ ids: old });
  const missing = wanted.filter((id) => anew || !registered.includes(id));
  const scripts = missing.map((id) => ({ id, matches: [pagesOf(id.replace(ID, ""))], js: ASKING }));
  if (scripts.length) await chrome.scripting.registerContentScripts(scripts);
}

/** A pattern can't carry a port in every browser; what is asked about is looked up by the page's whole origin. @param {string} origin */
function pagesOf(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** @returns {Promise<Record<string, Unsent[]>>} */
async function read() {
  const { [KEY]: kept = {} } = await chrome.storage.local.get(KEY);
  return /** @type {Record<string, Unsent[]>} */ (kept);
}

/** @param {Record<string, Unsent[]>} kept */
function write(kept) {
  return chrome.storage.local.set({ [KEY]: kept });
}
