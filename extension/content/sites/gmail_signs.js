// Gmail at page load: whether a compose is open. The adapter itself (gmail.js) comes with the first one.
"use strict";
{
  const hooks = {
    /** In every compose, also where the subject is hidden (since 2014). */
    anchor: 'input[name="subjectbox"], input[name="composeid"]',
  };

  globalThis.Afterword.signs = { site: "gmail", hooks, found: () => document.querySelector(hooks.anchor) !== null };
}
