// Gmail: pop-up, full screen, own window, inline reply. Hooks from InboxSDK, gmail.js, Briskine and FlowCrypt as published in
// 2026, checked against a compose window captured in October 2020; seen to hold in November 2026 unless noted.
"use strict";
{
  const { reading, signs } = globalThis.Afterword;
  /** Loaded with the first click. */
  const people = () => globalThis.Afterword.people;

  const HOOKS = {
    anchor: signs.hooks.anchor,
    subject: 'input[name="subjectbox"]',
    /** The compose, in all modes. */
    root: ".M9",
    dialog: "[role=dialog]",
    body: '[g_editable="true"], [contenteditable="true"][role="textbox"], [contenteditable="true"][aria-multiline="true"]',
    /** The text in plain-text mode. */
    plainBody: "textarea.Ak",
    /** Recipients since October 2021; the field is To, Cc or Bcc. */
    peopleKit: (/** @type {string} */ field) => `[name="${field}"] [role=option]`,
    /** Recipients before October 2021: a hidden field in each chip; the row's text field says To, Cc or Bcc. */
    oldChips: ".vR > input[type=hidden]",
    oldRow: "tr",
    oldField: "textarea[name]",
    typed: (/** @type {string} */ field) => `textarea[name="${field}"], [name="${field}"] input, input[name="${field}"]:not([type=hidden])`,
    /** Collapsed recipients of a reply, and any chip that carries its address. */
    chips: '[data-hovercard-id*="@"], span[email]',
    signature: '.gmail_signature, [data-smartmail="gmail_signature"]',
    quote: ".gmail_quote",
    /** Hidden field: the message replied to. */
    repliedTo: 'input[name="rm"]',
    inlineReply: ".ip",
    threadSubject: ".ha h2, h2.hP",
    sender: "span.gD[email], td.gF span[email]",
    sentAt: ".g3[title]",
    /** The toolbar's cell with Send; the button goes into the next cell. */
    sendCell: "td.gU.Up",
    toolbar: ".aDh",
    send: '.gU.Up [role=button]:not([aria-haspopup]), .T-I-atl[role=button]:not([aria-haspopup])',
  };

  /** @param {Element} root */
  function bodyIn(root) {
    const texts = [...root.querySelectorAll(HOOKS.body), ...root.querySelectorAll(HOOKS.plainBody)];
    return /** @type {HTMLElement | null} */ (texts.find(reading.visible) ?? null);
  }

  /** The compose around its anchor or its text; another field of the page, such as the search, is in none. @param {Element} element */
  function rootAround(element) {
    const known = [element.closest(HOOKS.root), element.closest(HOOKS.dialog)].find((root) => root?.querySelector(HOOKS.anchor) && bodyIn(root));
    if (known || !element.matches(`${HOOKS.anchor}, ${HOOKS.body}`)) return known ?? null;
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer.querySelector(HOOKS.anchor) && bodyIn(outer)) return outer;
    }
    return null;
  }

  /** @type {SiteAdapter["findBox"]} */
  function findBox(target) {
    const own = reading.editableAt(target);
    const root = rootAround(own ?? target);
    const body = root && (own?.matches(HOOKS.body) && root.contains(own) ? own : bodyIn(root));
    if (!root || !body) return null;
    return { surface: "gmail", root, body, subject: root.querySelector(HOOKS.subject) };
  }

  /** @type {SiteAdapter["openBoxes"]} */
  function openBoxes(page) {
    return [...page.querySelectorAll(HOOKS.anchor)].map(findBox).filter((box) => box !== null);
  }

  /** @param {Element} chip */
  function personOf(chip) {
    const inner = chip.querySelector("[data-hovercard-id], [email]") ?? chip;
    const email = ["data-hovercard-id", "email", "data-email"].map((name) => chip.getAttribute(name) ?? inner.getAttribute(name)).find(people().address);
    const shown = chip.getAttribute("data-name") ?? inner.getAttribute("name") ?? inner.getAttribute("data-name") ?? chip.textContent;
    return people().person(shown, email);
  }

  /** @param {HTMLInputElement} chip */
  function oldFieldOf(chip) {
    const row = chip.closest(HOOKS.oldRow)?.querySelector(HOOKS.oldField);
    return row?.getAttribute("name") ?? (chip.name || "to");
  }

  /** @param {Element} root @param {string} field */
  function peopleOf(root, field) {
    const chips = [...root.querySelectorAll(HOOKS.peopleKit(field))].map(personOf);
    const old = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(HOOKS.oldChips)])
      .filter((chip) => oldFieldOf(chip) === field).map((chip) => people().person(chip.value));
    const typed = [...root.querySelectorAll(HOOKS.typed(field))].flatMap((input) => people().peopleIn(/** @type {HTMLInputElement} */ (input).value ?? ""));
    return [...chips, ...old, ...typed];
  }

  /** @param {ComposeBox} box */
  function recipientsOf({ root, body }) {
    const fields = ["to", "cc"].flatMap((field) => peopleOf(root, field));
    if (fields.some((each) => each)) return people().distinct(fields);
    const chips = [...root.querySelectorAll(HOOKS.chips)].filter((chip) => !body.contains(chip));
    return people().distinct(chips.map(personOf));
  }

  /** @param {ComposeBox} box @returns {DraftRequest["thread"]} */
  function threadOf({ root, subject }) {
    const repliedTo = /** @type {HTMLInputElement | null} */ (root.querySelector(HOOKS.repliedTo));
    const forwarded = /^\s*(fwd?|wg|tr|rv|doorst)\s*:/i.test(subject?.value ?? "");
    const isReply = !forwarded && Boolean(repliedTo?.value || root.closest(HOOKS.inlineReply));
    if (!isReply) return { is_reply: false, last_from: "", last_at: null, subject: people().oneLine(subject?.value) };
    const thread = root.closest("[role=main], .AO") ?? root.ownerDocument;
    const sender = [...thread.querySelectorAll(HOOKS.sender)].filter((each) => !root.contains(each)).at(-1);
    const sentAt = new Date([...thread.querySelectorAll(HOOKS.sentAt)].at(-1)?.getAttribute("title") ?? "");
    return {
      is_reply: true,
      last_from: people().address(sender?.getAttribute("email")) || people().oneLine(sender?.getAttribute("name"), 200),
      last_at: Number.isNaN(sentAt.valueOf()) ? null : sentAt.toISOString(),
      subject: people().oneLine(thread.querySelector(HOOKS.threadSubject)?.textContent || subject?.value),
    };
  }

  /** @type {SiteAdapter["readFacts"]} */
  function readFacts(box) {
    const signature = box.body.querySelector(HOOKS.signature);
    return {
      recipients: recipientsOf(box),
      thread: threadOf(box),
      has_signature: Boolean(signature && (signature.textContent?.trim() || signature.querySelector("img"))),
    };
  }

  /** @type {SiteAdapter["buttonPlace"]} */
  function buttonPlace({ root }) {
    const cell = root.querySelector(HOOKS.sendCell);
    if (cell?.parentElement && reading.visible(cell)) return { parent: cell.parentElement, before: cell.nextSibling };
    const send = root.querySelector(HOOKS.send);
    if (send?.parentElement && reading.visible(send)) return { parent: send.parentElement, before: send.nextSibling };
    const toolbar = root.querySelector(HOOKS.toolbar);
    return reading.visible(toolbar) ? { parent: /** @type {Element} */ (toolbar), before: null } : null;
  }

  /** @type {SiteAdapter["tailStart"]} */
  function tailStart({ body }) {
    return body.querySelector(`${HOOKS.signature}, ${HOOKS.quote}`);
  }

  /** @type {SiteAdapter["isSend"]} */
  function isSend(event, box) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const send = event.type === "click" && target.closest?.(HOOKS.send);
    return send ? box.root.contains(send) : globalThis.Afterword.sends.isOrdinarySend(event, box);
  }

  function hooks() {
    const root = document.querySelector(HOOKS.root);
    const names = /** @type {const} */ (["anchor", "subject", "root", "body", "sendCell", "toolbar", "send"]);
    const found = names.map((name) => ({ name, found: Boolean(document.querySelector(HOOKS[name])) }));
    return [...found, { name: "recipients", found: Boolean(root?.querySelector(`${HOOKS.peopleKit("to")}, ${HOOKS.typed("to")}, ${HOOKS.chips}`)) }];
  }

  globalThis.Afterword.sites.gmail = { name: "Gmail", findBox, openBoxes, readFacts, buttonPlace, tailStart, isSend, hooks };
}
