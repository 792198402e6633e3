// Text fields: one undoable insertText at the start; where the page swallows that, the element's own setter and an input event,
// which React-controlled fields need.
"use strict";
{
  /** @param {HTMLElement} body @returns {body is HTMLTextAreaElement | HTMLInputElement} */
  function fits(body) {
    return "value" in body && "setSelectionRange" in body;
  }

  /**
   * Puts text at a place of a field, so that Ctrl+Z takes it back in one step.
   * @param {HTMLTextAreaElement | HTMLInputElement} field
   * @param {string} text
   */
  function insertAtStart(field, text) {
    const before = field.value;
    field.focus();
    // Chromium adds an insertion to the typing just before unless the caret has moved in between.
    field.setSelectionRange(before.length, before.length);
    field.setSelectionRange(0, 0);
    field.ownerDocument.execCommand("insertText", false, text);
    if (field.value === before) setValue(field, text + before);
    return true;
  }

  /** @param {HTMLTextAreaElement | HTMLInputElement} field @param {string} value */
  function setValue(field, value) {
    const view = /** @type {Window & typeof globalThis} */ (field.ownerDocument.defaultView);
    const kind = field.tagName === "TEXTAREA" ? view.HTMLTextAreaElement : view.HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new view.InputEvent("input", { bubbles: true, inputType: "insertText" }));
    field.dispatchEvent(new view.Event("change", { bubbles: true }));
  }

  /** @type {InsertionMethod} */
  const method = {
    name: "text_field",
    fits,
    insert: (body, text, gap) => insertAtStart(/** @type {HTMLTextAreaElement} */ (body), text + "\n".repeat(gap)),
  };

  // The other methods add themselves.
  globalThis.Afterword.methods = /** @type {InsertionMethods} */ ({ textField: { ...method, insertAtStart, setValue } });
}
