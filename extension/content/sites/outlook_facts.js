// The second half of Outlook's adapter: recipients and thread. Loaded with the first click. No attribute is known to carry a
// recipient's address, so a name alone must do where no address is shown.
"use strict";
{
  const { people, reading } = globalThis.Afterword;

  const HOOKS = {
    /** The recipients' fields, in the order To, Cc, Bcc (since March 2026), and what held before. */
    field: '[contenteditable="true"]:not([aria-multiline="true"]), [role="combobox"]:not(input), [role="textbox"]:not([aria-multiline="true"]):not(input)',
    /** What stands around the recipients' fields where the compose does not itself hold them. */
    outside: '[data-app-section="Form_Content"], [role="main"]',
    /** One recipient, newest markup first: the innermost that shows a name or an address is read. */
    chip: '[data-lpc-hover-target-id], [draggable="true"], [class*="textContainer-"], [class*="individualText-"], [role="button"]',
    /** Signature and mail replied to, in the text. */
    signature: "#Signature",
    replied: "#divRplyFwdMsg, #mail-editor-reference-message-container",
    /** The conversation that an inline reply stands in. */
    reading: "#ReadingPaneContainerId, #ConversationReadingPaneContainer",
    threadSubject: '[id^="CONV_"][id$="_SUBJECT"], [id^="MSG_"][id$="_SUBJECT"]',
    /** Sender in the reading pane; the label is in the user's language, the address is not. */
    sender: '[aria-label*="@"], [title*="@"], span[aria-label^="From: "]',
    sentAt: '[data-testid="SentReceivedSavedTime"]',
  };
  const BCC = 2;
  const FORWARD = /^\s*(fwd?|wg|tr|rv|doorst|i)\s*:/i;
  const REPLY = /^\s*(re|aw|sv|antw|rv|vs|odp|res|r|回复|答复)\s*[:：]/iu;
  const LABEL = /^[^:]{1,20}:\s*/;

  /** @param {Element} field */
  function peopleIn(field) {
    const chips = [...field.querySelectorAll(HOOKS.chip)].filter((chip) => chip.textContent?.trim());
    const innermost = chips.filter((chip) => !chips.some((other) => other !== chip && chip.contains(other)));
    return innermost.length ? innermost.map(personOf) : people.peopleIn(field.textContent ?? "");
  }

  /** @param {Element} chip */
  function personOf(chip) {
    const labels = [chip, chip.parentElement, ...chip.querySelectorAll("[title], [aria-label]")]
      .flatMap((each) => [each?.getAttribute("title"), each?.getAttribute("aria-label")]);
    const address = labels.map((label) => people.ADDRESS.exec(label ?? "")?.[0]).find(Boolean);
    return people.person(chip.textContent?.replace(/[\s,;×✕\uE000-\uF8FF]+$/u, ""), address);
  }

  /** @param {ComposeBox} box */
  function recipientsOf({ root, body }) {
    const fieldsIn = (/** @type {Element} */ place) => [...place.querySelectorAll(HOOKS.field)]
      .filter((field) => !body.contains(field) && !field.contains(body) && !field.parentElement?.closest(HOOKS.field));
    const own = fieldsIn(root);
    const outer = root.closest(HOOKS.outside);
    const fields = own.length || !outer ? own : fieldsIn(outer);
    return people.distinct(fields.slice(0, BCC).flatMap(peopleIn));
  }

  /** The heading lines over the mail that is replied to: "From: Dana <dana@acme.com>", "Sent: …", in any language. @param {HTMLElement} body */
  function repliedMail(body) {
    const head = /** @type {HTMLElement | null} */ (body.querySelector(HOOKS.replied));
    const lines = head ? reading.textOf(head).split("\n").slice(0, 6) : [];
    const from = people.ADDRESS.exec(lines.find((line) => people.ADDRESS.test(line)) ?? "")?.[0] ?? "";
    return { from, at: lines.slice(1).map((line) => moment(line.replace(LABEL, ""))).find(Boolean) ?? null };
  }

  /** @param {string | null | undefined} shown a date as the page writes it; what is no date is null */
  function moment(shown) {
    const date = new Date(/\b\d{4}\b/.test(shown ?? "") ? String(shown).replace(/^\p{L}+\.?,?\s+(?=\d)/u, "") : Number.NaN);
    return Number.isNaN(date.valueOf()) ? null : date.toISOString();
  }

  /** @param {Element} pane the conversation around an inline reply @param {Element} root */
  function lastMailIn(pane, root) {
    const shown = (/** @type {string} */ hook) => [...pane.querySelectorAll(hook)].filter((each) => !root.contains(each)).at(-1);
    const sender = shown(HOOKS.sender);
    const labels = [sender?.getAttribute("aria-label"), sender?.getAttribute("title"), sender?.textContent].map((label) => label ?? "");
    const address = labels.map((label) => people.ADDRESS.exec(label)?.[0]).find(Boolean);
    return {
      from: address ?? people.oneLine(labels.find(Boolean)?.replace(LABEL, ""), 200),
      at: moment(shown(HOOKS.sentAt)?.textContent),
      subject: people.oneLine(pane.querySelector(HOOKS.threadSubject)?.textContent),
    };
  }

  /** @param {ComposeBox} box @returns {DraftRequest["thread"]} */
  function threadOf({ root, body, subject }) {
    const title = people.oneLine(subject?.value);
    const replied = repliedMail(body);
    const pane = root.closest(HOOKS.reading);
    const isReply = !FORWARD.test(title) && (REPLY.test(title) || Boolean(body.querySelector(HOOKS.replied)) || pane !== null);
    if (!isReply) return { is_reply: false, last_from: "", last_at: null, subject: title };
    const last = pane ? lastMailIn(pane, root) : { from: "", at: null, subject: "" };
    return { is_reply: true, last_from: replied.from || last.from, last_at: replied.at ?? last.at, subject: title || last.subject };
  }

  /** @type {SiteAdapter["readFacts"]} */
  function readFacts(box) {
    const thread = threadOf(box);
    const named = recipientsOf(box);
    const answered = thread?.last_from.includes("@") ? [{ name: "", email: thread.last_from }] : [];
    const signature = box.body.querySelector(HOOKS.signature);
    return {
      recipients: named.length ? named : answered,
      thread,
      has_signature: Boolean(signature && (signature.textContent?.trim() || signature.querySelector("img"))),
    };
  }

  globalThis.Afterword.outlookFacts = { readFacts };
}
