// The draft in the clipboard, for a box that would not take it. Loaded where that happens.
"use strict";
{
  /** @param {string} draft */
  async function copy(draft) {
    try {
      await navigator.clipboard.writeText(draft);
      return true;
    } catch {
      return copyFromField(draft); // a page that has no focus, or whose policy forbids the clipboard to scripts
    }
  }

  /** @param {string} draft */
  function copyFromField(draft) {
    const before = document.activeElement;
    const field = Object.assign(document.createElement("textarea"), { value: draft });
    field.style.cssText = "position:fixed;opacity:0;pointer-events:none";
    document.documentElement.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return copied;
  }

  globalThis.Afterword.clipboard = { copy };
}
