// What the panel learns is kept with the record it is about.

import { PlainFailure } from "./failures.mjs";
import { call, readVersioned } from "./server_client.mjs";

const FACTS_OF_A_PERSON = ["talked_about"];
const FACTS_OF_A_RECORD = ["role", "excites", "skill"];
const MOST_RECORDS_SHOWN = 20;

/**
 * Keeps answers to the panel's questions: with the interviewer, the record or the profile, wherever the fact belongs.
 * @param {string} recordId
 * @param {string | null} interviewerId
 * @param {Record<string, string>} facts
 */
export async function saveFacts(recordId, interviewerId, facts) {
  const ofPerson = only(facts, FACTS_OF_A_PERSON);
  if (interviewerId && Object.keys(ofPerson).length) {
    await call("PATCH", `${recordPath(recordId)}/interviewers/${encodeURIComponent(interviewerId)}`, ofPerson);
  }
  const ofRecord = only(facts, FACTS_OF_A_RECORD);
  if (Object.keys(ofRecord).length) await changeRecord(recordId, (record) => ({ ...record, ...ofRecord }));
}

/** @param {Record<string, unknown>} record @returns {Promise<{ id: string }>} */
export async function saveRecord(record) {
  const { id } = await call("POST", "/records", record);
  return { id };
}

/** @param {string} search part of a company or role @returns {Promise<{ id: string, company: string, role: string }[]>} */
export async function findRecords(search) {
  const found = await call("GET", `/records?search=${encodeURIComponent(search)}`);
  const records = Array.isArray(found) ? found : found.items;
  return records.slice(0, MOST_RECORDS_SHOWN).map((/** @type {any} */ { id, company, role }) => ({ id, company, role }));
}

/**
 * Adds a person to the latest round of a record.
 * @param {string} recordId
 * @param {Record<string, unknown>} interviewer
 */
export async function addInterviewer(recordId, interviewer) {
  const { rounds } = await call("GET", recordPath(recordId));
  const latest = rounds.toSorted((/** @type {any} */ a, /** @type {any} */ b) => Date.parse(b.at) - Date.parse(a.at))[0];
  if (!latest) throw new PlainFailure("no_round");
  await call("POST", `${recordPath(recordId)}/rounds/${encodeURIComponent(latest.id)}/interviewers`, interviewer);
}

/**
 * Reads, changes and writes back a record, refused by the server if somebody changed it in between (T13).
 * @param {string} recordId
 * @param {(record: Record<string, unknown>) => Record<string, unknown>} change
 */
async function changeRecord(recordId, change) {
  const { value, version } = await readVersioned(recordPath(recordId));
  await call("PUT", recordPath(recordId), change(value), version ? { "If-Match": version } : {});
}

/** @param {string} recordId */
function recordPath(recordId) {
  return `/records/${encodeURIComponent(recordId)}`;
}

/** @param {Record<string, string>} facts @param {string[]} names */
function only(facts, names) {
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => names.includes(name) && value));
}
