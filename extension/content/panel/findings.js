// What the checker remarks: the words, why, and the replacement in one click.
"use strict";
{
  const { word, nameOf, element, button } = globalThis.Afterword.panelParts;

  /**
   * @param {Finding[]} findings
   * @param {(finding: Finding) => void} replace
   * @returns {Node[]} nothing if there is nothing to remark
   */
  function findingsList(findings, replace) {
    if (!findings.length) return [];
    const items = remarks(findings, (finding) => button(replacementLabel(finding), () => replace(finding)));
    return [element("h3", {}, word("findings", findings.length)), items];
  }

  /** The same in the line at the box, where the text is the page's: the person replaces the words there. @param {Finding[]} findings */
  function findingsToRead(findings) {
    return remarks(findings, (finding) => replacementLabel(finding));
  }

  /** @param {Finding[]} findings @param {(finding: Finding) => Node | string} replacement */
  function remarks(findings, replacement) {
    const items = findings.map((finding) => element("li", { className: `level-${finding.level}` },
      element("span", { className: "soft" }, `${nameOf("level", finding.level)}: `),
      finding.words ? element("q", {}, finding.words) : null, " ", finding.why,
      typeof finding.replacement !== "string" ? null : element("div", {}, replacement(finding))));
    return element("ul", { className: "findings" }, ...items);
  }

  /** @param {Finding} finding */
  function replacementLabel({ words, replacement }) {
    return replacement ? word("replace_with", replacement) : word("take_out", words);
  }

  /**
   * The text with a finding's words replaced. The person may have edited since the check, so the place is looked up again.
   * @param {string} text
   * @param {Finding} finding
   */
  function replaced(text, { words, start, end, replacement }) {
    if (typeof replacement !== "string") return text;
    if (text.slice(start, end) === words) return text.slice(0, start) + replacement + text.slice(end);
    const found = text.indexOf(words);
    return found < 0 ? text : text.slice(0, found) + replacement + text.slice(found + words.length);
  }

  Object.assign(globalThis.Afterword.panelParts, { findingsList, findingsToRead, replaced });
}
