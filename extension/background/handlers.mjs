// One table: what each message does.

import { refreshBadge } from "./badge.mjs";
import { PlainFailure } from "./failures.mjs";
import { forgetKeptDraft, keepDraft, keptDraft } from "./kept_drafts.mjs";
import { insertInMainWorld } from "./main_world.mjs";
import { askToPair, callAsPaired, connectionState, extendPairing, forgetServer, setServerUrl } from "./pairing.mjs";
import { loadPart, wakePage } from "./parts.mjs";
import { addInterviewer, findRecords, peopleOf, saveFacts, saveRecord } from "./records.mjs";
import { call, serverUrl } from "./server_client.mjs";
import { setLinkedinButton, stopOnSite, switchSite, useOnSite } from "./sites.mjs";
import { hooksIn, readPage } from "./tabs.mjs";
import { forgetInserted, rememberInserted, unsentOn } from "./unsent.mjs";

/** @type {Record<string, (message: any, sender: chrome.runtime.MessageSender) => Promise<any>>} */
export const handlers = {
  draft: ({ request }) => callAsPaired("POST", "/drafts", request),

  check: (message) => check(message),

  async stops_before_sending(message) {
    const { check_before_sending } = await call("GET", "/settings");
    const { findings } = check_before_sending ? await check(message) : { findings: [] };
    return findings.filter((/** @type {Finding} */ { level }) => level === "stop");
  },

  async log_presence({ about }) {
    await call("POST", "/presence", { at: new Date().toISOString(), action: "share", about });
  },

  async log_follow_up({ record_id, entry }, sender) {
    if (entry.state === "inserted") await rememberInserted(originOf(sender), { record_id, draft_id: entry.draft_id });
    else await forgetInserted(entry.draft_id);
    await call("POST", `/records/${encodeURIComponent(record_id)}/follow-ups`, entry);
    await refreshBadge();
  },

  async log_reply({ record_id, reply }) {
    await call("POST", `/records/${encodeURIComponent(record_id)}/replies`, reply);
  },

  unsent_here: (_message, sender) => unsentOn(originOf(sender)),
  forget_unsent: ({ draft_id }) => forgetInserted(draft_id),

  save_facts: ({ record_id, interviewer_id, facts }) => saveFacts(record_id, interviewer_id, facts),
  save_record: ({ record }) => saveRecord(record),
  find_records: ({ search }) => findRecords(search),
  people_of: ({ record_id, kind }) => peopleOf(record_id, kind),
  add_interviewer: ({ record_id, interviewer }) => addInterviewer(record_id, interviewer),

  wake: ({ site }, sender) => wakePage(site, sender),
  load: ({ part }, sender) => loadPart(part, sender),
  insert_in_main_world: (message, sender) => insertInMainWorld(message, sender),

  keep_draft: ({ linkedin_url, draft, until }) => keepDraft(linkedin_url, draft, until),
  kept_draft: ({ linkedin_url, surface }) => keptDraft(linkedin_url, surface),
  forget_kept_draft: ({ linkedin_url }) => forgetKeptDraft(linkedin_url),

  async open_page({ path }) {
    const server = await serverUrl();
    const url = new URL(path, server);
    // A page's script must not have the extension open another site.
    if (url.origin !== server) throw new PlainFailure("not_allowed");
    await chrome.tabs.create({ url: url.href });
  },

  state: () => connectionState(),
  ask_to_pair: ({ name }) => askToPair(name),
  extend_pairing: () => extendPairing(),
  forget_server: () => forgetServer(),
  set_server_url: ({ serverUrl: address }) => setServerUrl(address),
  set_linkedin_button: ({ on }) => setLinkedinButton(on),
  use_on_site: ({ origin, tabId }) => useOnSite(origin, tabId),
  stop_on_site: ({ origin }) => stopOnSite(origin),
  switch_site: ({ origin, on }) => switchSite(origin, on),
  agenda: () => call("GET", "/agenda"),
  read_page: ({ tabId }) => readPage(tabId),
  hooks: ({ tabId }) => hooksIn(tabId),
};

/** @param {ContentMessages["check"][0]} message */
function check({ text, subject, channel, record_id, has_signature }) {
  return call("POST", "/checks", { text, subject, channel, record_id, has_signature });
}

/** The site of the tab: a compose in a frame belongs to it. @param {chrome.runtime.MessageSender} sender */
function originOf({ tab }) {
  return tab?.url && URL.canParse(tab.url) ? new URL(tab.url).origin : undefined;
}
