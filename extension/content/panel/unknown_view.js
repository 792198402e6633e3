// Somebody Afterword doesn't know: a few fields, filled in from the page, for a new record or an existing one.
"use strict";
{
  const { word, element, button, labelled, select } = globalThis.Afterword.panelParts;
  const NEW_RECORD = "";
  const USUAL_MINUTES = 60;
  const LONGEST_NAME = 200; // a page that lies may claim more

  /** @param {PanelSession} session */
  async function showUnknown(session) {
    const person = personOnPage(session.request);
    const name = text(person.name);
    const company = text(person.company);
    const role = text("");
    const headline = text(person.headline);
    const linkedin = element("input", { type: "url", value: person.linkedin_url });
    const email = element("input", { type: "email", value: person.email });
    const at = element("input", { type: "datetime-local", value: localMinute(new Date()) });
    const talkedAbout = element("textarea", { dir: "auto" });
    // As the profile shows them; nothing of it is kept before the person has looked and saved (X19).
    const onLinkedin = Boolean(person.headline || person.linkedin_url);
    const newOnly = element("div", { className: "field" }, element("div", { className: "pair" },
      labelled(word("company"), company), labelled(word("role"), role)), labelled(word("interview_at"), at));
    const target = select([[NEW_RECORD, word("new_record")]], NEW_RECORD, (value) => newOnly.toggleAttribute("hidden", value !== NEW_RECORD));
    const where = labelled(word("keep_in"), target);
    where.hidden = true;

    async function save() {
      const interviewer = {
        name: name.value.trim(), email: email.value.trim() || null, linkedin_url: linkedin.value.trim() || null,
        title: headline.value.trim() || null, talked_about: talkedAbout.value.trim() || null,
      };
      const missing = [[name, "name"], ...(target.value === NEW_RECORD ? [[company, "company"], [role, "role"], [at, "interview_at"]] : [])]
        .find(([field]) => !field.value.trim());
      if (missing) {
        session.shell.fail(word("please_fill", word(missing[1])));
        return missing[0].focus();
      }
      const saved = await keep(session, target.value, interviewer, { company: company.value.trim(), role: role.value.trim(), at: at.value });
      if (!saved.ok) return session.shell.fail(sentenceOf(saved.error));
      // An empty answer was given here already: asking for it again would be a nuisance.
      const facts = interviewer.talked_about ? undefined : { talked_about: null };
      session.again({ record_id: saved.value.id, facts });
    }

    session.shell.show({
      about: word("unknown"),
      nodes: [where, element("div", { className: "pair" }, labelled(word("name"), name), labelled(word("email"), email)),
        onLinkedin && element("div", { className: "pair" }, labelled(word("headline"), headline), labelled(word("linkedin_address"), linkedin)), newOnly,
        labelled(word("talked_about"), talkedAbout, word("talked_about_example"))],
      buttons: [button(word("save_and_draft"), save, { primary: true })],
      focus: name.value ? (company.value ? role : company) : name,
    });
    await offerRecords(session, person.company, target, where);
  }

  /**
   * @param {PanelSession} session
   * @param {string} recordId empty for a new record
   * @param {Record<string, unknown>} interviewer
   * @param {{ company: string, role: string, at: string }} interview `at` in the browser's own time
   * @returns {Promise<Answer<{ id: string }>>}
   */
  async function keep(session, recordId, interviewer, { company, role, at }) {
    if (recordId === NEW_RECORD) {
      const round = { at: withZone(at), minutes: USUAL_MINUTES, kind: "video", status: "held", interviewers: [interviewer] };
      return session.ask("save_record", { record: { company, role, rounds: [round] } });
    }
    const added = await session.ask("add_interviewer", { record_id: recordId, interviewer });
    return added.ok ? { ok: true, value: { id: recordId } } : added;
  }

  /** @param {PanelSession} session @param {string} company @param {HTMLSelectElement} target @param {HTMLElement} where */
  async function offerRecords(session, company, target, where) {
    const found = await session.ask("find_records", { search: company });
    if (!found.ok || !found.value.length) return;
    for (const record of found.value) target.append(element("option", { value: record.id }, `${record.company}, ${record.role}`));
    where.hidden = false;
  }

  /** @param {DraftRequest} request */
  function personOnPage({ person, recipients = [] }) {
    const first = recipients[0];
    return {
      name: (person?.name || first?.name || "").slice(0, LONGEST_NAME),
      company: (person?.company || "").slice(0, LONGEST_NAME),
      headline: (person?.headline || "").slice(0, LONGEST_NAME),
      linkedin_url: person?.linkedin_url ?? "",
      email: first?.email ?? "",
    };
  }

  /** @param {string} value */
  function text(value) {
    return element("input", { type: "text", value, dir: "auto" });
  }

  /** @param {Date} moment @returns {string} as datetime-local wants it, in the browser's zone */
  function localMinute(moment) {
    const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
    return shifted.toISOString().slice(0, 16);
  }

  /** The same wall-clock time with the zone it was meant in, as that day has it. @param {string} local */
  function withZone(local) {
    const minutes = -new Date(local).getTimezoneOffset();
    const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
    return `${local}:00${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  }

  /** @param {Failure} failure */
  function sentenceOf({ message, fields }) {
    const reasons = Object.values(fields ?? {});
    return reasons.length ? `${message} ${reasons.join(" ")}` : message;
  }

  Object.assign(globalThis.Afterword.panelParts, { showUnknown });
}
