// Any webmail at page load: whether there is a text of several lines, or a frame that is one. The adapter itself (webmail.js)
// comes with the first one and knows better.
"use strict";
{
  const hooks = { text: "textarea, [contenteditable]:not([contenteditable=false])", frame: "iframe" };

  /** @param {Element} frame */
  function isEditor(frame) {
    const inner = frame instanceof HTMLIFrameElement && frame.contentDocument; // none of another origin's
    return inner && (inner.designMode === "on" || inner.querySelector(hooks.text) !== null);
  }

  const found = () => document.querySelector(hooks.text) !== null || [...document.querySelectorAll(hooks.frame)].some(isEditor);

  globalThis.Afterword.signs = { site: "webmail", hooks, found };
}
