// What a page shows, read in the same way by every adapter.
"use strict";
{
  /** Whether the page shows it at all; an empty text may have no height. @param {Element | null | undefined} element */
  function visible(element) {
    if (!element?.isConnected) return false;
    if (element.checkVisibility) return element.checkVisibility({ visibilityProperty: true });
    return !element.closest("[hidden], [type=hidden], [style*='display: none'], [style*='display:none']");
  }

  /** The element around this one, also across the border of a shadow root. @param {Element} element @returns {Element | null} */
  function around(element) {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  /** The writable surface an element belongs to: a text field, or the outermost editable element. @param {Element | null} element */
  function editableAt(element) {
    if (!element) return null;
    if (element.matches("textarea, input:not([type]), input[type=text], input[type=email], input[type=search]")) return /** @type {HTMLElement} */ (element);
    let host = element.closest("[contenteditable]:not([contenteditable=false])");
    for (let outer = host; outer; outer = outer.parentElement?.closest("[contenteditable]:not([contenteditable=false])") ?? null) host = outer;
    if (host) return /** @type {HTMLElement} */ (host);
    return element.ownerDocument.designMode === "on" ? element.ownerDocument.body : null;
  }

  /** The frame of this document that an element lives in; null for one of the document itself. @param {Element} element */
  function frameOf(element) {
    const view = element.ownerDocument.defaultView;
    return view && view !== window ? /** @type {HTMLIFrameElement | null} */ (view.frameElement) : null;
  }

  /** The text of a writable surface as the person sees it. @param {HTMLElement} body */
  function textOf(body) {
    if ("value" in body) return String(body.value);
    return body.textContent && body.innerText; // no layout for an empty one
  }

  globalThis.Afterword.reading = { visible, around, editableAt, frameOf, textOf };
}
