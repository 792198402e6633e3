// Fields with their labels, for what the panel asks.
"use strict";
{
  const { element } = globalThis.Afterword.panelParts;

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

  Object.assign(globalThis.Afterword.panelParts, { labelled, select });
}
