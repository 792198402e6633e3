// What the person types in the panel is theirs: the page neither reads it nor takes it for a shortcut.
// Runs first, at document_start, so that this listener stands before any of the page's own.
"use strict";
{
  const TELLING = [
    "keydown", "keypress", "keyup", "beforeinput", "input",
    "compositionstart", "compositionupdate", "compositionend", "paste", "copy", "cut",
  ];

  /** Hosts of guarded roots. From outside, an event in a closed root seems to come from its host. */
  /** @type {Map<EventTarget, (event: Event) => void>} */
  const guarded = new Map();

  /** The engine's own empty function: while nothing is guarded, the person types without any code of ours being run. */
  const nothing = /** @type {(event: Event) => void} */ (Function.prototype);
  /** Keeps its place before the page's listeners whichever function it holds. */
  const listener = { handleEvent: nothing };

  /** @param {Event} event */
  function stop(event) {
    if (!guarded.size) return; // nearly always: nothing of ours is open
    // The panel's host may itself stand in an open root (a modal's), which then is the target.
    const host = event.composedPath().find((each) => guarded.has(each));
    const heard = host && guarded.get(host);
    if (!heard) return;
    event.stopImmediatePropagation();
    heard(event);
  }

  /**
   * @param {ShadowRoot} root
   * @param {(event: Event) => void} [heard]
   */
  function guard(root, heard = () => {}) {
    guarded.set(root.host, heard);
    listener.handleEvent = stop;
    return () => {
      guarded.delete(root.host);
      if (guarded.size === 0) listener.handleEvent = nothing;
    };
  }

  // Injected again into an open tab, the first listeners go on serving: a second set would know no guarded roots.
  if (!globalThis.Afterword?.keys) {
    for (const type of TELLING) window.addEventListener(type, listener, true);
    globalThis.Afterword = /** @type {AfterwordContent} */ ({ sites: {}, keys: { guard } });
  }
}
