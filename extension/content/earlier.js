// Runs only on sites where a draft went in and no sending was seen (background/unsent.mjs): there the page asks after it.
"use strict";
globalThis.Afterword?.moments?.wake();
