// The draft as markup, built from text nodes so that nothing in it can become a tag.
"use strict";
{
  /** @param {string} name @param {(string | null)[]} lines null: a line break */
  function element(name, lines) {
    const made = document.createElement(name);
    made.append(...lines.map((line) => (line === null ? document.createElement("br") : line)));
    return made.outerHTML;
  }

  /** One div per line, as Gmail writes it. @param {string} text */
  function asLines(text) {
    return text.split("\n").map((line) => element("div", [line || null])).join("");
  }

  /** One p per paragraph. @param {string} text */
  function asParagraphs(text) {
    const paragraphs = text.split(/\n{2,}/).filter(Boolean);
    return paragraphs.map((paragraph) => element("p", paragraph.split("\n").flatMap((line, at) => (at ? [null, line] : [line])))).join("");
  }

  globalThis.Afterword.markup = { asLines, asParagraphs };
}
