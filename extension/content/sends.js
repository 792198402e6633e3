// Sees that the person sent what was inserted. Only a compose that the extension filled is watched, only for its Send, and only
// until it was sent or is gone. A discarded draft says nothing.
"use strict";
{
  const { reading, sendControl } = globalThis.Afterword;
  const WATCHED = ["click", "keydown", "submit"];

  /**
   * @param {ComposeBox} box
   * @param {SiteAdapter} adapter
   * @param {(sent: { text: string, subject: string }) => void} onSent called at the moment of sending, before the site empties the box
   * @returns {() => void} ends the watch
   */
  function watch(box, adapter, onSent) {
    const places = reading.frameOf(box.body) ? [document, box.body.ownerDocument] : [document];

    /** @param {Event} event */
    function look(event) {
      if (!box.root.isConnected || !box.body.isConnected) return end();
      if (!event.isTrusted && event.type !== "submit") return;
      if (!adapter.isSend(event, box)) return;
      const text = ownText(box, adapter);
      if (!text) return;
      end();
      onSent({ text, subject: box.subject?.value ?? "" });
    }

    function end() {
      for (const place of places) for (const type of WATCHED) place.removeEventListener(type, look, true);
    }

    for (const place of places) for (const type of WATCHED) place.addEventListener(type, look, true);
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
