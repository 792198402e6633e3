// Editable blocks whose undo is the browser's own: one execCommand, one step back. Works in open shadow roots, in frames and
// under Trusted Types, since it runs in the extension's world.
"use strict";
{
  const { markup, methods } = globalThis.Afterword;
  const QUILL_PARTS_MS = 1050;
  const BLOCKS = "p, div, ul, ol, li, blockquote, pre, h1, h2, h3, h4, h5, h6";

  /**
   * Moves the caret away and to the start: ends the browser's run of typing, so that undo does not take the person's words.
   * @param {HTMLElement} body
   * @param {Node} [start] the node at whose start the caret shall stand
   */
  function caretToStart(body, start = body) {
    const page = body.ownerDocument;
    if (!page.hasFocus()) page.defaultView?.focus();
    body.focus();
    const root = /** @type {ShadowRoot & { getSelection?: () => Selection | null }} */ (body.getRootNode());
    const selection = root.getSelection?.() ?? page.getSelection();
    selection?.collapse(body, body.childNodes.length);
    selection?.collapse(start, 0);
  }

  /** The first block of text: at the very start of the body Firefox writes outside of all blocks, where Quill drops it. @param {HTMLElement} body */
  function firstLine(body) {
    /** @type {Element} */
    let line = body;
    while (line.firstChild instanceof Element && line.firstChild.matches(BLOCKS)) line = line.firstChild;
    return line;
  }

  /** @param {HTMLElement} body */
  const isEditable = (body) => body.isContentEditable || body.ownerDocument.designMode === "on";

  /** @param {HTMLElement} body @param {string} text @param {number} gap */
  function insertLines(body, text, gap) {
    caretToStart(body);
    return body.ownerDocument.execCommand("insertHTML", false, markup.asLines(text + "\n".repeat(gap ? 1 : 0)));
  }

  /** @type {InsertionMethod} */
  const richText = {
    name: "rich_text",
    fits: isEditable,
    insert(body, text, gap) {
      // Squire, which nothing on the page tells from a plain block, keeps its own undo and takes a snapshot at a space: without
      // this, Ctrl+Z also removes what was typed before. Nobody around the block hears of it.
      if (gap && !body.matches("[g_editable]")) {
        caretToStart(body);
        body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", code: "Space", keyCode: 32 }));
      }
      return insertLines(body, text, gap);
    },
  };

  /** @type {InsertionMethod} */
  const rooster = {
    name: "rooster",
    fits: (body) => isEditable(body) && Boolean(body.closest('[id^="editorParent_"], #rooster-editor, .roosterjs-editor, [id^="rooster"]')),
    insert(body, text, gap) {
      caretToStart(body);
      // RoosterJS keeps its own undo and takes a snapshot only on keys: without this, Ctrl+Z also removes what was typed before.
      body.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
      return insertLines(body, text, gap);
    },
  };

  /** @type {InsertionMethod} */
  const paragraphs = {
    name: "prosemirror",
    fits: (body) => isEditable(body) && body.matches(".ProseMirror, .tiptap"),
    insert(body, text, gap) {
      caretToStart(body);
      // The last paragraph joins with what follows, so one more is given to join.
      const joint = gap ? "<p><br></p>" : "";
      return body.ownerDocument.execCommand("insertHTML", false, markup.asParagraphs(text) + joint);
    },
  };

  /** @type {InsertionMethod} */
  const lineByLine = {
    name: "line_by_line",
    // A plain-text block takes no markup. LinkedIn shows inserted markup but leaves its Send off; Quill destroys div lines.
    fits: (body) => isEditable(body) && (body.matches('[contenteditable=plaintext-only], .ql-editor') || /(^|\.)linkedin\.com$/.test(location.hostname)),
    async insert(body, text, gap) {
      // Quill joins what happens within a second into one step of its undo: the person's typing must not be part of it.
      if (gap && body.matches(".ql-editor")) await new Promise((resolve) => setTimeout(resolve, QUILL_PARTS_MS));
      caretToStart(body, firstLine(body));
      const page = body.ownerDocument;
      const lines = (text + "\n".repeat(gap)).split("\n");
      return lines.every((line, at) => {
        const parted = at === 0 || page.execCommand("insertParagraph");
        return parted && (line === "" || page.execCommand("insertText", false, line));
      });
    },
  };

  Object.assign(methods, { richText, rooster, paragraphs, lineByLine, caretToStart });
}
