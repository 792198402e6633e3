// The second half of the general adapter: what a compose says of its recipients and its thread.
"use strict";
{
  const { reading, people, sends, webmailHints } = globalThis.Afterword;
  const { meanings } = /** @type {WebmailAdapter} */ (globalThis.Afterword.sites.webmail);

  const REPLY = /^\s*(re|aw|sv|antw|rv|vs|odp|回复|答复|回覆)\s*(\[\d+\])?\s*[:：]/iu;
  const SIGNATURE_LINE = /(^|\n)--[ \u00a0]?(\n|$)/;

  const HOOKS = {
    /** Recipients shown as chips: with an address in an attribute, or in their text. */
    chips: '[data-email], [email], [data-address], [data-hovercard-id*="@"], [title*="@"], [aria-label*="@"], [role=option], [role=listitem], [draggable=true], li, span',
    /** Where the user's own address stands. */
    own: '[name*="from" i], [id*="from" i], [class*="from" i], [aria-label*="from" i], header nav',
    signature: '.moz-signature, .gmail_signature, [data-smartmail=gmail_signature], [id*="signature" i], [class*="signature" i]',
    quote: 'blockquote, .gmail_quote, .moz-cite-prefix, #divRplyFwdMsg, #appendonsend, [type=cite]',
    /** A reply keeps its subject out of sight. */
    hiddenSubject: 'input[name="subject" i], input[name="_subject"]',
    /** Horde, SquirrelMail: the message replied to. */
    repliedTo: 'input[name="_in_reply_to"], input[name="in_reply_to"], input[name="reply_id"]',
  };

  /** A hook of every site and, where the page is that of a known one, its own. @param {"signature" | "quote" | "repliedTo"} name */
  const hook = (name) => [HOOKS[name], hint()?.[name]].filter(Boolean).join(", ");

  /** What is known of this site. */
  const hint = () => webmailHints.find(({ known }) => document.querySelector(known));

  /** @param {Element} chip @returns {{ name: string, email: string } | null} */
  function personOf(chip) {
    const given = ["data-email", "email", "data-address", "data-hovercard-id", "title", "aria-label"].map((name) => chip.getAttribute(name) ?? "");
    const email = given.map((value) => people.address(value) || (people.ADDRESS.exec(value)?.[0] ?? "")).find(Boolean);
    const text = (chip.textContent ?? "").replace(/\s*[,;×✕]?\s*$/, "");
    const shown = text.includes("@") ? text : chip.getAttribute("data-name") ?? text;
    const found = people.person(separated(shown), email);
    return found?.email ? found : null;
  }

  /** "Dana Whitfield dana@acme.com" and "Dana (dana@acme.com)" as "Dana <dana@acme.com>". @param {string} shown */
  function separated(shown) {
    const address = /[<>]/.test(shown) ? null : people.ADDRESS.exec(shown);
    return address ? `${shown.slice(0, address.index).replace(/[\s([]+$/, "")} <${address[0]}>` : shown;
  }

  /** @param {ComposeBox} box */
  function chipsOf({ root, body }) {
    const holder = reading.frameOf(body) ?? body;
    const known = hint()?.recipients;
    const marked = known ? [...root.querySelectorAll(known)] : [];
    const chips = (marked.length ? marked : [...root.querySelectorAll(HOOKS.chips)]).filter((chip) => !holder.contains(chip) && !chip.closest(HOOKS.own) && !chip.contains(holder));
    // The innermost element that shows the address; its chip is the nearest one around with a name in it.
    const telling = chips.filter((chip) => personOf(chip) && !chips.some((other) => other !== chip && chip.contains(other) && personOf(other)));
    return telling.map((chip) => {
      const wider = chip.closest("li, [role=option], [role=listitem], [draggable=true]");
      const whole = wider && root.contains(wider) ? personOf(wider) : null;
      return whole?.name ? whole : personOf(chip);
    });
  }

  /** @param {ComposeBox} box */
  function recipientsOf(box) {
    const { field: anyField, isTo, isCc, isNotTo } = meanings;
    const fields = [...box.root.querySelectorAll(anyField)].filter((field) => field !== box.subject && field !== box.body);
    const valueOf = (/** @type {Element} */ field) => ("value" in field ? String(field.value) : field.textContent ?? "");
    const to = fields.filter((field) => isTo(field) || field.matches("[type=email]") && !isNotTo(field) && !isCc(field));
    const named = [...to, ...fields.filter(isCc)].flatMap((field) => people.peopleIn(valueOf(field)));
    return people.distinct([...named, ...chipsOf(box)]);
  }

  /** @param {ComposeBox} box @param {{ name: string, email: string }[]} recipients @returns {DraftRequest["thread"]} */
  function threadOf({ root, subject, body }, recipients) {
    const hidden = /** @type {HTMLInputElement | null} */ (root.querySelector(HOOKS.hiddenSubject));
    const title = people.oneLine((subject ?? hidden)?.value);
    const repliedTo = /** @type {HTMLInputElement | null} */ (root.querySelector(hook("repliedTo")));
    const isReply = REPLY.test(title) || Boolean(repliedTo?.value);
    if (!isReply) return { is_reply: false, last_from: "", last_at: null, subject: title };
    const attribution = reading.textOf(body).split("\n").find((line) => /[:：]\s*$/.test(line) && people.ADDRESS.test(line)) ?? "";
    return { is_reply: true, last_from: people.ADDRESS.exec(attribution)?.[0] ?? recipients[0]?.email ?? "", last_at: null, subject: title };
  }

  /** @type {SiteAdapter["readFacts"]} */
  function readFacts(box) {
    const recipients = recipientsOf(box);
    return { recipients, thread: threadOf(box, recipients), has_signature: hasSignature(box.body) };
  }

  /** @param {HTMLElement} body */
  function hasSignature(body) {
    const marked = [...body.querySelectorAll(hook("signature"))].some((element) => element.textContent?.trim() || element.querySelector("img"));
    return marked || SIGNATURE_LINE.test(reading.textOf(body));
  }

  /** @type {SiteAdapter["tailStart"]} */
  function tailStart({ body }) {
    return body.querySelector(`${hook("signature")}, ${hook("quote")}`);
  }

  /** @type {SiteAdapter["isSend"]} */
  function isSend(event, box) {
    const known = event.type === "click" && hint()?.send;
    const send = known && /** @type {Element} */ (event.composedPath()[0]).closest?.(known);
    return Boolean(send && box.root.contains(send)) || sends.isOrdinarySend(event, box);
  }

  globalThis.Afterword.webmailFacts = { readFacts, tailStart, isSend };
}
