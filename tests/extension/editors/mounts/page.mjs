// What all test pages share: an editor is made in each `.place` of the page, light, in a shadow root or alone in a frame, and
// what it holds is read through its own interface by `window.editors[case].text()`.

/** What stands in the box before the person comes to it: a signature and the message replied to. */
export const TAIL = ["--", "Sam Field, 555 0100", "On Friday Dana wrote:", "Are you still there?"];

/**
 * Makes an editor in each place of the page.
 * @param {(host: HTMLElement, lines: string[]) => Promise<() => string> | (() => string)} make puts the editor, holding these
 *   lines, into a host and returns what reads its text out of its own model
 */
export async function mount(make) {
  window.editors = {};
  for (const place of document.querySelectorAll("[data-case]")) {
    const lines = "tail" in place.dataset ? TAIL : [];
    try {
      window.editors[place.dataset.case] = { text: await make(hostIn(place), lines) };
    } catch (error) {
      window.editors[place.dataset.case] = { failed: String(error) };
    }
  }
  window.mounted = true;
}

/** @param {HTMLElement} place */
function hostIn(place) {
  const root = "shadow" in place.dataset ? place.attachShadow({ mode: "open" }) : place;
  const host = document.createElement("div");
  root.append(host);
  return host;
}

/** An element with text or children. @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Each line a block, as markup. @param {string[]} lines @param {string} [tag] */
export const asBlocks = (lines, tag = "p") => lines.map((line) => element(tag, {}, line).outerHTML).join("");

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&quot;": '"', "&amp;": "&" };

/** The text of an editor's markup, one line per block; without a parser, which Trusted Types would refuse. @param {string} html */
export function textOf(html) {
  const text = html.replace(/<br\b[^>]*>|<\/(p|div|blockquote)>/g, "\n").replace(/<[^>]*>/g, "");
  return text.replace(/&(lt|gt|nbsp|quot|amp);/g, (entity) => ENTITIES[entity]);
}

/** A wait for what has no promise of its own. @param {() => unknown} holds */
export async function until(holds) {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!holds()) throw new Error("the editor did not start");
}
