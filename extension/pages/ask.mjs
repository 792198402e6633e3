// Asking the background from our own pages.

/**
 * @template {keyof PageMessages | keyof ContentMessages} K
 * @param {K} type
 * @param {Record<string, any>} [message]
 * @returns {Promise<Answer<any>>}
 */
export async function ask(type, message = {}) {
  try {
    return await chrome.runtime.sendMessage({ type, message });
  } catch {
    return { ok: false, error: { code: "no_answer", message: word("failure_unforeseen") } };
  }
}

/** @param {string} key @param {...(string | number)} values */
export function word(key, ...values) {
  return chrome.i18n.getMessage(key, values.map(String)) || key;
}

/** Fills every element that names its text in `data-word`. */
export function fillWords() {
  document.documentElement.lang = chrome.i18n.getUILanguage().split("-")[0];
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(/** @type {HTMLElement} */ (element).dataset.word ?? "");
  }
}

/**
 * @param {string} selector
 * @returns {any} the one element of this page
 */
export function find(selector) {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** @param {string} tag @param {Record<string, any>} properties @param {...(Node | string)} children */
export function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
