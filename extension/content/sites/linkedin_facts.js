// The second half of LinkedIn's adapter: whom a profile or a box is about, how much it takes, and when it is sent. Loaded with
// the first click. Nothing is taken but the name, headline, company and address of the one person the click is about (X19).
"use strict";
{
  const { people, reading, sends } = globalThis.Afterword;
  const { nearest, topCard, nameInTitle, send: SEND, nameHook } = /** @type {LinkedinAdapter} */ (globalThis.Afterword.sites.linkedin).shared;

  const HOOKS = {
    classicHeadline: ".text-body-medium.break-words, .text-body-medium",
    classicCompany: 'button[aria-label^="Current company"], ul[class*="right-panel"] li:first-child button',
    /** The other person's name in a conversation, best first. */
    participants: [
      ".org-inbox-thread__link-to-profile", ".msg-s-event-listitem--other .msg-s-message-group__name", ".artdeco-entity-lockup__title > *:first-child",
      ".artdeco-entity-lockup__title", ".msg-entity-lockup__entity-title", ".artdeco-pill", ".feed-shared-actor__name", ".msg-overlay-bubble-header__title",
      'a[href*="/sales/lead/"]', "h2",
    ],
    /** The person an invitation goes to, where its dialog names them: any profile's neighbours can be invited from it. */
    invited: ['a[href*="/in/"]', "strong"],
    profileLink: '.msg-thread__link-to-profile, .msg-overlay-bubble-header__title a[href*="/in/"], a[href*="/in/"], a[href*="/sales/lead/"]',
    withoutNote: '[aria-label="Send without a note"]',
  };

  const NEW_MESSAGE = /^new message$/i;
  /** What could be a name among a dialog's words: no number, no question. */
  const NAME = /^\p{L}[^\d?!:]*$/u;
  const DEGREE = /^\s*·/;
  const PRONOUNS = /^\(?\p{L}{2,6}(\s?\/\s?\p{L}{2,6})+\)?$/u;
  const COUNTER = /\b\d{1,4}\s*\/\s*(\d{2,4})\b/;
  const INMAIL_LIMIT = 1900;

  /** @param {string | null | undefined} address */
  function profileUrl(address) {
    const id = /\/(?:in|sales\/lead)\/([^/?#,]{1,200})/.exec(address ?? "")?.[1];
    return id ? `https://www.linkedin.com/in/${id}/` : "";
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

  /** @returns {NonNullable<DraftRequest["person"]>} */
  function personOnProfile() {
    const card = topCard();
    const name = card?.querySelector(nameHook);
    const lines = card && name ? linesUnder(card, name) : [];
    const headline = card?.querySelector(HOOKS.classicHeadline)?.textContent || lines[0];
    const company = card?.querySelector(HOOKS.classicCompany)?.textContent || lines[1]?.split(" · ")[0];
    return {
      name: people.oneLine(name?.textContent || nameInTitle(), 200),
      headline: people.oneLine(headline, 300),
      company: people.oneLine(company, 200),
      linkedin_url: profileUrl(location.pathname),
    };
  }

  /** @param {ComposeBox} box */
  function participant({ surface, root }) {
    const isNote = surface === "linkedin_note";
    for (const hook of isNote ? HOOKS.invited : HOOKS.participants) {
      const names = [...root.querySelectorAll(hook)].map((each) => people.oneLine(each.textContent, 200));
      const name = names.find((each) => (isNote ? NAME.test(each) : each && !NEW_MESSAGE.test(each)));
      if (name) return name;
    }
    return "";
  }

  /** @param {ComposeBox} box @returns {NonNullable<DraftRequest["person"]>} */
  function personOf(box) {
    const onProfile = topCard() && personOnProfile();
    if (onProfile && box.surface === "linkedin_note" && box.root.textContent?.includes(onProfile.name)) return onProfile;
    const name = participant(box);
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

  /** A post is to nobody. @type {SiteAdapter["readFacts"]} */
  const readFacts = (box) => (box.surface === "linkedin_post" ? {} : { person: personOf(box), has_signature: false, limit: limitOf(box) });

  /** @param {Element} root */
  function sendIn(root) {
    return [...root.querySelectorAll(SEND)].find((each) => reading.visible(each) && !each.matches(HOOKS.withoutNote));
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
    return enterSends || sends.isOrdinarySend(event, box);
  }

  globalThis.Afterword.linkedinFacts = { personOnProfile, readFacts, isSend, sendReady };
}
