// When one click is not enough: which of several, a missing fact, what they replied, advice instead of a draft.
"use strict";
{
  const { word, nameOf, element, button, labelled, pick, showUnknown } = globalThis.Afterword.panelParts;
  const REPLIES = ["still_deciding", "next_round", "rejection", "offer", "other"];

  /** A name alone may fit the wrong person, so there is a way out. @param {PanelSession} session @param {DraftAnswer} answer */
  function showChoices(session, answer) {
    const items = answer.choices.map((choice) => {
      const made = button(choice.label, () => session.again(pick(choice)));
      made.append(element("small", {}, choice.why));
      return element("li", {}, made);
    });
    session.shell.show({ about: word("which_one"), nodes: [element("ul", { className: "choices" }, ...items)],
      buttons: [button(word("somebody_else"), () => showUnknown(session))], focus: items[0]?.firstElementChild });
  }

  /** @param {PanelSession} session @param {DraftAnswer} answer */
  function showMissing(session, answer) {
    const questions = answer.missing.map(({ field, question, example }) => ({ field, input: element("textarea", { dir: "auto" }), question, example }));
    const nodes = questions.map(({ input, question, example }) => labelled(question, input, example && word("for_example", example)));

    async function save() {
      const facts = Object.fromEntries(questions.map(({ field, input }) => [field, input.value.trim() || null]));
      const { record_id, interviewer_id } = whom(answer);
      const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value));
      if (record_id && Object.keys(given).length) {
        const saved = await session.ask("save_facts", { record_id, interviewer_id, facts: given });
        if (!saved.ok) return session.shell.fail(saved.error.message);
      }
      draftWith(facts);
    }

    /** @param {Record<string, string | null>} facts */
    function draftWith(facts) {
      session.again({ ...narrowed(answer), facts: { ...session.request.facts, ...facts } });
    }

    session.shell.show({
      about: answer.choices[0]?.label ?? word("one_question"),
      nodes,
      buttons: [
        button(word("save_and_draft"), save, { primary: true }),
        button(word("skip"), () => draftWith(Object.fromEntries(questions.map(({ field }) => [field, null])))),
      ],
      focus: questions[0]?.input,
    });
  }

  /** X23: the answer is logged and decides the kind. @param {PanelSession} session @param {DraftAnswer} answer */
  function showAskReply(session, answer) {
    const text = element("textarea", { dir: "auto" });
    const [meant] = answer.choices;

    /** @param {string} says */
    async function log(says) {
      const { record_id } = whom(answer);
      if (!record_id) return session.shell.fail(word("not_logged"));
      const { last_at, last_from } = session.request.thread ?? {};
      const reply = { at: last_at ?? new Date().toISOString(), says, from: last_from || undefined, text: text.value.trim() || undefined };
      const logged = await session.ask("log_reply", { record_id, reply });
      if (!logged.ok) return session.shell.fail(logged.error.message);
      // The answer decides the kind anew, so an earlier choice of it must not hold.
      session.again({ ...narrowed(answer), kind: undefined, wording: 0 });
    }

    const items = REPLIES.map((says) => element("li", {}, button(nameOf("reply", says), () => log(says))));
    session.shell.show({
      about: word("what_did_they_say"),
      nodes: [meant?.label, element("ul", { className: "choices" }, ...items), labelled(word("their_words"), text)],
      buttons: meant ? [button(word("skip"), () => session.again(pick(meant)))] : [],
      focus: items[0].firstElementChild,
    });
  }

  /** @param {PanelSession} session @param {DraftAnswer} answer */
  function showAdvice(session, answer) {
    const { record_id } = whom(answer);
    const openRecord = record_id && button(word("open_record"), () => session.ask("open_page", { path: `/records/${record_id}` }));
    const [meant] = answer.choices;
    const draftAnyway = meant && button(word("draft_anyway"), () => session.again(pick(meant)));
    session.shell.show({
      about: word("advice"),
      nodes: [element("p", {}, answer.advice ?? answer.timing?.reason ?? "")],
      buttons: [button(word("close"), () => session.finish({ action: "closed" }), { primary: true }), draftAnyway, openRecord],
    });
  }

  /** Whom an answer without a draft is about. @param {DraftAnswer} answer @returns {{ record_id: string | null, interviewer_id: string | null }} */
  function whom({ draft, choices }) {
    return draft ?? choices[0] ?? { record_id: null, interviewer_id: null };
  }

  /** @param {DraftAnswer} answer */
  function narrowed(answer) {
    const { record_id, interviewer_id } = whom(answer);
    return record_id ? { record_id, interviewer_id: interviewer_id ?? undefined } : {};
  }

  Object.assign(globalThis.Afterword.panelParts, { showChoices, showMissing, showAskReply, showAdvice });
}
