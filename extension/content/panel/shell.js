// The dialog round whatever the panel shows: a closed shadow root (what is in it is personal and the page is somebody else's),
// focus in and back, Esc, place, announcements.
"use strict";
{
  const { word, element, makeHost, moveTo, MARGIN, PANEL_STYLE } = globalThis.Afterword.panelParts;
  const FOCUSABLE = "button, input, select, textarea, summary, a[href]";
  /** Their default actions stay; the page is not told, or it would close its own pop-ups and modals over them. */
  const STAYS_INSIDE = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "focusin", "focusout", "wheel", "touchstart", "touchend"];

  /**
   * @param {Element} anchor
   * @param {() => void} onClose the person closed it
   * @returns {PanelShell}
   */
  function openShell(anchor, onClose) {
    const before = rememberFocus();
    const host = makeHost(anchor);
    const root = host.attachShadow({ mode: "closed" });
    globalThis.Afterword.button.dress(root, PANEL_STYLE);

    const heading = element("h2", { tabIndex: -1 }, word("title"));
    const subtitle = element("p");
    const body = element("div", { className: "body" });
    const footer = element("footer");
    const failure = element("p", { className: "failure", role: "alert" });
    const status = element("p", { className: "hidden", role: "status" });
    const closeButton = element("button", { type: "button", className: "close", "aria-label": word("close"), onclick: () => onClose() }, "×");
    const dialog = element("div", { className: "panel", role: "dialog", "aria-modal": "true", "aria-label": word("title") },
      element("header", {}, element("div", {}, heading, subtitle), closeButton), body, footer, status);
    root.append(dialog);

    let onTyped = () => {};
    const unguard = globalThis.Afterword.keys.guard(root, (/** @type {Event} */ event) => {
      if (event.type === "input") onTyped();
      if (event instanceof KeyboardEvent && event.type === "keydown") onKey(event);
    });
    for (const type of STAYS_INSIDE) host.addEventListener(type, (event) => event.stopPropagation());
    const reposition = () => place(host, dialog, anchor);
    window.addEventListener("resize", reposition);

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        onClose();
      }
      if (event.key === "Tab") keepFocusIn(event);
    }

    /** @param {KeyboardEvent} event */
    function keepFocusIn(event) {
      const stops = [...dialog.querySelectorAll(FOCUSABLE)].filter((each) => !each.disabled && each.checkVisibility());
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      const atHeading = event.shiftKey && root.activeElement === heading;
      if (root.activeElement !== edge && !atHeading && root.activeElement) return;
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }

    return {
      show({ about = "", nodes, buttons = [], focus, typed = () => {} }) {
        heading.textContent = word("title");
        subtitle.textContent = about;
        failure.textContent = "";
        body.replaceChildren(...nodes.filter((node) => Boolean(node)), failure);
        footer.replaceChildren(...buttons.filter((node) => Boolean(node)));
        onTyped = typed;
        reposition();
        (focus ?? heading).focus();
      },
      announce(text) {
        status.textContent = text;
      },
      fail(message) {
        failure.textContent = message;
        failure.scrollIntoView({ block: "nearest" });
      },
      busy(on) {
        dialog.setAttribute("aria-busy", String(on));
        body.classList.toggle("pending", on);
        footer.classList.toggle("pending", on);
      },
      close() {
        unguard();
        window.removeEventListener("resize", reposition);
        host.remove();
        giveFocusBack(before);
      },
    };
  }

  /**
   * Over the anchor if there is room, else under it, else in the middle; always inside the window.
   * @param {HTMLElement} host
   * @param {HTMLElement} box
   * @param {Element} anchor
   */
  function place(host, box, anchor) {
    const around = anchor.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const fits = (/** @type {number} */ top) => top >= MARGIN && top + height <= innerHeight - MARGIN;
    const top = [around.top - height - MARGIN, around.bottom + MARGIN].find(fits) ?? (innerHeight - height) / 2;
    moveTo(host, { left: Math.min(around.left, innerWidth - width - MARGIN), top });
  }

  /** Where the focus was, down through open shadow roots, and the caret there. */
  function rememberFocus() {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const selection = getSelection();
    return { focused, range: selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null };
  }

  /** @param {{ focused: Element | null, range: Range | null }} before */
  function giveFocusBack({ focused, range }) {
    if (!(focused instanceof HTMLElement) || !focused.isConnected) return;
    focused.focus({ preventScroll: true });
    if (!focused.isContentEditable || !range || !focused.contains(range.commonAncestorContainer)) return;
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }

  Object.assign(globalThis.Afterword.panelParts, { openShell });
}
