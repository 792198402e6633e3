// RoosterJS 9, as in Outlook and Proton.
import {
  AutoFormatPlugin, contentModelToText, createBr, createContentModelDocument, createParagraph, createText, Editor, EditPlugin, PastePlugin, ShortcutPlugin,
} from "roosterjs";
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message body", style: "min-height: 100px" });
  host.append(element("div", { id: "editorParent_1" }, box));
  const initialModel = createContentModelDocument();
  for (const line of ["", ...lines]) {
    const paragraph = createParagraph();
    paragraph.segments.push(line ? createText(line) : createBr());
    initialModel.blocks.push(paragraph);
  }
  const editor = new Editor(box, { initialModel, plugins: [new EditPlugin(), new AutoFormatPlugin(), new PastePlugin(), new ShortcutPlugin()] });
  return () => contentModelToText(editor.getContentModelCopy("disconnected"));
});
