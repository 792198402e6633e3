// Outlook on the web (live, office, office365, cloud.microsoft): new message, pop-out window, inline reply. Hooks from Briskine and
// other public projects, November 2026; no page of Outlook itself was at hand. Text and subject have held for years; recipients
// change every few months and are read by best effort (outlook_facts.js).
"use strict";
{
  const { reading, signs } = globalThis.Afterword;

  const HOOKS = {
    body: signs.hooks.body,
    /** The compose: a pane or inline reply; the form of a pop-out window; else the page's main part. */
    pane: '[id^="docking_InitVisiblePart"]',
    form: '[data-app-section="Form_Content"]',
    main: "[role=main]",
    /** One-line fields; the last is the subject, the ones before belong to pickers. */
    subject: 'input[type="text"][autocomplete="off"], .ms-TextField-field[maxlength="255"]',
    /** The part of a split button that sends at once. */
    send: '#splitButton-ro__primaryActionButton, #splitButton-send__primaryActionButton, [data-testid="send-button"]',
    discard: "#discardCompose",
    /** What stands after the person's own words: signature, then the mail that is replied to. */
    tail: "#Signature, #appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container",
  };

  /** @param {Element} text */
  const rootOf = (text) => text.closest(HOOKS.pane) ?? text.closest(HOOKS.form) ?? text.closest(HOOKS.main);

  /** @param {Element} root */
  const bodyIn = (root) => /** @type {HTMLElement | undefined} */ ([...root.querySelectorAll(HOOKS.body)].find(reading.visible));

  /** @type {SiteAdapter["findBox"]} */
  function findBox(target) {
    const own = reading.editableAt(target) ?? target;
    const around = rootOf(own);
    const body = own.matches(HOOKS.body) ? /** @type {HTMLElement} */ (own) : around && bodyIn(around);
    const root = body && rootOf(body);
    // The search field of the page around an open compose is no part of it.
    if (!body || !root?.contains(own)) return null;
    const subjects = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(HOOKS.subject)]).filter((field) => reading.visible(field) && !body.contains(field));
    return { surface: "outlook", root, body, subject: subjects.at(-1) ?? null };
  }

  /** @type {SiteAdapter["openBoxes"]} */
  function openBoxes(page) {
    return /** @type {HTMLElement[]} */ ([...page.querySelectorAll(HOOKS.body)]).filter(reading.visible).map(findBox).filter((box) => box !== null);
  }

  /** Send's bar may stand beside the form; a bar of another compose is not this one's. @param {Element} root */
  function sendOf(root) {
    for (let around = /** @type {Element | null} */ (root); around; around = around.parentElement) {
      const found = [...around.querySelectorAll(HOOKS.send)].filter(reading.visible);
      if (found.length) return found.length === 1 ? found[0] : null;
    }
    return null;
  }

  /** After the whole split button, so that its menu stays beside it. @type {SiteAdapter["buttonPlace"]} */
  function buttonPlace({ root }) {
    const send = sendOf(root);
    const whole = send?.closest('[role="group"], [class*="splitButton" i]') ?? send;
    return whole?.parentElement ? { parent: whole.parentElement, before: whole.nextSibling } : null;
  }

  /** @type {SiteAdapter["isSend"]} */
  function isSend(event, box) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    const { key, altKey, ctrlKey } = /** @type {KeyboardEvent} */ (event);
    if (event.type === "keydown" && altKey && !ctrlKey && key.toLowerCase() === "s") return box.root.contains(target);
    const send = event.type === "click" && sendOf(box.root);
    return send ? send.contains(target) : globalThis.Afterword.sends.isOrdinarySend(event, box);
  }

  function hooks() {
    const names = /** @type {const} */ (["body", "pane", "form", "main", "subject", "send", "discard"]);
    return names.map((name) => ({ name, found: document.querySelector(HOOKS[name]) !== null }));
  }

  globalThis.Afterword.sites.outlook = {
    name: "Outlook", clickPart: "outlookFacts", findBox, openBoxes, buttonPlace, isSend, hooks,
    readFacts: (box) => globalThis.Afterword.outlookFacts.readFacts(box),
    tailStart: ({ body }) => body.querySelector(HOOKS.tail),
  };
}
