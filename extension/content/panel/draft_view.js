// The draft before it goes into the box: text, timing, remarks, other kinds, channels and people.
"use strict";
{
  const { word, nameOf, element, button, labelled, select, findingsList, replaced, keepingRow } = globalThis.Afterword.panelParts;
  const KINDS = ["thank_you", "check_in", "second_follow_up", "rejection_reply", "offer_thanks", "offer_ask_details", "offer_more_time",
    "offer_accept", "offer_decline", "other_offer", "withdrawal", "missed_interview", "connect", "stay_in_touch"];
  const CHANNELS = ["email", "linkedin_note", "linkedin_message", "linkedin_inmail", "phone", "voicemail", "handwritten"];
  const PROFILE_CHANNELS = ["linkedin_note", "linkedin_message"];

  /** @param {PanelSession} session @param {DraftAnswer} answer */
  function showDraft(session, answer) {
    const draft = /** @type {Draft} */ (answer.draft);
    const fields = textFields(draft);
    const remarks = element("div", { className: "field" });
    let findings = answer.findings;
    let checked = fields.text();
    const keeping = profileOf(session) ? keepingRow({ profile: profileOf(session), ask: session.ask, current }) : null;

    function current() {
      return { ...draft, subject: fields.subject(), body: fields.text() };
    }

    /** @param {Finding[]} found */
    function showFindings(found) {
      findings = found;
      remarks.replaceChildren(...findingsList(findings, (finding) => {
        fields.setText(replaced(fields.text(), finding));
        session.shell.announce(word("replaced"));
        recheck();
      }));
    }

    async function recheck() {
      if (fields.text() === checked) return;
      checked = fields.text();
      keeping?.keep();
      const { record_id, channel } = draft;
      const answered = await session.ask("check", { text: checked, subject: fields.subject() ?? "", channel, record_id,
        has_signature: session.request.has_signature });
      if (answered.ok) showFindings(answered.value.findings);
      else session.shell.fail(answered.error.message);
    }

    /** Stop-level remarks (X20) need a yes; everything else only informs. @param {() => void} go */
    async function afterStops(go) {
      await recheck();
      const stops = findings.filter(({ level }) => level === "stop");
      if (!stops.length) return go();
      const yes = button(word("insert_anyway"), go, { primary: true });
      const notice = element("div", { className: "notice", role: "alert" }, word("stops", stops.map(({ words, why }) => words || why).join(", ")),
        element("div", {}, yes, button(word("go_on_editing"), () => notice.remove())));
      remarks.prepend(notice);
      yes.focus();
    }

    const insert = button(word("insert"), () => afterStops(() => session.finish({ action: "insert", draft: current() })), { primary: true });
    const copy = button(word("copy"), () => copyDraft(session, current()), { primary: !session.canInsert });
    const otherWording = button(word("other_wording"), () => session.again({ ...sameFollowUp(draft), wording: draft.wording + 1 }, "other_wording"));
    const openRecord = draft.record_id && button(word("open_record"), () => session.ask("open_page", { path: `/records/${draft.record_id}` }));

    const others = draft.kind ? otherFollowUps(session, draft) : null;

    showFindings(findings);
    fields.body.addEventListener("change", recheck);
    session.shell.show({
      about: aboutWhom(session.request, draft),
      nodes: [heardSince(session, answer), timing(answer.timing), keeping && channelSwitch(session, draft, answer), fields.node, remarks, keeping?.row,
        others?.node, sources(draft)],
      buttons: [session.canInsert && insert, copy, otherWording, openRecord],
      focus: others?.focus ?? (session.canInsert ? insert : copy),
      typed: fields.count,
    });
  }

  /** @param {Draft} draft */
  function textFields(draft) {
    const subject = typeof draft.subject !== "string" ? null : element("input", { type: "text", value: draft.subject });
    const body = element("textarea", { className: "draft", value: draft.body, dir: "auto" });
    const counter = element("span", { className: "count" });

    function count() {
      const length = [...body.value].length;
      counter.textContent = draft.limit ? word("characters_of", length, draft.limit) : word("words", body.value.split(/\s+/).filter(Boolean).length);
      counter.classList.toggle("over", Boolean(draft.limit && length > draft.limit));
    }

    count();
    const node = element("div", { className: "field" }, subject && labelled(word("subject"), subject), labelled(word("text"), body), counter);
    return {
      node, body, count,
      text: () => body.value,
      subject: () => (subject ? subject.value : null),
      setText: (/** @type {string} */ text) => {
        body.value = text;
        count();
      },
    };
  }

  /** @param {PanelSession} session @param {Draft} draft */
  async function copyDraft(session, draft) {
    try {
      await navigator.clipboard.writeText(draft.body);
      session.finish({ action: "copied" });
    } catch {
      session.shell.fail(word("copy_failed"));
    }
  }

  /** @param {Timing | null} timing */
  function timing(timing) {
    if (!timing) return null;
    return element("p", { className: `timing ${timing.verdict}` },
      element("span", { className: "verdict" }, nameOf("verdict", timing.verdict)), element("span", {}, timing.reason));
  }

  /** Asked beside a nudge, withholds nothing (X23). @param {PanelSession} session @param {DraftAnswer} answer */
  function heardSince(session, answer) {
    if (answer.ask !== "heard_since") return null;
    const row = element("div", { className: "row" }, element("span", {}, word("heard_since")), element("span", { className: "buttons" },
      button(word("yes"), () => session.askReply(answer)), button(word("no"), () => row.remove())));
    return row;
  }

  /** Note or message, and what is left of the month's notes (X15, X16). @param {PanelSession} session @param {Draft} draft @param {DraftAnswer} answer */
  function channelSwitch(session, draft, answer) {
    const options = PROFILE_CHANNELS.map((channel) => element("label", {}, element("input", {
      type: "radio", name: "channel", value: channel, checked: draft.channel === channel,
      onchange: () => session.again({ ...sameFollowUp(draft), channel, kind: undefined }),
    }), nameOf("channel", channel)));
    const left = typeof answer.notes_left === "number" ? element("span", { className: "count" }, word("notes_left", answer.notes_left)) : null;
    return element("div", { className: "row" }, element("fieldset", { className: "switch", "aria-label": word("channel") }, ...options), left);
  }

  /**
   * A list may change with every arrow key, so the focus stays in it while the draft follows.
   * @param {PanelSession} session
   * @param {Draft} draft
   */
  function otherFollowUps(session, draft) {
    const same = sameFollowUp(draft);
    const kinds = select(KINDS.map((kind) => [kind, nameOf("kind", kind)]), draft.kind, (kind) => session.again({ ...same, kind }, undefined, "kind"));
    const channels = select(CHANNELS.map((each) => [each, nameOf("channel", each)]), draft.channel,
      (channel) => session.again({ ...same, channel }, undefined, "channel"));
    const people = element("div");
    const node = element("details", { open: Boolean(session.at), ontoggle: showPeople }, element("summary", {}, word("other_kind")),
      element("div", { className: "pair" }, labelled(word("kind"), kinds), labelled(word("channel"), channels)), people);

    /** Those there were to choose from, else those of the record, asked for when somebody looks. */
    async function showPeople() {
      const answered = session.offered.length > 1 ? { ok: true, value: session.offered }
        : await session.ask("people_of", { record_id: draft.record_id, kind: draft.kind });
      const offered = answered.ok ? answered.value : [];
      if (offered.length < 2 || people.firstChild) return;
      const chosen = String(chosenIndex(offered, draft));
      const list = select(offered.map(({ label }, index) => [String(index), label]), chosen, (index) => session.again(pick(offered[Number(index)]), undefined, "person"));
      people.append(labelled(word("person"), list));
      if (session.at === "person") list.focus();
    }

    return { node, focus: session.at === "kind" ? kinds : session.at === "channel" ? channels : null };
  }

  /** @param {PanelSession["offered"]} offered @param {Draft} draft */
  function chosenIndex(offered, draft) {
    return offered.findIndex(({ record_id, interviewer_id }) => record_id === draft.record_id && interviewer_id === draft.interviewer_id);
  }

  /** @param {Draft} draft */
  function sources(draft) {
    if (!draft.sentences.length) return null;
    const items = draft.sentences.map(({ text, source, rules }) => element("li", {}, text,
      element("small", {}, [nameOf("source", source), ...rules].join(" · "))));
    return element("details", {}, element("summary", {}, word("sources")), element("ul", { className: "sources" }, ...items));
  }

  /** What keeps a new draft about the same person. @param {Draft} draft */
  function sameFollowUp({ record_id, round_id, interviewer_id, kind, channel }) {
    return { record_id: record_id ?? undefined, round_id: round_id ?? undefined, interviewer_id: interviewer_id ?? undefined,
      kind: kind ?? undefined, channel: channel ?? undefined, wording: 0 };
  }

  /** @param {DraftAnswer["choices"][number]} choice */
  function pick({ record_id, interviewer_id, kind }) {
    return { record_id, interviewer_id: interviewer_id ?? undefined, kind, round_id: undefined, wording: 0 };
  }

  /** @param {DraftRequest} request @param {Draft} draft */
  function aboutWhom({ person, recipients = [] }, { kind, channel, person: written, company }) {
    if (!kind) return "";
    const whom = written || person?.name || recipients[0]?.name || recipients[0]?.email;
    return [nameOf("kind", kind), nameOf("channel", channel), [whom, company].filter(Boolean).join(", ")].filter(Boolean).join(" · ");
  }

  /** The profile a draft is kept for, if the click was on one. @param {PanelSession} session */
  function profileOf({ request }) {
    return request.surface === "linkedin_profile" ? (request.person?.linkedin_url ?? "") : "";
  }

  Object.assign(globalThis.Afterword.panelParts, { showDraft, pick });
}
