// What went wrong, as one plain sentence with what to do. The sentences are in _locales, by code.

/** A failure the person is told about. `code` is stable; `fields` names the input at fault, if any. */
export class PlainFailure extends Error {
  /** @param {string} code @param {string} [message] @param {Record<string, string>} [fields] */
  constructor(code, message, fields) {
    super(message || chrome.i18n.getMessage(`failure_${code}`) || code);
    this.code = code;
    this.fields = fields;
  }
}

/**
 * What a handler's error looks like to the asker. An unforeseen one is named in the worker's console only: its text is
 * for us, not for the person.
 * @param {unknown} error
 * @returns {Failure}
 */
export function asFailure(error) {
  if (error instanceof PlainFailure) return { code: error.code, message: error.message, fields: error.fields };
  console.error(error);
  return { code: "unforeseen", message: chrome.i18n.getMessage("failure_unforeseen") };
}
