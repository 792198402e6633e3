// Sees that the person sent what was inserted. Only a compose that the extension filled is watched, only for its Send, and only
// until it was sent or is gone. A discarded draft says nothing, and a Send that the site refuses is none.
"use strict";
{
  const { reading, sendControl } = globalThis.Afterword;
  const WATCHED = ["click", "keydown", "submit"];
  /** The person is about to send: the pointer or the caret leaves the text. Ctrl comes before its Enter. */
  const LEAVES_TEXT = ["pointerleave", "focusout"];
  const SETTLES_MS = [50, 150];
  const STILL_OPEN_MS = 2600;
  /** What a site says where it refuses to send. */
  const REFUSAL = "[role=alertdialog], dialog[open]";

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const refusals = () => [...document.querySelectorAll(REFUSAL)].filter(reading.visible).length;

  /**
   * @param {ComposeBox} box
   * @param {SiteAdapter} adapter
   * @param {SendWatch} on
   * @returns {() => void} ends the watch
   */
  function watch(box, adapter, on) {
    const places = reading.frameOf(box.body) ? [document, box.body.ownerDocument] : [document];
    let sending = false;

    /** @param {Event} event */
    function look(event) {
      if (!box.root.isConnected || !box.body.isConnected) return end();
      if (sending || (!event.isTrusted && event.type !== "submit")) return;
      if (["Control", "Meta"].includes(/** @type {KeyboardEvent} */ (event).key)) return leave();
      if (!adapter.isSend(event, box)) return;
      const text = ownText(box, adapter);
      if (text) settle({ text, subject: box.subject?.value ?? "" });
    }

    /** Sites empty the box or close it when they send; one that asks something first has not sent. @param {{ text: string, subject: string }} written */
    async function settle(written) {
      sending = true;
      const before = refusals();
      const done = () => on.sent(written);
      addEventListener("pagehide", done); // a window of its own closes with its compose
      for (const ms of SETTLES_MS) if (stands(written.text)) await pause(ms);
      removeEventListener("pagehide", done);
      sending = false;
      if (stands(written.text) && isRefused(before)) return on.refused();
      end();
      done();
      await pause(STILL_OPEN_MS);
      if (stands(written.text)) on.stillOpen();
    }

    /** @param {string} text */
    const stands = (text) => box.body.isConnected && reading.visible(reading.frameOf(box.body) ?? box.body) && ownText(box, adapter) === text;
    /** @param {number} before */
    const isRefused = (before) => refusals() > before || [...box.root.querySelectorAll("[aria-invalid=true]")].some(reading.visible);
    const leave = () => on.leaving(ownText(box, adapter));

    function end() {
      for (const place of places) for (const type of WATCHED) place.removeEventListener(type, look, true);
      for (const type of LEAVES_TEXT) box.body.removeEventListener(type, leave);
    }

    for (const place of places) for (const type of WATCHED) place.addEventListener(type, look, true);
    for (const type of LEAVES_TEXT) box.body.addEventListener(type, leave);
    return end;
  }

  /** What the person wrote or let stand: the text up to the quoted mail or signature. @param {ComposeBox} box @param {SiteAdapter} adapter */
  function ownText(box, adapter) {
    const tail = adapter.tailStart(box);
    const all = reading.textOf(box.body);
    const cut = tail instanceof HTMLElement || tail?.nodeType === Node.ELEMENT_NODE ? all.lastIndexOf(reading.textOf(/** @type {HTMLElement} */ (tail)).trim()) : -1;
    return (cut > 0 ? all.slice(0, cut) : all).replace(/(^|\n)--[ \u00a0]?\n[^]*$/, "").trim();
  }

  /** The sending of any compose: its form, its Send by name, Ctrl+Enter. @type {SiteAdapter["isSend"]} */
  function isOrdinarySend(event, box) {
    if (event.type === "submit") return /** @type {Element} */ (event.target).contains(reading.frameOf(box.body) ?? box.body);
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event instanceof KeyboardEvent || event.type === "keydown") {
      const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
      return key === "Enter" && (ctrlKey || metaKey) && box.root.contains(reading.frameOf(target) ?? target);
    }
    const control = target.closest?.(sendControl.ANY);
    if (!control || !sendControl.is(control) || control.matches(":disabled, [aria-disabled=true]")) return false;
    // Some sites keep Send in a toolbar outside the compose's form; a Send within another compose is not this one's.
    const compose = control.closest("form, [role=dialog]");
    return box.root.contains(control) || !compose || compose.contains(box.root);
  }

  globalThis.Afterword.sends = { watch, ownText, isOrdinarySend };
}
