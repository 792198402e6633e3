// A click on a LinkedIn profile, where there is no box yet: the draft is shown, and waits for the box that the person opens next.
"use strict";
{
  const { ask, button, reading, text } = globalThis.Afterword;
  const { requestOf, holdsOurDraft, insert, load, say } = globalThis.Afterword.followUp;

  /** The panel shows the draft and keeps it for the box. @param {{ host: HTMLElement, facts: Facts }} profile */
  async function draftForProfile({ host, facts }) {
    const request = /** @type {DraftRequest} */ ({ surface: "linkedin_profile", ...facts });
    const [answer, panel] = await Promise.all([ask("draft", { request }), load("panel")]);
    if (!answer.ok) return say(host, answer.error.message);
    if (!panel) return button.say(host, text("content_no_panel"));
    await panel.open({ anchor: host, answer: answer.value, request, ask, canInsert: false });
  }

  /** Puts in the draft that waits for this profile, when its box is opened within the time. @param {Compose} compose @returns {Promise<boolean>} whether one waited */
  async function insertKept(compose) {
    const request = requestOf(compose);
    if (holdsOurDraft(compose.box) || reading.textOf(compose.box.body).trim()) return false;
    const kept = await keptDraft(request);
    if (kept) await insert(compose, request, kept, "");
    return Boolean(kept);
  }

  /** @param {DraftRequest} request @returns {Promise<Draft | null>} */
  async function keptDraft({ surface, person, limit }) {
    if (!person?.linkedin_url) return null;
    const answer = await ask("kept_draft", { linkedin_url: person.linkedin_url, surface });
    const draft = answer.ok ? answer.value?.draft : null;
    return draft && !(limit && draft.body.length > limit) ? draft : null;
  }

  /** It stands in its box now. @param {DraftRequest} request */
  function forgetKept({ person }) {
    if (person?.linkedin_url) ask("forget_kept_draft", { linkedin_url: person.linkedin_url });
  }

  globalThis.Afterword.profile = { draftForProfile, insertKept, keptDraft, forgetKept };
}
