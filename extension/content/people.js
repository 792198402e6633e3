// People as a page names them. A page may lie: everything is cut to a sane length and to one line before it goes anywhere.
"use strict";
{
  const LONGEST_NAME = 200;
  const LONGEST_LINE = 500;
  const MOST_PEOPLE = 50;
  const ADDRESS = /[^\s<>()[\]"',;:@]+@[^\s<>()[\]"',;:@]+\.[^\s<>()[\]"',;:@]+/;
  const WHOLE_ADDRESS = new RegExp(`^${ADDRESS.source}$`);
  const LONGEST_ADDRESS = 254;

  /**
   * One line of text, at most `longest` characters.
   * @param {string | null | undefined} text
   * @param {number} [longest]
   */
  function oneLine(text, longest = LONGEST_LINE) {
    return (text ?? "").slice(0, longest * 4).replace(/[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, " ").trim().slice(0, longest).trim();
  }

  /** The address itself, or "" where the text is none. A line break inside makes it none. @param {string | null | undefined} text */
  function address(text) {
    const trimmed = (text ?? "").trim().replace(/^mailto:/i, "");
    return trimmed.length <= LONGEST_ADDRESS && WHOLE_ADDRESS.test(trimmed) ? trimmed : "";
  }

  /**
   * A recipient from what the page shows: a name, an address, or `Name <address>`.
   * @param {string | null | undefined} shown
   * @param {string | null} [email] an address the page gives apart
   * @returns {{ name: string, email: string } | null}
   */
  function person(shown, email) {
    const text = (shown ?? "").slice(0, 2000);
    const brackets = /<([^<>]*)>/.exec(text);
    const inside = brackets && address(brackets[1]) ? brackets : null;
    const own = address(email) || address(inside ? inside[1] : text);
    let name = oneLine((inside ? text.slice(0, inside.index) : text).replace(/^\s*["']|["']\s*$/g, ""), LONGEST_NAME);
    if (name.includes("@")) name = "";
    return name || own ? { name, email: own } : null;
  }

  /** People named in the value of a To field: separated by commas, semicolons or lines, except in quotes. @param {string} value */
  function peopleIn(value) {
    const parts = value.slice(0, 20_000).match(/(?:"[^"]*"|[^,;\n"])+/g) ?? [];
    return parts.flatMap((part) => person(part) ?? []).filter(({ email }) => email !== "");
  }

  /**
   * Each person once, by address or else by name, in the order shown.
   * @param {({ name: string, email: string } | null)[]} people
   */
  function distinct(people) {
    /** @type {Map<string, { name: string, email: string }>} */
    const seen = new Map();
    for (const each of people) {
      if (!each) continue;
      const key = (each.email || each.name).toLowerCase();
      const known = seen.get(key);
      if (!known) seen.set(key, each);
      else if (!known.name) known.name = each.name;
      if (seen.size === MOST_PEOPLE) break;
    }
    return [...seen.values()];
  }

  globalThis.Afterword.people = { ADDRESS, oneLine, address, person, peopleIn, distinct };
}
