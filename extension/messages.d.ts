// What the extension's parts say to one another, and what storage.local holds. Nothing here runs.

/**
 * What travels through runtime.sendMessage and tabs.sendMessage: `{ type, message }`. The background answers with an
 * `Answer`, a content script with what TabMessages says.
 */
interface Envelope {
  type: string;
  message: Record<string, any>;
}

/** What the extension keeps in storage.local. Content scripts may read all of it, so nothing secret stays there. */
interface StoredSettings {
  serverUrl?: string;
  /** Only the way in: the background moves it into IndexedDB at once. */
  token?: string;
  /** The user's yes to the in-page button on LinkedIn (X19). */
  linkedinButton?: boolean;
  /** Origins the user added with "Use on this site". */
  sites?: string[];
  /** Origins of built-in sites the user switched off. */
  sitesOff?: string[];
  /** By origin what was inserted there with no sending seen: ids and times (background/unsent.mjs). */
  unsent?: Record<string, { record_id: string; draft_id: string; at: number }[]>;
  /** Desktop notification when a window opens. */
  notify?: boolean;
}

/** What was inserted once and may have been sent unseen; `entry` is all of its log entry but the state. */
interface UnsentDraft {
  record_id: string;
  entry: { draft_id: string; kind: string; channel: string; at: string; round_id?: string | null; interviewer_id?: string | null;
    text?: string; subject?: string };
  person: string;
  company: string;
}

/** Messages from content scripts to the background, by type: [what is asked, what comes back]. */
interface ContentMessages {
  draft: [{ request: DraftRequest }, DraftAnswer];
  check: [{ text: string; subject: string; channel: string; record_id?: string; has_signature?: boolean },
    { findings: Finding[]; words: number; seconds: number | null }];
  /** The stop-level remarks where the user wants them before sending, else none. */
  stops_before_sending: [ContentMessages["check"][0], Finding[]];
  /** An article shared (W26). */
  log_presence: [{ about: string }, null];
  log_follow_up: [{ record_id: string; entry: { draft_id?: string; kind: string; channel: string; round_id?: string | null;
    interviewer_id?: string | null; state: "inserted" | "sent" | "dismissed"; at?: string; text?: string; subject?: string } }, null];
  /** A draft that went into a box of this site on an earlier visit, with no sending seen. */
  unsent_here: [Record<string, never>, UnsentDraft | null];
  forget_unsent: [{ draft_id: string }, null];
  log_reply: [{ record_id: string; reply: { at: string; says: string; from?: string; text?: string } }, null];
  /** Keeps the answer to a question of the panel with the person it is about. */
  save_facts: [{ record_id: string; interviewer_id: string | null; facts: Record<string, string> }, null];
  /** A new record from the panel's "Save and draft". */
  save_record: [{ record: Record<string, unknown> }, { id: string }];
  /** The lists that a new interviewer may be added to. */
  find_records: [{ search: string }, { id: string; company: string; role: string }[]];
  /** The people of a record, to switch between them. */
  people_of: [{ record_id: string; kind: string }, DraftAnswer["choices"]];
  add_interviewer: [{ record_id: string; interviewer: Record<string, unknown> }, null];
  /** Injects what a compose of this site needs until it is clicked for into the frame that asks (again is harmless). */
  wake: [{ site: PageSigns["site"] }, null];
  /** Injects the scripts of a part into the frame that asks (once; asking again is harmless). */
  load: [{ part: "insertion" | "line" | "panel" | "webmail" | "clipboard" | ClickPart }, null];
  /** Runs a main-world insertion in the frame that asks; the target carries the given attribute value. */
  insert_in_main_world: [{ method: "paste_text" | "tinymce" | "ckeditor4"; mark: string; text: string; html: string }, boolean];
  /** Holds a draft for the profile at this address until `until` (ms since 1970), 2 minutes unless told (issue of LinkedIn's own boxes). */
  keep_draft: [{ linkedin_url: string; draft: Draft; until?: number }, { until: number }];
  kept_draft: [{ linkedin_url: string; surface: string }, { draft: Draft; until: number } | null];
  forget_kept_draft: [{ linkedin_url: string }, null];
  /** Opens a page of the server (`path` starts with "/") in a new tab. */
  open_page: [{ path: string }, null];
}

/** Messages from the extension's own pages (pop-up, welcome) to the background. */
interface PageMessages {
  state: [Record<string, never>, { server: "ok" | string; message: string; serverUrl: string;
    pairing: { state: "waiting" | "approved" | "denied" | "expired"; code: string; expires_at: string } | null }];
  ask_to_pair: [{ name: string }, { pairing_id: string; code: string; expires_at: string }];
  set_server_url: [{ serverUrl: string }, null];
  set_linkedin_button: [{ on: boolean }, null];
  use_on_site: [{ origin: string; tabId: number }, null];
  stop_on_site: [{ origin: string }, null];
  agenda: [Record<string, never>, { items: Record<string, unknown>[] }];
  /** More time for the pairing that waits. */
  extend_pairing: [Record<string, never>, { expires_at: string }];
  /** Forgets the pinned server, so that another one may be paired. */
  forget_server: [Record<string, never>, null];
  /** A built-in site on or off. */
  switch_site: [{ origin: string; on: boolean }, null];
  read_page: [{ tabId: number }, DraftRequest | null];
  hooks: [{ tabId: number }, { adapter: string; hooks: { name: string; found: boolean }[] }];
}

/** Messages from the background to a content script. */
interface TabMessages {
  /** Drafts in the focused box of the frame that has the focus; other frames do nothing. */
  draft_here: [Record<string, never>, null];
  /** For the pop-up on LinkedIn without the in-page button (X19): what a click on this page would ask for; null: nobody here. */
  read_page: [Record<string, never>, DraftRequest | null];
  which_hooks: [Record<string, never>, { adapter: string; hooks: { name: string; found: boolean }[] }];
}
