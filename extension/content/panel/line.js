// The small line at the box: what was inserted, or one plain sentence. It stands outside the compose text.
"use strict";
{
  const { word, element, button, dress, makeHost, place, LINE_STYLE } = globalThis.Afterword.panelParts;

  /** @type {(() => void) | null} */
  let removeLast = null;

  /**
   * @param {Element} anchor
   * @param {string} text
   * @param {{ label: string, run: () => void }[]} actions each ends the line
   */
  function showLine(anchor, text, actions) {
    closeLine();
    const host = makeHost(anchor);
    const root = host.attachShadow({ mode: "closed" });
    dress(root, LINE_STYLE);
    // The region stands empty first: readers announce what changes in it.
    const sentence = element("p", { role: "status" });
    const buttons = actions.map(({ label, run }) => button(label, () => {
      closeLine();
      run();
    }));
    const close = element("button", { type: "button", className: "close", "aria-label": word("close"), onclick: closeLine }, "×");
    const line = element("div", { className: "line" }, sentence, ...buttons, close);
    root.append(line);
    const unguard = globalThis.Afterword.keys.guard(root, (event) => {
      if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") closeLine();
    });
    const follow = () => (anchor.isConnected ? place(host, line, anchor, "under") : closeLine());
    host.addEventListener("mousedown", (event) => event.stopPropagation());
    host.addEventListener("click", (event) => event.stopPropagation());
    addEventListener("scroll", follow, { capture: true, passive: true });
    addEventListener("resize", follow);
    removeLast = () => {
      unguard();
      removeEventListener("scroll", follow, { capture: true });
      removeEventListener("resize", follow);
      host.remove();
    };
    requestAnimationFrame(() => {
      sentence.textContent = text;
      follow();
    });
  }

  function closeLine() {
    removeLast?.();
    removeLast = null;
  }

  /** @type {Panel["line"]} */
  function line({ anchor, text, undo, check, other }) {
    const actions = [
      undo && { label: word("undo"), run: undo },
      check && { label: word("check_my_text"), run: check },
      other && { label: word("other_kind"), run: other },
    ].filter((each) => each !== null);
    showLine(anchor, text, actions);
  }

  /** @type {Panel["say"]} */
  function say({ anchor, message, action }) {
    showLine(anchor, message, action ? [action] : []);
  }

  Object.assign(globalThis.Afterword.panelParts, { line, say, closeLine });
}
