// All that runs on a page where nobody writes: notices the moments at which a button may be due, and has the background bring
// the rest of the scripts at the first of them. Until then nothing here touches chrome.* or the page's layout.
"use strict";
{
  const { signs } = globalThis.Afterword;

  /** A page goes on building itself for a while after it has loaded, and after a click. */
  const LOOKS_MS = [300, 800, 1500, 3000];
  const LOOKS_AFTER_CLICK_MS = [150, 900];
  const WRITABLE = "textarea, input:not([type]), input[type=text], input[type=email], input[type=search], [contenteditable]";

  /** Where the focus is listened for. @type {Set<Document | ShadowRoot>} */
  const places = new Set();
  /** @type {Promise<void> | null} */
  let coming = null;

  /** Brings the rest, once; where that failed, the next moment tries again. @returns {Promise<boolean>} whether it is there */
  async function wake() {
    if (!globalThis.Afterword.main) await (coming ??= fetchRest());
    return Boolean(globalThis.Afterword.main);
  }

  async function fetchRest() {
    try {
      await chrome.runtime.sendMessage({ type: "wake", message: { site: signs.site } });
    } catch {
      // The extension was updated under this page: its new scripts listen, these have nobody to ask any more.
      if (!globalThis.chrome?.runtime?.id) stopListening();
    }
    coming = null;
  }

  /** The caret came to this element. @param {Element} target */
  async function meet(target) {
    const mayBeWritten = target instanceof HTMLIFrameElement || target.closest(WRITABLE) || document.designMode === "on";
    if (globalThis.Afterword.main || (mayBeWritten && (await wake()))) globalThis.Afterword.main.meet(target);
  }

  /** @param {Event} event */
  function onFocus(event) {
    const path = event.composedPath();
    // Focus that moves within one shadow root is seen by listeners of that root only.
    for (const each of path) if (each instanceof ShadowRoot) hear(each);
    if (path[0] instanceof Element) meet(path[0]);
  }

  /** @param {Document | ShadowRoot} place */
  function hear(place) {
    places.add(place);
    place.addEventListener("focusin", onFocus, true);
  }

  /** Focus inside a frame shows outside only as the window losing it. */
  function onBlur() {
    const active = deepestActive();
    if (active instanceof HTMLIFrameElement) meet(active);
  }

  function deepestActive() {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  /** Composes that are open without the caret in them, and what else a site shows a button at. */
  function look() {
    if (globalThis.Afterword.main) globalThis.Afterword.main.look();
    else if (signs.found()) wake();
  }

  function lookAWhile() {
    look();
    for (const ms of LOOKS_MS) setTimeout(look, ms);
  }

  function lookAfterClick() {
    for (const ms of LOOKS_AFTER_CLICK_MS) setTimeout(look, ms);
  }

  /** A site that changes pages without loading; where this is not known yet, the click that led there is. @type {EventTarget | undefined} */
  const navigation = /** @type {any} */ (globalThis).navigation;

  function listen() {
    hear(document);
    window.addEventListener("blur", onBlur);
    document.addEventListener("click", lookAfterClick, { capture: true, passive: true });
    navigation?.addEventListener("navigatesuccess", lookAWhile);
  }

  function stopListening() {
    for (const place of places) place.removeEventListener("focusin", onFocus, true);
    window.removeEventListener("blur", onBlur);
    document.removeEventListener("click", lookAfterClick, true);
    navigation?.removeEventListener("navigatesuccess", lookAWhile);
  }

  // Injected again into an open tab, the first listeners go on serving.
  if (!globalThis.Afterword.moments) {
    globalThis.Afterword.moments = { wake, hear, places, deepestActive };
    listen();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", lookAWhile, { once: true });
    else lookAWhile();
  }
}
