// RoosterJS 9, as in Outlook and Proton.
import { contentModelToText, createModelFromHtml, Editor, EditPlugin, AutoFormatPlugin, PastePlugin, ShortcutPlugin } from "roosterjs";
import { asBlocks, element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message body", style: "min-height: 100px" });
  host.append(element("div", { id: "editorParent_1" }, box));
  const initialModel = lines.length ? createModelFromHtml(`<div><br></div>${asBlocks(lines, "div")}`) : undefined;
  const editor = new Editor(box, { initialModel, plugins: [new EditPlugin(), new AutoFormatPlugin(), new PastePlugin(), new ShortcutPlugin()] });
  return () => contentModelToText(editor.getContentModelCopy("disconnected"));
});
