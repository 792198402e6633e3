// What the panel learns is kept with the record it is about.

import { PlainFailure } from "./failures.mjs";
import { call, readVersioned } from "./server_client.mjs";

const FACTS_OF_A_PERSON = ["talked_about"];
const FACTS_OF_A_RECORD = ["role", "excites", "skill"];
const FACTS_OF_AN_OUTCOME = ["feedback", "salary"];
const MOST_RECORDS_SHOWN = 20;

/**
 * Keeps answers to the panel's questions with the interviewer, the record or its outcome, wherever the fact belongs.
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
  const ofOutcome = only(facts, FACTS_OF_AN_OUTCOME);
  if (Object.keys({ ...ofRecord, ...ofOutcome }).length === 0) return;
  await changeRecord(recordId, (record) => ({ ...record, ...ofRecord, outcome: { ...record.outcome, ...ofOutcome } }));
}

/** @param {Record<string, unknown>} record @returns {Promise<{ id: string }>} */
export async function saveRecord(record) {
  const { id } = await call("POST", "/records", record);
  return { id };
}

/** @param {string} search part of a company or role @returns {Promise<{ id: string, company: string, role: string }[]>} */
export async function findRecords(search) {
  const { items } = await call("GET", `/records?search=${encodeURIComponent(search)}&page_size=${MOST_RECORDS_SHOWN}`);
  return items.map((/** @type {any} */ { id, company, role }) => ({ id, company, role }));
}

/**
 * The people of a record, each once with the company, as the panel offers them.
 * @param {string} recordId
 * @param {string} kind of the follow-up that is shown
 * @returns {Promise<DraftAnswer["choices"]>}
 */
export async function peopleOf(recordId, kind) {
  const { rounds, company } = await call("GET", recordPath(recordId));
  return rounds.flatMap((/** @type {any} */ { interviewers }) => interviewers).map((/** @type {any} */ { id, name }) =>
    ({ record_id: recordId, interviewer_id: id, kind, label: `${name}, ${company}`, why: "" }));
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
 * @param {(record: Record<string, any>) => Record<string, any>} change
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
