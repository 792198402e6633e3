// Outlook at page load: whether a compose is open. The adapter itself (outlook.js) comes with the first one.
"use strict";
{
  const hooks = {
    /** The text: RoosterJS; its name is in the user's language, so it is known by its role. */
    body: '[contenteditable="true"][aria-multiline="true"], [id^="editorParent_"] > [contenteditable="true"]',
  };

  globalThis.Afterword.signs = { site: "outlook", hooks, found: () => document.querySelector(hooks.body) !== null };
}
