// CKEditor 5, classic.
import { BlockQuote, ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import { asBlocks, element, mount, textOf } from "./page.mjs";

mount(async (host, lines) => {
  const box = element("div");
  host.append(box);
  const editor = await ClassicEditor.create(box, { licenseKey: "GPL", plugins: [Essentials, Paragraph, BlockQuote], toolbar: [] });
  editor.setData(lines.length ? `<p></p>${asBlocks(lines)}` : "");
  editor.commands.get("undo").clearStack();
  editor.editing.view.change((writer) => writer.setStyle("min-height", "100px", editor.editing.view.document.getRoot()));
  return () => textOf(editor.getData());
});
