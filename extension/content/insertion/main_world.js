// Editors that keep their own model and only believe what comes from the page's own world: a paste of plain text, or the own
// command of TinyMCE or CKEditor 4. The background runs it there; the two worlds share only the DOM, hence the mark.
"use strict";
{
  const { markup, methods } = globalThis.Afterword;
  const MARK = "data-afterword-target";
  /** Editors learn of a moved caret by an event of the next task; Slate takes notice every 100 ms. */
  const CARET_SETTLES_MS = 150;

  /**
   * @param {HTMLElement} target
   * @param {"paste_text" | "tinymce" | "ckeditor4"} method
   * @param {string} text
   */
  async function insertThere(target, method, text) {
    const mark = crypto.randomUUID();
    target.setAttribute(MARK, mark);
    try {
      const answer = await globalThis.Afterword.ask("insert_in_main_world", { method, mark, text, html: markup.asParagraphs(text) });
      return answer.ok && answer.value;
    } finally {
      target.removeAttribute(MARK);
    }
  }

  /** @type {InsertionMethod} */
  const tinymce = {
    name: "tinymce",
    fits: (body) => body.matches("body#tinymce, .mce-content-body"),
    insert(body, text) {
      methods.caretToStart(body);
      return insertThere(body, "tinymce", text);
    },
  };

  /** @type {InsertionMethod} */
  const ckeditor4 = {
    name: "ckeditor4",
    fits: (body) => body.matches(".cke_editable"),
    insert(body, text) {
      methods.caretToStart(body);
      return insertThere(body, "ckeditor4", text);
    },
  };

  /** @type {InsertionMethod} */
  const paste = {
    name: "paste",
    alone: true, // the page's own editing commands corrupt these models
    fits: (body) => body.closest(".ck-editor__editable, .public-DraftEditor-content, [data-lexical-editor], [data-slate-editor], trix-editor") !== null,
    async insert(body, text, gap) {
      // Some of these models know only places in their own text nodes, and some overhear a move while they are busy with the
      // person's last one: so the caret moves twice.
      const start = document.createTreeWalker(body, NodeFilter.SHOW_TEXT).nextNode() ?? body;
      for (const place of [body, start]) {
        methods.caretToStart(body, place);
        await new Promise((resolve) => setTimeout(resolve, CARET_SETTLES_MS));
      }
      return insertThere(body, "paste_text", text + "\n".repeat(gap));
    },
  };

  Object.assign(methods, { tinymce, ckeditor4, paste });
}
