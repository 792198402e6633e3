// Insertions that only work from the page's own world. The functions are sent into the page, so each must
// stand alone. They get text only: markup in the main world would be refused under Trusted Types.

import { PlainFailure } from "./failures.mjs";

/** Attribute by which the content script marks the target; the two worlds share only the DOM. */
export const MARK = "data-afterword-target";

/** @type {Record<string, (attribute: string, mark: string, text: string, html: string) => boolean>} */
const METHODS = { paste_text: pasteText, tinymce: insertIntoTinymce, ckeditor4: insertIntoCkeditor4 };

/**
 * @param {{ method: string, mark: string, text: string, html: string }} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<boolean>} whether the page took it; the caller reads back what stands in the box
 */
export async function insertInMainWorld({ method, mark, text, html }, sender) {
  if (!Object.hasOwn(METHODS, method) || !sender.tab?.id) throw new PlainFailure("not_allowed");
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: sender.tab.id, frameIds: [sender.frameId ?? 0] },
    world: "MAIN",
    func: METHODS[method],
    args: [MARK, mark, text, html],
  });
  return Boolean(result);
}

/**
 * A paste, as the editor would get it from Ctrl+V. The editor may live in a shadow root or a frame of this page.
 * @param {string} attribute
 * @param {string} mark
 * @param {string} text
 */
function pasteText(attribute, mark, text) {
  const selector = `[${attribute}="${CSS.escape(mark)}"]`;
  const target = find(document);
  /** @type {(Window & typeof globalThis) | null | undefined} */
  const view = target?.ownerDocument.defaultView;
  if (!target || !view) return false;
  moveCaret();
  const paste = new view.ClipboardEvent("paste", { clipboardData: new view.DataTransfer(), bubbles: true, cancelable: true, composed: true });
  // Filled here and not before: Firefox gives the event an empty copy.
  paste.clipboardData?.setData("text/plain", text);
  return !target.dispatchEvent(paste);

  /** In a shadow root these two don't hear of a caret that was moved; each editor stands at its element. */
  function moveCaret() {
    const { ckeditorInstance: ckeditor5, editor: trix } = /** @type {any} */ (target);
    ckeditor5?.model.change((/** @type {any} */ writer) => writer.setSelection(ckeditor5.model.document.getRoot(), 0));
    trix?.setSelectedRange?.(0);
  }

  /** @param {Document | ShadowRoot} root */
  function find(root) {
    const roots = [root];
    for (let current = roots.shift(); current; current = roots.shift()) {
      const found = current.querySelector(selector);
      if (found) return found;
      for (const element of current.querySelectorAll("*")) roots.push(...[element.shadowRoot, pageIn(element)].filter((each) => each !== null));
    }
    return null;
  }

  /** @param {Element} element @returns {Document | null} the page of a frame; null also for one of another origin */
  function pageIn(element) {
    return element instanceof HTMLIFrameElement ? element.contentDocument : null;
  }
}

/**
 * TinyMCE's own command makes one undo step. The editor may live in the frame around this one (its body is an iframe).
 * @param {string} attribute
 * @param {string} mark
 * @param {string} _text
 * @param {string} html built from text by the content script
 */
function insertIntoTinymce(attribute, mark, _text, html) {
  /** @type {any} */
  const library = [window, window.parent].map(libraryOf).find(Boolean);
  const editor = library?.get().find((/** @type {any} */ each) => each.getBody()?.getAttribute(attribute) === mark);
  return Boolean(editor?.execCommand("mceInsertContent", false, html));

  /** @param {any} frame a parent of another origin throws on access */
  function libraryOf(frame) {
    try {
      return frame.tinymce ?? frame.tinyMCE;
    } catch {
      return null;
    }
  }
}

/**
 * CKEditor 4 takes its own insertion as one undo step, and what the browser does as part of the typing before.
 * @param {string} attribute
 * @param {string} mark
 * @param {string} _text
 * @param {string} html built from text by the content script
 */
function insertIntoCkeditor4(attribute, mark, _text, html) {
  /** @type {any[]} */
  const editors = [window, window.parent].flatMap(instancesIn);
  const editor = editors.find((each) => each.editable()?.$.getAttribute(attribute) === mark);
  editor?.insertHtml(html);
  return Boolean(editor);

  /** @param {any} frame a parent of another origin throws on access */
  function instancesIn(frame) {
    try {
      return Object.values(frame.CKEDITOR?.instances ?? {});
    } catch {
      return [];
    }
  }
}
