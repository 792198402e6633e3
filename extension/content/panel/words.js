// The panel's texts, from _locales.
"use strict";
{
  /**
   * @param {string} key
   * @param {...(string | number)} values
   */
  function word(key, ...values) {
    return chrome.i18n.getMessage(`panel_${key}`, values.map(String)) || key;
  }

  /** A word of a closed list (kind, channel, verdict, ...) as people say it. @param {string} list @param {string} value */
  function nameOf(list, value) {
    return chrome.i18n.getMessage(`${list}_${value}`) || value.replaceAll("_", " ");
  }

  globalThis.Afterword.panelParts = /** @type {PanelParts} */ ({ word, nameOf });
}
