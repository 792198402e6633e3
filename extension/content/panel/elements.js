// The elements of line and panel. Text is only ever text: nothing here parses markup (T10), and Trusted Types have nothing to refuse.
"use strict";
{
  /**
   * @param {string} tag
   * @param {Record<string, any>} [properties] `on…` are listeners, names with a dash and `role`, `for` are attributes
   * @param {...(Node | string | null | undefined | false)} children
   * @returns {any}
   */
  function element(tag, properties = {}, ...children) {
    /** @type {any} */
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name.includes("-") || name === "role" || name === "for") made.setAttribute(name, value);
      else made[name] = value;
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  }

  /**
   * A button that does one thing at a time: a second press before the first is done would save twice. A page's script
   * can't press it, even if it found a way to it.
   * @param {string} label
   * @param {() => unknown} run
   * @param {{ primary?: boolean }} [look]
   */
  function button(label, run, { primary = false } = {}) {
    let running = false;
    const made = element("button", { type: "button", className: primary ? "primary" : "", onclick: press }, label);

    /** @param {Event} event */
    async function press(event) {
      if (!event.isTrusted || running) return;
      running = true;
      made.setAttribute("aria-busy", "true");
      await run();
      made.removeAttribute("aria-busy");
      running = false;
    }

    return made;
  }

  Object.assign(globalThis.Afterword.panelParts, { element, button });
}
