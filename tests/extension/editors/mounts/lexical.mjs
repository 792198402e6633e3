// Lexical with its rich text and history.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message", style: "min-height: 100px; white-space: pre-wrap" });
  host.append(box);
  const editor = createEditor({ namespace: "message", onError: (error) => { throw error; } });
  editor.setRootElement(box);
  registerRichText(editor);
  editor.update(() => {
    const paragraphs = ["", ...lines].map((line) => (line ? $createParagraphNode().append($createTextNode(line)) : $createParagraphNode()));
    $getRoot().clear().append(...paragraphs);
  }, { discrete: true });
  registerHistory(editor, createEmptyHistoryState(), 300);
  return () => editor.getEditorState().read(() => $getRoot().getTextContent().replace(/\n\n/g, "\n"));
});
