// The one button. It holds nothing personal, so its shadow root is open.
"use strict";
{
  const LOOK = `
    :host { all: initial; display: inline-block; vertical-align: middle; margin: 4px 8px; flex: none; color-scheme: light dark; }
    :host([hidden]) { display: none; }
    button { font: 500 13px/18px system-ui, sans-serif; padding: 5px 12px;
      border: 1px solid light-dark(#b9c4d0, #56616d); border-radius: 16px; cursor: pointer; white-space: nowrap;
      background: light-dark(#f7f9fb, #262c33); color: light-dark(#1f3a56, #dbe7f3); }
    button:hover { background: light-dark(#e9f0f7, #323a43); }
    button:focus-visible { outline: 2px solid light-dark(#1a64b0, #8ec1f5); outline-offset: 2px; }
    button[aria-busy=true] { cursor: progress; opacity: .7; }
    [role=status] { font: 13px/18px system-ui, sans-serif; color: light-dark(#5a2a00, #ffd9ad); margin-inline-start: 8px; }
    [role=status]:empty { display: none; }
    @media (forced-colors: active) { button { border-color: ButtonText; } }`;
  const TAG = "afterword-button";
  /** Most drafts stand in the box by then: a look that comes and goes would only flicker, and costs a frame. */
  const BUSY_SHOWS_MS = 500;
  /** Buttons at work, each with the timer of its look. @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
  const working = new WeakMap();

  /** Sheets made by script pass every page's CSP; Firefox refuses them to content scripts and takes a style element. @param {ShadowRoot} root @param {string} css */
  function dress(root, css) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(Object.assign(document.createElement("style"), { textContent: css }));
    }
  }

  /**
   * @param {string} name what the button is called
   * @param {(event: MouseEvent) => void} onClick
   * @param {() => void} onNear the pointer moves over the button, or presses it
   */
  function make(name, onClick, onNear) {
    const host = document.createElement(TAG);
    const root = host.attachShadow({ mode: "open" });
    dress(root, LOOK);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    root.append(button, status);
    /** A script of the page may press it, but only the person's own click counts (X19). @param {Event} event */
    const counts = (event) => event.isTrusted && !working.has(host);
    button.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (counts(event)) onClick(event);
    });
    // The box keeps its caret: a press on the button must not take the focus from it, nor start a drag of the compose window.
    button.addEventListener("pointermove", (event) => void (counts(event) && onNear()));
    button.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      if (event.button === 0 && counts(event)) onNear();
    });
    button.addEventListener("mousedown", (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
    return host;
  }

  /** The largest block around the box's text that holds no other field of the compose: the button stands before it. @param {ComposeBox} box */
  function besideText(box) {
    const { frameOf, around } = globalThis.Afterword.reading;
    /** @type {Element} */
    let block = frameOf(box.body) ?? box.body;
    for (let outer = around(block); outer && outer !== box.root && box.root.contains(outer); outer = around(outer)) {
      const fields = outer.querySelectorAll("input:not([type=hidden]), textarea, select, button, [role=button], [contenteditable=true], iframe");
      const others = [...fields].filter((field) => field !== block && !block.contains(field));
      if (others.length > 0) break;
      block = outer;
    }
    while (block.parentElement?.matches("table, thead, tbody, tr, ul, ol, label")) block = block.parentElement;
    return { parent: /** @type {Element | ShadowRoot} */ (block.parentNode), before: block };
  }

  /**
   * Puts the button where the adapter says, else before the text, never over it. A button that an earlier version left is replaced.
   * @param {ComposeBox} box
   * @param {Place | null} place
   * @param {string} name
   * @param {(event: MouseEvent) => void} onClick
   * @param {() => void} [onNear]
   */
  function place(box, place, name, onClick, onNear = () => {}) {
    for (const old of box.root.querySelectorAll(TAG)) old.remove();
    const host = make(name, onClick, onNear);
    const { parent, before } = place ?? besideText(box);
    if (parent instanceof Element && parent.matches("tr")) host.style.display = "table-cell";
    parent.insertBefore(host, before);
    // Before the button is first painted, but when the page has done its own work: the layout is then due anyway.
    requestAnimationFrame(() => moveOut(host, box.root));
    return host;
  }

  /** Toolbars that float over the text hide what stands beside it. @param {HTMLElement} host @param {Element} root of its compose */
  function moveOut(host, root) {
    for (let outer = host.parentElement; outer && outer !== root && isCovered(host); outer = host.parentElement) outer.before(host);
  }

  /** @param {HTMLElement} host */
  function isCovered(host) {
    const { left, top, width, height } = host.getBoundingClientRect();
    const above = /** @type {Document | ShadowRoot} */ (host.getRootNode()).elementFromPoint?.(left + width / 2, top + height / 2);
    return Boolean(above) && above !== host;
  }

  /** @param {HTMLElement} host @param {boolean} on */
  function busy(host, on) {
    const look = () => host.shadowRoot?.querySelector("button")?.setAttribute("aria-busy", String(on));
    clearTimeout(working.get(host));
    if (on) return void working.set(host, setTimeout(look, BUSY_SHOWS_MS));
    working.delete(host);
    look();
  }

  /** A sentence beside the button, where no panel can say it. @param {HTMLElement} host @param {string} sentence */
  function say(host, sentence) {
    const status = host.shadowRoot?.querySelector("[role=status]");
    if (status) status.textContent = sentence;
  }

  globalThis.Afterword.button = { TAG, place, busy, say, dress };
}
