// LinkedIn: profile, connection note, message box, InMail. Two layouts are live at the same time: the classic one, and one whose
// class names are machine-made (facts collected in November 2026; profile hooks checked against pages captured in 2024 and 2026).
// Only reads, and fills the one box the person opened: none of LinkedIn's own buttons is ever pressed (X19).
"use strict";
{
  const { reading } = globalThis.Afterword;
  /** Loaded with the first click. */
  const people = () => globalThis.Afterword.people;

  const HOOKS = {
    /** The top card of a profile in the new layout. */
    topCard: 'section[componentkey*="profile.card.ref"][componentkey$="Topcard"], section[componentkey$="Topcard"]',
    /** The same in the classic layout: the section around the page's only large heading. */
    classicName: "h1",
    classicCard: "section, main",
    classicHeadline: ".text-body-medium.break-words, .text-body-medium",
    classicCompany: 'button[aria-label^="Current company"], ul[class*="right-panel"] li:first-child button',
    name: "h2, h1",
    /** Host of the open shadow root that holds the message boxes and the invitation dialog. */
    outlet: "#interop-outlet, [data-testid=interop-shadowdom]",
    dialog: "[role=dialog], dialog",
    note: 'textarea#custom-message, textarea[name="message"], textarea[id$="custom-message"]',
    message: '.msg-form__contenteditable, [role=textbox][contenteditable="true"]',
    /** Posts and comments are written in editors of their own. */
    notMessage: '.ql-editor, .ProseMirror, .tiptap, [class*="comment"], [class*="share-"]',
    salesPath: /^\/sales\//,
    conversation: ".msg-overlay-conversation-bubble, .msg-convo-wrapper, .msg-thread, .thread-container, [role=dialog], dialog",
    /** The other person's name, best first. */
    participants: [
      ".org-inbox-thread__link-to-profile", ".msg-s-event-listitem--other .msg-s-message-group__name", ".artdeco-entity-lockup__title > *:first-child",
      ".artdeco-entity-lockup__title", ".msg-entity-lockup__entity-title", ".artdeco-pill", ".feed-shared-actor__name", ".msg-overlay-bubble-header__title", "h2",
    ],
    profileLink: '.msg-thread__link-to-profile, .msg-overlay-bubble-header__title a[href*="/in/"], a[href*="/in/"], a[href*="/sales/lead/"]',
    subject: 'input[name="subject"], input[placeholder*="ubject"]',
    send: '.msg-form__send-button, button[type=submit], button[aria-label="Send invitation"], button[aria-label="Send now"], button[aria-label="Send"]',
    withoutNote: '[aria-label="Send without a note"]',
  };

  const NEW_MESSAGE = /^new message$/i;
  const DEGREE = /^\s*·/;
  const PRONOUNS = /^\(?\p{L}{2,6}(\s?\/\s?\p{L}{2,6})+\)?$/u;
  const COUNTER = /\b\d{1,4}\s*\/\s*(\d{2,4})\b/;
  const INMAIL_LIMIT = 1900;
  /** Profile pages, without their edit and list pages. */
  const PROFILE_PATH = /^\/in\/([^/]+)(?:\/(?:overlay\/.*)?)?$/;

  /** The nearest that matches, from the element outwards, also out of its shadow root. @param {Element} element @param {string} selector */
  function nearest(element, selector) {
    for (let each = /** @type {Element | null} */ (element); each; each = reading.around(each)) if (each.matches(selector)) return each;
    return null;
  }

  /** @param {string | null | undefined} address */
  function profileUrl(address) {
    const id = /\/(?:in|sales\/lead)\/([^/?#,]+)/.exec(address ?? "")?.[1];
    return id ? `https://www.linkedin.com/in/${id}/` : "";
  }

  function topCard() {
    const card = [...document.querySelectorAll(HOOKS.topCard)].find((each) => each.matches("section") && each.querySelector(HOOKS.name));
    const named = [...document.querySelectorAll(HOOKS.name)].find((each) => each.textContent?.trim() === nameInTitle().trim());
    return card ?? (document.querySelector(HOOKS.classicName) ?? named)?.closest(HOOKS.classicCard) ?? null;
  }

  /** Lines under the name in the new layout: headline, then "Company · School". @param {Element} card @param {Element} name */
  function linesUnder(card, name) {
    for (let block = name.parentElement; block && card.contains(block); block = block.parentElement) {
      const lines = [...block.children].filter((child) => child.matches("p")).map((line) => line.textContent?.trim() ?? "");
      // Degree and pronouns stand in the name's own row; a second, hidden degree stands beside the visible one.
      const telling = lines.filter((line) => line && !DEGREE.test(line) && !PRONOUNS.test(line));
      if (telling.length) return telling;
    }
    return [];
  }

  /** "(3) Dana Whitfield | LinkedIn" */
  const nameInTitle = () => document.title.replace(/^\(\d+\+?\)\s*/, "").split("|")[0];

  /** @returns {NonNullable<DraftRequest["person"]>} */
  function personOnProfile() {
    const card = topCard();
    const name = card?.querySelector(HOOKS.name);
    const lines = card && name ? linesUnder(card, name) : [];
    const headline = card?.querySelector(HOOKS.classicHeadline)?.textContent || lines[0];
    const company = card?.querySelector(HOOKS.classicCompany)?.textContent || lines[1]?.split(" · ")[0];
    return {
      name: people().oneLine(name?.textContent || nameInTitle(), 200),
      headline: people().oneLine(headline, 300),
      company: people().oneLine(company, 200),
      linkedin_url: profileUrl(location.pathname),
    };
  }

  function profile() {
    const card = PROFILE_PATH.test(location.pathname) ? topCard() : null;
    if (!card) return null;
    return { root: card, place: { parent: card, before: null }, facts: () => ({ person: personOnProfile() }) };
  }

  /** @param {HTMLElement} text @returns {ComposeBox | null} */
  function noteBox(text) {
    const root = nearest(text, HOOKS.dialog);
    return root && text.matches("textarea") ? { surface: "linkedin_note", root, body: text, subject: null } : null;
  }

  /** @param {HTMLElement} text @returns {ComposeBox | null} */
  function messageBox(text) {
    const root = nearest(text, HOOKS.conversation) ?? oneHeadingAround(text) ?? text.closest("form") ?? text.parentElement;
    if (!root) return null;
    const subject = /** @type {HTMLInputElement | null} */ ([...root.querySelectorAll(HOOKS.subject)].find(reading.visible) ?? null);
    return { surface: subject ? "linkedin_inmail" : "linkedin_message", root, body: text, subject };
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
    if (HOOKS.salesPath.test(location.pathname) && text.matches("textarea")) return messageBox(text);
    if (text.matches("textarea")) return noteBox(text);
    return text.matches(HOOKS.message) && !nearest(text, HOOKS.notMessage) ? messageBox(text) : null;
  }

  /** @type {SiteAdapter["openBoxes"]} */
  function openBoxes(page) {
    return [...page.querySelectorAll(`${HOOKS.note}, ${HOOKS.message}`)].map(findBox).filter((box) => box !== null);
  }

  function shadowRoots() {
    return [...document.querySelectorAll(HOOKS.outlet)].map((host) => host.shadowRoot).filter((root) => root !== null);
  }

  /** @param {ComposeBox} box */
  function participant({ root }) {
    for (const hook of HOOKS.participants) {
      const names = [...root.querySelectorAll(hook)].map((each) => people().oneLine(each.textContent, 200));
      const name = names.find((each) => each && !NEW_MESSAGE.test(each));
      if (name) return name;
    }
    return "";
  }

  /** @param {ComposeBox} box @returns {NonNullable<DraftRequest["person"]>} */
  function personOf(box) {
    const onProfile = PROFILE_PATH.test(location.pathname) ? personOnProfile() : null;
    const name = box.surface === "linkedin_note" ? "" : participant(box);
    // Message boxes link to a member id; the profile behind them has the address that people know.
    if (onProfile && (!name || name === onProfile.name)) return onProfile;
    return { name, headline: "", company: "", linkedin_url: profileUrl(box.root.querySelector(HOOKS.profileLink)?.getAttribute("href")) };
  }

  /** How much the box takes, in characters, as the box itself says. @param {ComposeBox} box */
  function limitOf({ surface, root, body }) {
    const most = /** @type {HTMLTextAreaElement} */ (body).maxLength;
    if (most > 0) return most;
    if (surface === "linkedin_inmail") return INMAIL_LIMIT;
    const counter = surface === "linkedin_note" ? COUNTER.exec(root.textContent ?? "") : null;
    return counter ? Number(counter[1]) : null;
  }

  /** @type {SiteAdapter["readFacts"]} */
  const readFacts = (box) => ({ person: personOf(box), has_signature: false, limit: limitOf(box) });

  /** @param {Element} root */
  function sendIn(root) {
    return [...root.querySelectorAll(HOOKS.send)].find((each) => reading.visible(each) && !each.matches(HOOKS.withoutNote));
  }

  /** LinkedIn's own model has seen the text only when its Send is on. @param {ComposeBox} box */
  function sendReady({ root }) {
    const send = sendIn(root);
    return !send || !send.matches(":disabled, [aria-disabled=true]");
  }

  /** @type {SiteAdapter["isSend"]} */
  function isSend(event, box) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.type === "click" && nearest(target, HOOKS.withoutNote)) return false;
    const send = sendIn(box.root);
    if (event.type === "click" && send) return send.contains(target) && sendReady(box);
    const { key, shiftKey } = /** @type {KeyboardEvent} */ (event);
    // Where the person has chosen "press Enter to send", the Send button is gone.
    const enterSends = event.type === "keydown" && key === "Enter" && !shiftKey && !send && box.surface === "linkedin_message" && box.body.contains(target);
    return enterSends || globalThis.Afterword.webmailFacts.isSend(event, box);
  }

  function hooks() {
    const places = [document, ...shadowRoots()];
    const there = (/** @type {string} */ hook) => places.some((place) => place.querySelector(hook) !== null);
    return [
      { name: "topCard", found: topCard() !== null },
      ...(/** @type {const} */ (["outlet", "note", "message", "send"])).map((name) => ({ name, found: there(HOOKS[name]) })),
    ];
  }

  globalThis.Afterword.sites.linkedin = {
    name: "LinkedIn", findBox, openBoxes, shadowRoots, profile, readFacts, buttonPlace: () => null, tailStart: () => null, isSend, sendReady, hooks,
  };
}
