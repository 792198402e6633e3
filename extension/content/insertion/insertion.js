// Puts a draft into a box and reads back what stands there. What the editor says of itself is not believed: execCommand answers
// true where it destroyed the text. Two ways are never tried one after the other without reading in between.
"use strict";
{
  const { methods, reading } = globalThis.Afterword;

  /** The first that fits is tried; the next only if the first left the box untouched. */
  const ORDER = [
    methods.textField, methods.tinymce, methods.ckeditor4, methods.paste,
    methods.paragraphs, methods.lineByLine, methods.rooster, methods.richText,
  ];
  const MOST_TRIES = 2;
  const SETTLES_MS = 250;
  const SEND_WAKES_MS = 1000;
  const MOST_UNDO_STEPS = 60;

  /** Editors rearrange white space; the words and their order must be the draft's. @param {string} text */
  const words = (text) => text.replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, "");

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  /** A frame, or as long as one takes where a hidden tab has none. */
  const frame = () => Promise.race([new Promise((resolve) => requestAnimationFrame(resolve)), pause(50)]);

  /** Whether all of `part` is found in `whole`, in this order. @param {string} part @param {string} whole */
  function isKeptIn(part, whole) {
    let at = 0;
    for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length;
    return at === part.length;
  }

  /**
   * @param {string} before
   * @param {string} after
   * @param {string} draft
   * @returns {"landed" | "untouched" | "uncertain"}
   */
  function compare(before, after, draft) {
    if (after === before) return "untouched";
    const parts = after.split(draft);
    return parts.length === 2 && isKeptIn(before, parts.join("")) ? "landed" : "uncertain";
  }

  /** @param {HTMLElement} body @param {string} before @param {string} draft */
  async function readBack(body, before, draft) {
    const look = () => (body.isConnected && reading.textOf(body) !== null ? compare(before, words(reading.textOf(body)), draft) : "uncertain");
    await frame();
    await frame();
    const first = look();
    await pause(SETTLES_MS);
    const then = look();
    return first === "landed" && then === "untouched" ? "uncertain" : then;
  }

  /** How many line ends the draft needs so that a blank line parts it from what stands in the box. @param {HTMLElement} body */
  function gapIn(body) {
    const text = reading.textOf(body);
    if (!text.trim() && !body.querySelector("img, table, hr")) return 0;
    const leading = /^[^\S\n]*(\n[^\S\n]*)*/.exec(text)?.[0].split("\n").length ?? 1;
    return Math.max(0, 3 - leading);
  }

  /** Whether a person can see it and write in it. @param {Element | null | undefined} element */
  function usable(element) {
    if (!element || !reading.visible(element) || element.matches(":disabled, [readonly], [aria-hidden=true]")) return false;
    if (!element.checkVisibility) return true;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true });
  }

  /**
   * Without the focus, so that the caret stays in the text, no reader tells of a move, and Ctrl+Z takes back the text.
   * @param {ComposeBox} box @param {Draft} draft @param {boolean} isReply
   */
  function fillSubject({ subject }, draft, isReply) {
    // A reply's subject is often hidden, and setting it splits the thread.
    if (!subject || !draft.subject || isReply || subject.value.trim() || !usable(subject)) return null;
    methods.textField.setValue(subject, draft.subject);
    return subject;
  }

  /** A page that believes keys only has emptied the field again: it is typed in. @param {HTMLElement} body @param {HTMLInputElement | null} subject @param {Draft} draft */
  function insistOnSubject(body, subject, draft) {
    if (!subject?.isConnected || subject.value) return;
    methods.textField.insertAtStart(subject, draft.subject ?? "");
    body.focus();
  }

  /**
   * Draft.js finds no selection in a shadow root: an insertion there makes it take itself off the page, with the person's words.
   * @param {HTMLElement} body
   */
  const takesNothing = (body) => Boolean(body.closest(".public-DraftEditor-content")) && body.getRootNode() instanceof ShadowRoot;

  /**
   * @param {HTMLElement} body
   * @param {string} text
   * @param {string} before
   */
  async function tryMethods(body, text, before) {
    if (takesNothing(body)) return "untouched";
    const [first, ...others] = ORDER.filter((method) => method.fits(body));
    const fitting = first?.alone ? [first] : [first, ...others].slice(0, MOST_TRIES);
    /** @type {"landed" | "untouched" | "uncertain"} */
    let state = "untouched";
    for (const method of fitting) {
      try {
        await method.insert(body, text, gapIn(body));
      } catch {
        // What the editor threw says nothing of what it did; the read-back does.
      }
      state = await readBack(body, before, words(text));
      if (state !== "untouched") return state;
    }
    return state;
  }

  /** Editors with an undo of their own listen for the keys; for the others the browser's own does it. @param {HTMLElement} body @param {"undo" | "redo"} way */
  function step(body, way) {
    const apple = /Mac|iP/.test(navigator.platform);
    const keys = { key: "z", code: "KeyZ", keyCode: 90, ctrlKey: !apple, metaKey: apple, shiftKey: way === "redo" };
    const press = new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true, composed: true });
    const handled = !body.dispatchEvent(press);
    if (!handled) body.ownerDocument.execCommand(way);
  }

  /**
   * Takes the draft out of the box again by the editor's own undo. An undo that would take the person's words too is itself
   * undone.
   * @param {ComposeBox} box
   * @param {Draft} draft
   * @param {string} before
   * @param {HTMLInputElement | null} subject
   */
  function undo({ body }, draft, before, subject) {
    const now = () => words(reading.textOf(body));
    body.focus();
    for (let steps = 0; steps < MOST_UNDO_STEPS && now() !== before; steps += 1) {
      const text = now();
      step(body, "undo");
      if (now() === text) break;
      if (!isKeptIn(before, now())) {
        step(body, "redo");
        break;
      }
    }
    if (now() !== before) return false;
    if (subject?.value === draft.subject) methods.textField.setValue(subject, "");
    return true;
  }

  /** @param {SiteAdapter} adapter @param {ComposeBox} box */
  async function sendIsReady(adapter, box) {
    if (!adapter.sendReady) return true;
    if (!adapter.sendReady(box)) await pause(SEND_WAKES_MS);
    return adapter.sendReady(box);
  }

  /**
   * @param {ComposeBox} box
   * @param {SiteAdapter} adapter
   * @param {Draft} draft
   * @param {boolean} isReply
   * @returns {Promise<Insertion>}
   */
  async function insertDraft(box, adapter, draft, isReply) {
    const text = draft.body.replace(/\r\n?/g, "\n").trim();
    if (!box.body.isConnected) return { state: "gone" };
    const before = words(reading.textOf(box.body));
    if (before.includes(words(text))) return { state: "already" };
    const landing = tryMethods(box.body, text, before);
    const subject = fillSubject(box, draft, isReply);
    const state = await landing;
    insistOnSubject(box.body, subject, draft);
    const takeBack = () => undo(box, draft, before, subject);
    if (state === "landed" && !(await sendIsReady(adapter, box))) return { state: "uncertain", undo: takeBack };
    return state === "untouched" ? { state } : { state, undo: takeBack };
  }

  globalThis.Afterword.insertion = { insertDraft, words };
}
