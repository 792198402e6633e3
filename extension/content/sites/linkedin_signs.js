// LinkedIn at page load: whether it is a profile, or a box is open. The adapter itself (linkedin.js) comes with the first one.
"use strict";
{
  const hooks = {
    /** Host of the open shadow root that holds the message boxes and the invitation dialog. */
    outlet: "#interop-outlet, [data-testid=interop-shadowdom]",
    note: 'textarea#custom-message, textarea[name="message"], textarea[id$="custom-message"]',
    message: '.msg-form__contenteditable, [role=textbox][contenteditable="true"]',
    /** The editor of a post, in the dialog that LinkedIn opens for it. */
    post: ".ql-editor",
  };
  const PROFILE_PATH = /^\/in\/./;
  const SALES_PATH = /^\/sales\//;

  function found() {
    if (PROFILE_PATH.test(location.pathname)) return true;
    const texts = [hooks.note, hooks.message, hooks.post, ...(SALES_PATH.test(location.pathname) ? ["textarea"] : [])].join(", ");
    const outlets = [...document.querySelectorAll(hooks.outlet)].map((host) => host.shadowRoot);
    return [document, ...outlets].some((place) => place?.querySelector(texts));
  }

  globalThis.Afterword.signs = { site: "linkedin", hooks, found };
}
