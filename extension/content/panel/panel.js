// The panel: shows what the server answered, asks on, and hands back what the person decided.
"use strict";
{
  const { word, openShell, showDraft, showChoices, showMissing, showAskReply, showAdvice, showUnknown, findingsToRead } =
    globalThis.Afterword.panelParts;

  /** @type {Record<DraftAnswer["status"], (session: PanelSession, answer: DraftAnswer) => unknown>} */
  const VIEWS = {
    ready: showDraft,
    choose: showChoices,
    missing: showMissing,
    unknown: showUnknown,
    ask_reply: showAskReply,
    advice: showAdvice,
  };

  /** @type {((decision: PanelDecision) => void) | null} */
  let finishOpen = null;

  /** @type {Panel["open"]} */
  function open({ anchor, answer, request, ask, canInsert }) {
    close();
    globalThis.Afterword.line.close();
    return new Promise((resolve) => {
      const shell = openShell(anchor, () => finish({ action: "closed" }));

      /** @param {PanelDecision} decision */
      function finish(decision) {
        if (finishOpen !== finish) return;
        finishOpen = null;
        shell.close();
        resolve(decision);
      }

      finishOpen = finish;
      view({ shell, request, ask, canInsert, offered: [], finish, again: () => {}, askReply: () => {} }, answer);
    });
  }

  /** @param {PanelSession} session @param {DraftAnswer} answer */
  function view(session, answer) {
    const offered = answer.status === "choose" ? answer.choices : session.offered;
    const next = { ...session, offered, again, askReply: (/** @type {DraftAnswer} */ about) => showAskReply(next, about) };
    VIEWS[answer.status](next, answer);

    /** @param {Partial<DraftRequest>} changes @param {string} [announcement] @param {PanelSession["at"]} [at] */
    async function again(changes, announcement = "new_draft", at) {
      const request = { ...session.request, ...changes };
      session.shell.busy(true);
      const answered = await session.ask("draft", { request });
      session.shell.busy(false);
      if (!answered.ok) return session.shell.fail(answered.error.message);
      view({ ...session, request, offered, at }, answered.value);
      session.shell.announce(word(announcement));
    }
  }

  function close() {
    finishOpen?.({ action: "closed" });
  }

  globalThis.Afterword.panel = { open, remarks: findingsToRead, close };
}
