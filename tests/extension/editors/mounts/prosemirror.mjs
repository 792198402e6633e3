// ProseMirror with its history.
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { mount } from "./page.mjs";

mount((host, lines) => {
  const paragraphs = ["", ...lines].map((line) => schema.nodes.paragraph.create(null, line ? schema.text(line) : null));
  const state = EditorState.create({
    doc: schema.nodes.doc.create(null, paragraphs),
    plugins: [history(), keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo }), keymap(baseKeymap)],
  });
  const view = new EditorView(host, { state });
  view.dom.style.minHeight = "100px";
  view.dom.style.whiteSpace = "pre-wrap";
  return () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n", "\n");
});
