// The story of a click: what the page shows, the draft that is due, a question only where there is one, the text in the box.
"use strict";
{
  const { button, people, sends, reading, text } = globalThis.Afterword;
  const { insertDraft, words } = globalThis.Afterword.insertion;
  const ask = /** @type {AfterwordContent["ask"]} */ ((type, message) => globalThis.Afterword.ask(type, message));

  /** What stands in a box by our hand, until it is undone. @type {WeakMap<Element, { draft: Draft, undo: () => boolean, end: () => void }>} */
  const filled = new WeakMap();

  /** Nudges before which it was asked whether an answer came. @type {Set<string>} */
  const askedAbout = new Set();

  /** What was asked as the pointer came to the button, for the click that follows. */
  let foreseen = { asked: "", answer: /** @type {ReturnType<typeof askForDraft> | null} */ (null), until: 0 };
  const CLICK_FOLLOWS_MS = 2000;

  /** So much of a draft's sentences must stand in the box for it to be there still, and not be put in twice. */
  const STILL_THERE = 0.5;

  /**
   * @param {Compose} compose
   * @param {{ always?: boolean }} [options] always: show the panel also where nothing needs asking
   */
  async function draftFollowUp(compose, { always = false } = {}) {
    const { box, host } = compose;
    if (!always && holdsOurDraft(box)) return sayAlready(compose);
    const request = requestOf(compose);
    const kept = always ? null : await globalThis.Afterword.profile?.keptDraft(request);
    if (kept) return insert(compose, request, kept, "");
    const answer = await answerTo(request);
    if (!answer.ok) return say(host, answer.error.message);
    if (always || needsAPerson(answer.value) || asksFirst(answer.value)) return askInPanel(compose, request, answer.value);
    return insert(compose, request, /** @type {Draft} */ (answer.value.draft), lateNote(answer.value));
  }

  /** @param {Compose} compose @returns {DraftRequest} */
  const requestOf = ({ box, adapter }) => ({ surface: box.surface, ...adapter.readFacts(box) });
  /** @param {DraftRequest} request */
  const askForDraft = (request) => ask("draft", { request });

  /** Asks as soon as the pointer is on the button: once in a while, since it moves there. @param {Compose} compose */
  function foresee(compose) {
    const now = performance.now();
    if (now < foreseen.until) return;
    foreseen = { asked: "", answer: null, until: now + CLICK_FOLLOWS_MS };
    if (holdsOurDraft(compose.box)) return;
    const request = requestOf(compose);
    foreseen.asked = JSON.stringify(request);
    foreseen.answer = askForDraft(request);
  }

  /** @param {DraftRequest} request */
  function answerTo(request) {
    const { asked, answer, until } = foreseen;
    foreseen = { asked: "", answer: null, until: 0 };
    return (performance.now() < until && asked === JSON.stringify(request) && answer) || askForDraft(request);
  }

  /** @param {DraftAnswer} answer */
  function needsAPerson({ status, draft, timing, findings }) {
    const soonOrNever = timing?.verdict === "too_soon" || timing?.verdict === "stop";
    return status !== "ready" || !draft || soonOrNever || findings.some(({ level }) => level !== "hint");
  }

  /** Whether they were heard from since (X23): asked before a nudge goes in, once on a page. @param {DraftAnswer} answer */
  function asksFirst({ ask: question, draft }) {
    const about = question && draft ? `${draft.record_id} ${draft.kind}` : "";
    if (!about || askedAbout.has(about)) return false;
    askedAbout.add(about);
    return true;
  }

  /** @param {DraftAnswer} answer */
  const lateNote = ({ timing }) => (timing?.verdict === "late" ? timing.reason : "");

  /** @param {Compose} compose @param {DraftRequest} request @param {DraftAnswer} answer */
  async function askInPanel(compose, request, answer) {
    const panel = await load("panel");
    if (!panel) return button.say(compose.host, text("content_no_panel"));
    const decision = await panel.open({ anchor: compose.host, answer, request, ask, canInsert: true });
    if (decision.action === "insert") await insert(compose, request, decision.draft, "");
  }

  /** @param {Compose} compose @param {DraftRequest} request @param {Draft} draft @param {string} note */
  async function insert(compose, request, draft, note) {
    const { box, adapter, host } = compose;
    globalThis.Afterword.panel?.close();
    const outcome = await insertDraft(box, adapter, draft, request.thread?.is_reply ?? false);
    if (outcome.state === "already") return sayAlready(compose);
    if (outcome.state !== "landed") return offerClipboard(compose, draft, outcome);
    const end = draft.record_id ? sends.watch(box, adapter, watchOf(compose, draft)) : () => {};
    filled.get(box.root)?.end();
    filled.set(box.root, { draft, undo: outcome.undo, end });
    if (draft.record_id) log(draft, "inserted", { text: draft.body, subject: box.subject?.value ?? "" });
    globalThis.Afterword.profile?.forgetKept(request);
    const line = await load("line");
    line?.inserted({
      anchor: host,
      text: [insertedText(draft, request), note].filter(Boolean).join(" "),
      undo: () => takeBack(compose),
      check: () => check(compose, draft),
      other: draft.kind ? () => draftFollowUp(compose, { always: true }) : null,
      // A post is to nobody, and its button has no name that could be known: the person says so (W26).
      posted: draft.record_id ? null : () => ask("log_presence", { about: people.oneLine(draft.body, 200) }),
    });
  }

  /** What follows from the person's sending, or not. @param {Compose} compose @param {Draft} draft @returns {SendWatch} */
  function watchOf(compose, draft) {
    let checked = draft.body;
    return {
      sent: (written) => log(draft, "sent", written),
      refused: () => say(compose.host, text("content_not_sent"), { label: text("content_it_was_sent"), run: () => log(draft, "sent", writtenIn(compose)) }),
      stillOpen: () => say(compose.host, text("content_still_open"), { label: text("panel_open_record"), run: () => ask("open_page", { path: `/records/${draft.record_id}` }) }),
      async leaving(written) {
        if (written === checked) return;
        checked = written;
        const answer = await ask("stops_before_sending", checkOf(compose, draft));
        if (answer.ok && answer.value.length) await showFindings(compose, text("content_before_sending"), answer.value);
      },
    };
  }

  /** @param {Compose} compose */
  const writtenIn = ({ box, adapter }) => ({ text: sends.ownText(box, adapter), subject: box.subject?.value ?? "" });

  /** @param {Draft} draft @param {"inserted" | "sent"} state @param {{ text: string, subject: string }} written */
  function log({ record_id, draft_id, kind, channel, round_id, interviewer_id }, state, written) {
    return ask("log_follow_up", { record_id, entry: { draft_id, kind, channel, round_id, interviewer_id, state, ...written } });
  }

  /** @param {Draft} draft @param {DraftRequest} request */
  function insertedText({ kind, person: written, company }, { recipients = [], person }) {
    const what = kind ? text(`kind_${kind}`) || kind.replaceAll("_", " ") : text("content_a_post");
    const shown = person?.name || recipients[0]?.name || recipients[0]?.email;
    const whom = kind && [written || shown, company || person?.company].filter(Boolean).join(", ");
    return whom ? text("content_inserted_for", what, people.oneLine(whom, 80)) : text("content_inserted", what);
  }

  /** @param {Compose} compose @param {Draft} draft @param {Exclude<Insertion, { state: "landed" | "already" }>} outcome */
  async function offerClipboard({ host }, draft, outcome) {
    const copied = await (await load("clipboard"))?.copy(draft.body);
    const sentence = text(`content_${outcome.state}_${copied ? "copied" : "not_copied"}`);
    const action = "undo" in outcome ? { label: text("panel_undo"), run: () => void outcome.undo() } : undefined;
    await say(host, sentence, action);
  }

  /** @param {Compose} compose */
  function takeBack({ box, host }) {
    const done = filled.get(box.root);
    if (!done) return;
    done.end();
    filled.delete(box.root);
    ask("forget_unsent", { draft_id: done.draft.draft_id });
    if (!done.undo()) say(host, text("content_press_undo"));
  }

  /** @param {Compose} compose @param {Draft} draft */
  function checkOf(compose, { channel, record_id }) {
    const { has_signature } = compose.adapter.readFacts(compose.box);
    return { ...writtenIn(compose), channel, record_id, has_signature };
  }

  /** @param {Compose} compose @param {Draft} draft */
  async function check(compose, draft) {
    const answer = await ask("check", checkOf(compose, draft));
    if (!answer.ok) return say(compose.host, answer.error.message);
    const { findings, words: count } = answer.value;
    if (!findings.length) return say(compose.host, text("content_nothing_found", String(count)));
    return showFindings(compose, text("panel_findings", String(findings.length)), findings);
  }

  /** @param {Compose} compose @param {string} message @param {Finding[]} findings */
  async function showFindings({ host }, message, findings) {
    const panel = await load("panel");
    if (panel) globalThis.Afterword.line.say({ anchor: anchorOf(host), message, remarks: panel.remarks(findings) });
  }

  /** @param {ComposeBox} box */
  function holdsOurDraft({ root, body }) {
    const ours = filled.get(root);
    if (!ours) return false;
    const standing = words(reading.textOf(body));
    const sentences = ours.draft.body.split(/(?<=[.?!])\s+|\n+/).map(words).filter((sentence) => sentence.length > 12);
    return sentences.filter((sentence) => standing.includes(sentence)).length > sentences.length * STILL_THERE;
  }

  /** @param {Compose} compose */
  async function sayAlready(compose) {
    const ours = filled.has(compose.box.root);
    await say(compose.host, text("content_already"), ours ? { label: text("panel_undo"), run: () => takeBack(compose) } : undefined);
  }

  /** A part, fetched on first need; null where it can't be had. @template {"line" | "panel" | "clipboard"} P @param {P} part */
  async function load(part) {
    if (!globalThis.Afterword[part]) await ask("load", { part });
    return globalThis.Afterword[part] ?? null;
  }

  /** Where the compose and its button are gone, the sentence stands at the page. @param {HTMLElement} host */
  const anchorOf = (host) => (host.isConnected ? host : document.documentElement);

  /** Never a silent nothing: where no panel can be had, the button says it. @param {HTMLElement} host @param {string} message @param {{ label: string, run: () => void }} [action] */
  async function say(host, message, action) {
    const line = await load("line");
    if (line) line.say({ anchor: anchorOf(host), message, action });
    else button.say(host, message);
  }

  globalThis.Afterword.followUp = { foresee, draftFollowUp, requestOf, holdsOurDraft, insert, load, say };
}
