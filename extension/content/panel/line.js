// The small line at the box: what was inserted, or one plain sentence. It stands outside the compose text.
"use strict";
{
  const { word, element, button, makeHost, moveTo, LINE_STYLE } = globalThis.Afterword.panelParts;

  const GAP = 6;

  /** @type {(() => void) | null} */
  let removeLast = null;

  /**
   * @param {Element} anchor
   * @param {string} text
   * @param {{ label: string, run: () => void }[]} actions each ends the line
   * @param {Node | null} [remarks] what to look at, under the sentence
   */
  function showLine(anchor, text, actions, remarks = null) {
    closeLine();
    const host = makeHost(anchor);
    const root = host.attachShadow({ mode: "closed" });
    globalThis.Afterword.button.dress(root, LINE_STYLE);
    // The region stands empty first: readers announce what changes in it.
    const sentence = element("p", { role: "status" });
    const buttons = actions.map(({ label, run }) => button(label, () => {
      closeLine();
      run();
    }));
    const close = element("button", { type: "button", className: "close", "aria-label": word("close"), onclick: closeLine }, "×");
    const line = element("div", { className: "line" }, sentence, ...buttons, close, remarks);
    root.append(line);
    const unguard = globalThis.Afterword.keys.guard(root, (event) => {
      if (event instanceof KeyboardEvent && event.type === "keydown" && event.key === "Escape") closeLine();
    });
    const follow = () => (anchor.isConnected ? placeBeside(host, line, anchor) : closeLine());
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

  /**
   * Under, beside or over the button, where no text is covered that somebody may want to read or go on writing.
   * @param {HTMLElement} host
   * @param {HTMLElement} line
   * @param {Element} anchor
   */
  function placeBeside(host, line, anchor) {
    const around = anchor.getBoundingClientRect();
    const { width, height } = line.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(around.left, innerWidth - width - GAP));
    const beside = { left: around.right + GAP, top: around.top + (around.height - height) / 2 };
    const places = [{ left, top: around.bottom + GAP }, beside, { left, top: around.top - height - GAP }];
    const free = places.find((corner) => fits(corner, width, height) && !coversText(host, corner, width, height));
    moveTo(host, free ?? { left: innerWidth - width - GAP, top: GAP });
  }

  /** @param {{ left: number, top: number }} corner @param {number} width @param {number} height */
  function fits({ left, top }, width, height) {
    return left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
  }

  /** @param {HTMLElement} host @param {{ left: number, top: number }} corner @param {number} width @param {number} height */
  function coversText(host, { left, top }, width, height) {
    const across = [0, 0.25, 0.5, 0.75, 1].map((share) => left + share * (width - 1));
    const down = [top, top + height / 2, top + height - 1];
    return across.some((x) => down.some((y) => document.elementsFromPoint(x, y).some((under) => under !== host && isText(under))));
  }

  /** @param {Element} element */
  function isText(element) {
    return element instanceof HTMLElement && (element.isContentEditable || element.matches("textarea, input, iframe"));
  }

  function closeLine() {
    removeLast?.();
    removeLast = null;
  }

  /** @type {Line["inserted"]} */
  function inserted({ anchor, text, undo, check, other, posted }) {
    const actions = [
      undo && { label: word("undo"), run: undo },
      check && { label: word("check_my_text"), run: check },
      other && { label: word("other_kind"), run: other },
      posted ? { label: word("posted"), run: posted } : null,
    ].filter((each) => each !== null);
    showLine(anchor, text, actions);
  }

  /** @type {Line["say"]} */
  function say({ anchor, message, action, actions = action ? [action] : [], remarks }) {
    showLine(anchor, message, actions, remarks);
  }

  globalThis.Afterword.line = { inserted, say, close: closeLine };
}
