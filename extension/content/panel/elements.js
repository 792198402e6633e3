// The panel's elements. Text is only ever text: nothing here parses markup (T10), and Trusted Types have nothing to refuse.
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

  let lastId = 0;

  /**
   * A field with its label and, if given, a hint.
   * @param {string} label
   * @param {any} field
   * @param {string} [hint]
   */
  function labelled(label, field, hint) {
    field.id = `f${(lastId += 1)}`;
    const note = hint ? element("span", { className: "hint", id: `${field.id}h` }, hint) : null;
    if (note) field.setAttribute("aria-describedby", note.id);
    return element("div", { className: "field" }, element("label", { for: field.id }, label), field, note);
  }

  /**
   * @param {[value: string, label: string][]} options
   * @param {string} chosen
   * @param {(value: string) => void} [onChange]
   */
  function select(options, chosen, onChange) {
    const made = element("select", { onchange: () => onChange?.(made.value) });
    for (const [value, label] of options) made.append(element("option", { value, selected: value === chosen }, label));
    return made;
  }

  /**
   * Sheets made by script pass every page's CSP; Firefox refuses them to content scripts and takes a style element.
   * @param {ShadowRoot} root
   * @param {string} css
   */
  function dress(root, css) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.append(element("style", { textContent: css }));
    }
  }

  Object.assign(globalThis.Afterword.panelParts, { element, button, labelled, select, dress });
}
