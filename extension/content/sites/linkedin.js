// LinkedIn: profile, connection note, message boxes, InMail, Sales Navigator, post. Two layouts are live at the same time: the
// classic one, and one whose class names are machine-made (facts collected in November 2026; profile hooks checked against pages
// captured in 2024 and 2026). Finds the boxes and places the button; what it reads after a click is in linkedin_facts.js.
// Only reads, and fills the one box the person opened: none of LinkedIn's own buttons is ever pressed (X19).
"use strict";
{
  const { reading, signs } = globalThis.Afterword;
  /** Loaded with the first click. */
  const facts = () => globalThis.Afterword.linkedinFacts;

  const HOOKS = {
    /** The top card of a profile in the new layout. */
    topCard: 'section[componentkey*="profile.card.ref"][componentkey$="Topcard"], section[componentkey$="Topcard"]',
    /** The same in the classic layout: the section around the page's only large heading. */
    classicName: "h1",
    classicCard: "section, main",
    name: "h2, h1",
    outlet: signs.hooks.outlet,
    dialog: "[role=dialog], dialog",
    note: signs.hooks.note,
    message: signs.hooks.message,
    /** Posts and comments are written in editors of their own. */
    notMessage: '.ql-editor, .ProseMirror, .tiptap, [class*="comment"], [class*="share-"]',
    post: signs.hooks.post,
    comment: '[class*="comment"]',
    conversation: ".msg-overlay-conversation-bubble, .msg-convo-wrapper, .msg-thread, .thread-container, [role=dialog], dialog",
    subject: 'input[name="subject"], input[placeholder*="ubject"]',
    send: '.msg-form__send-button, button[type=submit], button[aria-label="Send invitation"], button[aria-label="Send now"], button[aria-label="Send"]',
  };

  const SALES_PATH = /^\/sales\//;
  /** Profile pages, without their edit and list pages. */
  const PROFILE_PATH = /^\/in\/([^/]+)(?:\/(?:overlay\/.*)?)?$/;

  /** The nearest that matches, from the element outwards, also out of its shadow root. @param {Element} element @param {string} selector */
  function nearest(element, selector) {
    for (let each = /** @type {Element | null} */ (element); each; each = reading.around(each)) if (each.matches(selector)) return each;
    return null;
  }

  /** The card with the person's name, on a profile only. */
  function topCard() {
    if (!PROFILE_PATH.test(location.pathname)) return null;
    const card = [...document.querySelectorAll(HOOKS.topCard)].find((each) => each.matches("section") && each.querySelector(HOOKS.name));
    const named = [...document.querySelectorAll(HOOKS.name)].find((each) => each.textContent?.trim() === nameInTitle().trim());
    return card ?? (document.querySelector(HOOKS.classicName) ?? named)?.closest(HOOKS.classicCard) ?? null;
  }

  /** "(3) Dana Whitfield | LinkedIn" */
  const nameInTitle = () => document.title.replace(/^\(\d+\+?\)\s*/, "").split("|")[0];

  function profile() {
    const card = topCard();
    return card && { root: card, place: { parent: card, before: null }, facts: () => ({ person: facts().personOnProfile() }) };
  }

  /** @param {HTMLElement} text @returns {ComposeBox | null} */
  function noteBox(text) {
    const root = nearest(text, HOOKS.dialog);
    return root && text.matches("textarea") ? { surface: "linkedin_note", root, body: text, subject: null } : null;
  }

  /** @param {HTMLElement} text @param {Element | null} [root] @returns {ComposeBox | null} */
  function messageBox(text, root = nearest(text, HOOKS.conversation) ?? oneHeadingAround(text) ?? text.closest("form") ?? text.parentElement) {
    if (!root) return null;
    const subject = /** @type {HTMLInputElement | null} */ ([...root.querySelectorAll(HOOKS.subject)].find(reading.visible) ?? null);
    return { surface: subject ? "linkedin_inmail" : "linkedin_message", root, body: text, subject };
  }

  /** A post to share something in one's field (W26); a comment is none. @param {HTMLElement} text @returns {ComposeBox | null} */
  function postBox(text) {
    const root = nearest(text, HOOKS.dialog);
    return root && !nearest(text, HOOKS.comment) ? { surface: "linkedin_post", root, body: text, subject: null } : null;
  }

  /** In the new layout a conversation is the smallest element with exactly one heading. @param {Element} text */
  function oneHeadingAround(text) {
    for (let outer = reading.around(text); outer; outer = reading.around(outer)) {
      const headings = outer.querySelectorAll("h2").length;
      if (headings) return headings === 1 ? outer : null;
    }
    return null;
  }

  /** @type {SiteAdapter["findBox"]} */
  function findBox(target) {
    const text = reading.editableAt(target);
    if (!text || !reading.visible(text)) return null;
    // Sales Navigator has text fields for notes of one's own, too: only those of a conversation count.
    if (SALES_PATH.test(location.pathname) && text.matches("textarea")) return messageBox(text, nearest(text, HOOKS.conversation));
    if (text.matches("textarea")) return noteBox(text);
    if (text.matches(HOOKS.post)) return postBox(text);
    return text.matches(HOOKS.message) && !nearest(text, HOOKS.notMessage) ? messageBox(text) : null;
  }

  /** @type {SiteAdapter["openBoxes"]} */
  function openBoxes(page) {
    const sales = SALES_PATH.test(location.pathname) ? ", textarea" : "";
    return [...page.querySelectorAll(`${HOOKS.note}, ${HOOKS.message}, ${HOOKS.post}${sales}`)].map(findBox).filter((box) => box !== null);
  }

  function shadowRoots() {
    return [...document.querySelectorAll(HOOKS.outlet)].map((host) => host.shadowRoot).filter((root) => root !== null);
  }

  function hooks() {
    const places = [document, ...shadowRoots()];
    const there = (/** @type {string} */ hook) => places.some((place) => place.querySelector(hook) !== null);
    return [
      { name: "topCard", found: topCard() !== null },
      ...(/** @type {const} */ (["outlet", "note", "message", "post", "send"])).map((name) => ({ name, found: there(HOOKS[name]) })),
    ];
  }

  globalThis.Afterword.sites.linkedin = {
    name: "LinkedIn", clickPart: "linkedinFacts", shared: { nearest, topCard, nameInTitle, send: HOOKS.send, nameHook: HOOKS.name },
    findBox, openBoxes, shadowRoots, profile, buttonPlace: () => null, tailStart: () => null, hooks,
    readFacts: (box) => facts().readFacts(box), isSend: (event, box) => facts().isSend(event, box), sendReady: (box) => facts().sendReady(box),
  };
}
