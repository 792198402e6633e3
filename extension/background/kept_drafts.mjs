// Drafts that wait for LinkedIn's own note dialog or message box of one profile to be opened by the person.

const KEPT_FOR_MS = 2 * 60_000;
const PREFIX = "kept:";

/**
 * @param {string} linkedinUrl
 * @param {Draft} draft
 * @param {number} [until] ms since 1970
 */
export async function keepDraft(linkedinUrl, draft, until = Date.now() + KEPT_FOR_MS) {
  await chrome.storage.session.set({ [keyOf(linkedinUrl)]: { draft, until } });
  return { until };
}

/**
 * The draft that waits for this profile, if it suits the box that was opened.
 * @param {string} linkedinUrl
 * @param {string} surface
 * @returns {Promise<{ draft: Draft, until: number } | null>}
 */
export async function keptDraft(linkedinUrl, surface) {
  const key = keyOf(linkedinUrl);
  /** @type {Record<string, { draft: Draft, until: number } | undefined>} */
  const { [key]: kept } = await chrome.storage.session.get(key);
  if (!kept) return null;
  if (kept.until <= Date.now()) {
    await chrome.storage.session.remove(key);
    return null;
  }
  return suits(kept.draft, surface) ? kept : null;
}

/** @param {string} linkedinUrl */
export function forgetKeptDraft(linkedinUrl) {
  return chrome.storage.session.remove(keyOf(linkedinUrl));
}

/** A note fits a message box, but a message is too long for a note (X15). @param {Draft} draft @param {string} surface */
function suits(draft, surface) {
  return surface !== "linkedin_note" || draft.channel === "linkedin_note";
}

/** The same profile under its different addresses (query, trailing slash, language ending). @param {string} linkedinUrl */
function keyOf(linkedinUrl) {
  const slug = /\/in\/([^/?#]+)/.exec(linkedinUrl)?.[1] ?? linkedinUrl;
  return PREFIX + decodeURIComponent(slug).toLowerCase();
}
