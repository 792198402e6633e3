// Any other webmail, by meaning: what labels, roles and values tell of a compose.
// What is known of single sites (Roundcube, SOGo, Yahoo, Proton) only adds names to look for.
"use strict";
{
  const { reading, sendControl } = globalThis.Afterword;

  const SUBJECT = /\bsubject|subject\b|betreff|objet\b|asunto|oggetto|assunto|onderwerp|\btemat\b|ämne|\bemne\b|\baihe\b|předmět|\bkonu\b|\bтема\b|件名|主题|主題|제목/iu;
  const TO = /^[_\s]*(to|an|à|para|a|aan|do|till|til|komu|kime|кому|宛先|收件人|받는 사람)[_\s]*[:：]?$|recipient|empfänger|destinat|ontvanger|odbiorc|mottaga|mottaker|modtager|получат|(message|compose|composer|field)[-_:.\s]?to\b|^to[\s,:-]/iu;
  const CC = /^[_\s]*(cc|kopie|copie|copia|dw|kopia)[_\s]*[:：]?$|(message|compose|composer|field)[-_:.\s]?cc\b/iu;
  const NOT_TO = /bcc|reply|follow|search|suche|recherche|from\b/iu;

  const HOOKS = {
    writable: "textarea, [contenteditable]:not([contenteditable=false]), iframe",
    field: "input, textarea, [role=combobox], [role=textbox], [contenteditable=true]",
    oneLine: "[aria-multiline=false], [role=combobox], [role=searchbox], [type=search]",
  };

  const EDITABLE = "[contenteditable]:not([contenteditable=false])";
  const DEEPEST = 25;

  /** Every name a field goes by. @param {Element} field */
  function labelOf(field) {
    const root = /** @type {Document | ShadowRoot} */ (field.getRootNode());
    const labelled = (field.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
      .map((id) => root.getElementById?.(id)?.textContent ?? "");
    const labels = "labels" in field && field.labels ? [.../** @type {HTMLInputElement} */ (field).labels ?? []].map((each) => each.textContent ?? "") : [];
    const own = ["aria-label", "placeholder", "title", "name", "id", "data-testid", "data-test-id"].map((name) => field.getAttribute(name) ?? "");
    return [...labelled, ...labels, ...own].map((each) => each.trim().slice(0, 100)).filter(Boolean);
  }

  /** The editor that a frame's page consists of. A page with fields of its own is a compose that happens to be framed. @param {Document} inner */
  function editorIn(inner) {
    if (!inner.body || inner.querySelector("input:not([type=hidden]), textarea, select")) return null;
    if (inner.designMode === "on" || inner.body.matches(EDITABLE)) return inner.body;
    return /** @type {HTMLElement | null} */ (inner.querySelector(EDITABLE));
  }

  /** @param {HTMLIFrameElement} frame */
  function bodyInFrame(frame) {
    try {
      return frame.contentDocument && editorIn(frame.contentDocument);
    } catch {
      return null; // a frame of another origin
    }
  }

  /** Whether the page around this frame, being of the same origin, gives the editor its button. */
  const isServedFromOutside = () => window.frameElement !== null && editorIn(document) !== null;

  /** @param {Element} field @param {RegExp} meaning */
  const means = (field, meaning) => labelOf(field).some((label) => meaning.test(label));
  /** @param {Element} field */
  const isTo = (field) => means(field, TO) && !means(field, NOT_TO) && !means(field, SUBJECT);
  /** @param {Element} field */
  const isCc = (field) => means(field, CC) && !means(field, NOT_TO);

  /** The text that an element is, if any: a frame's editable body, a large text field, an editable block. @param {Element} element */
  function textAt(element) {
    if (element instanceof HTMLIFrameElement) return element.getAttribute("src")?.startsWith("/preload/") ? null : bodyInFrame(element);
    if (element.matches(HOOKS.oneLine) || element.matches("input") || isTo(element) || isCc(element) || means(element, SUBJECT)) return null;
    return /** @type {HTMLElement} */ (element);
  }

  /** The largest visible text of a compose. @param {Element} root */
  function bodyIn(root) {
    const texts = [...root.querySelectorAll(HOOKS.writable)].filter(reading.visible)
      .map((element) => ({ element, body: textAt(element) }))
      .filter(({ element, body }) => body && !element.parentElement?.closest("[contenteditable=true]"));
    const area = (/** @type {Element} */ element) => element.clientWidth * element.clientHeight;
    return texts.sort((one, other) => area(other.element) - area(one.element))[0]?.body ?? null;
  }

  /** @param {ParentNode} root @returns {HTMLInputElement | null} */
  function subjectIn(root) {
    const inputs = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input")].filter((input) => /^(text|)$/.test(input.getAttribute("type") ?? "")));
    return inputs.find((input) => means(input, SUBJECT) && reading.visible(input)) ?? null;
  }

  /** @param {ParentNode} root */
  function toFieldIn(root) {
    const fields = [...root.querySelectorAll(HOOKS.field)];
    return fields.find(isTo) ?? fields.find((field) => field.matches("[type=email]")) ?? null;
  }

  /** Whether the caret here means that a text is written, even where no subject or recipient is found. @param {HTMLElement} body */
  function isWritingPlace(body) {
    if (body.matches(HOOKS.oneLine)) return false;
    if (body instanceof HTMLTextAreaElement) return body.rows >= 4 || body.clientHeight >= 80;
    return body.matches("body, [aria-multiline=true], [role=textbox]") || body.clientHeight >= 80;
  }

  /** @type {SiteAdapter["findBox"]} */
  function findBox(target) {
    const seenFrom = reading.frameOf(target) ?? target;
    const editable = reading.editableAt(target);
    const text = seenFrom instanceof HTMLIFrameElement ? textAt(seenFrom) : editable && textAt(editable);
    // A search field or a list that gets the focus is no part of a compose.
    if (!text && !(editable && (means(editable, SUBJECT) || isTo(editable) || isCc(editable)))) return null;
    return composeAround(seenFrom, text) ?? (text && isWritingPlace(text) ? textAlone(seenFrom, text) : null);
  }

  /**
   * The nearest ancestor that holds a text and a subject or a To field.
   * @param {Element} element
   * @param {HTMLElement | null} text the text that has the caret, if it is one
   * @returns {ComposeBox | null}
   */
  function composeAround(element, text) {
    let outer = reading.around(element);
    for (let depth = 0; outer && depth < DEEPEST; depth += 1, outer = reading.around(outer)) {
      // A text in a shadow root is not found from outside it, but known from the caret.
      const body = subjectIn(outer) || toFieldIn(outer) ? bodyIn(outer) ?? text : null;
      if (!body) continue;
      // A chat beside an open compose: the larger text is the mail, this one is not.
      if (text && body !== text) return null;
      const root = wholeCompose(outer);
      return { surface: "webmail", root, body, subject: subjectIn(root) };
    }
    return null;
  }

  /** @param {Element} element @param {HTMLElement} text @returns {ComposeBox} */
  function textAlone(element, text) {
    return { surface: "webmail", root: element.closest("form, [role=dialog]") ?? element.parentElement ?? element, body: text, subject: null };
  }

  /** The form or dialog in which subject, recipients and Send all lie. @param {Element} found */
  function wholeCompose(found) {
    return found.closest("form, [role=dialog], dialog") ?? found;
  }

  /** @type {SiteAdapter["openBoxes"]} */
  function openBoxes(page) {
    const subject = subjectIn(page);
    const to = subject ?? toFieldIn(page);
    const box = to && findBox(to);
    return box ? [box] : [];
  }

  /** @param {Element} root */
  function sendIn(root) {
    return [...root.querySelectorAll(sendControl.ANY)].find((control) => sendControl.is(control) && reading.visible(control)) ?? null;
  }

  /** @type {SiteAdapter["buttonPlace"]} */
  function buttonPlace({ root }) {
    const send = sendIn(root);
    return send?.parentElement && !send.parentElement.matches("[role=group], .btn-group") ? { parent: send.parentElement, before: send.nextSibling } : null;
  }

  function hooks() {
    const box = openBoxes(document)[0];
    return [
      { name: "text", found: Boolean(box) },
      { name: "subject", found: Boolean(box?.subject) },
      { name: "recipients", found: Boolean(toFieldIn(document)) },
      { name: "send", found: Boolean(sendIn(document.body)) },
    ];
  }

  const meanings = { field: HOOKS.field, isTo, isCc, isNotTo: (/** @type {Element} */ field) => means(field, NOT_TO) };

  /** What runs only after a click is in webmail_facts.js, so that a page load stays light. */
  const facts = () => globalThis.Afterword.webmailFacts;
  globalThis.Afterword.sites.webmail = {
    name: "Webmail", clickPart: "webmailFacts", meanings, findBox, openBoxes, isServedFromOutside, buttonPlace, hooks,
    readFacts: (box) => facts().readFacts(box), tailStart: (box) => facts().tailStart(box), isSend: (event, box) => facts().isSend(event, box),
  };
}
