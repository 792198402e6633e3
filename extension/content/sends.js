// Sees that the person sent what was inserted. Only a compose that the extension filled is watched, only for its Send, and only
// until it was sent or is gone. A discarded draft says nothing.
"use strict";
{
  const WATCHED = ["click", "keydown", "submit"];

  /**
   * @param {ComposeBox} box
   * @param {SiteAdapter} adapter
   * @param {(sent: { text: string, subject: string }) => void} onSent called at the moment of sending, before the site empties the box
   * @returns {() => void} ends the watch
   */
  function watch(box, adapter, onSent) {
    const { frameOf } = globalThis.Afterword.reading;
    const places = frameOf(box.body) ? [document, box.body.ownerDocument] : [document];

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
    const { textOf } = globalThis.Afterword.reading;
    const tail = adapter.tailStart(box);
    const all = textOf(box.body);
    const cut = tail instanceof HTMLElement || tail?.nodeType === Node.ELEMENT_NODE ? all.lastIndexOf(textOf(/** @type {HTMLElement} */ (tail)).trim()) : -1;
    return (cut > 0 ? all.slice(0, cut) : all).replace(/(^|\n)--[ \u00a0]?\n[^]*$/, "").trim();
  }

  globalThis.Afterword.sends = { watch, ownText };
}
