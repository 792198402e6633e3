// Where line and panel hang: an element over the page, and its place in the window.
"use strict";
{
  const { element } = globalThis.Afterword.panelParts;
  /** Least distance from the window's edge, px. */
  const MARGIN = 8;

  /**
   * An element in the browser's top layer: no overflow, transform or z-index of the page reaches it. It goes into a modal
   * dialog if the anchor is in one, as everything outside a modal is inert.
   * @param {Element} anchor
   * @returns {HTMLElement}
   */
  function makeHost(anchor) {
    const host = element("div", { popover: "manual" });
    const reset = { all: "initial", position: "fixed", inset: "auto", margin: "0", padding: "0", border: "0", background: "none", overflow: "visible" };
    for (const [name, value] of Object.entries(reset)) host.style.setProperty(name, value, "important");
    (modalAround(anchor) ?? document.documentElement).append(host);
    host.showPopover?.();
    return host;
  }

  /** The modal dialog round an element, also across open shadow roots and their slots. @param {Element} anchor */
  function modalAround(anchor) {
    /** @type {Element | null} */
    let around = anchor;
    while (around && !around.matches("dialog:modal")) {
      const root = around.getRootNode();
      around = around.assignedSlot ?? around.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return around;
  }

  /** @param {HTMLElement} host @param {{ left: number, top: number }} corner in the window, px */
  function moveTo(host, { left, top }) {
    host.style.setProperty("top", `${Math.max(MARGIN, top)}px`, "important");
    host.style.setProperty("left", `${Math.max(MARGIN, left)}px`, "important");
  }

  Object.assign(globalThis.Afterword.panelParts, { makeHost, moveTo, MARGIN });
}
