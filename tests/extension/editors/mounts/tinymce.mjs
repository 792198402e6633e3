// TinyMCE 8 in its own frame.
import tinymce from "tinymce";
import "tinymce/icons/default";
import "tinymce/themes/silver";
import "tinymce/models/dom";
import "tinymce/skins/ui/oxide/skin.js";
import "tinymce/skins/ui/oxide/content.js";
import "tinymce/skins/content/default/content.js";
import { asBlocks, element, mount } from "./page.mjs";

mount(async (host, lines) => {
  const area = element("textarea");
  host.append(area);
  const [editor] = await tinymce.init({
    target: area, license_key: "gpl", menubar: false, toolbar: false, statusbar: false, promotion: false, height: 180,
  });
  editor.setContent(lines.length ? `<p><br></p>${asBlocks(lines)}` : "");
  editor.undoManager.clear();
  editor.undoManager.add();
  return () => editor.getContent({ format: "text" });
});
