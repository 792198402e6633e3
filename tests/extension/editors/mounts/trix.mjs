// Trix, as in Basecamp's products.
import "trix";
import { asBlocks, element, mount, until } from "./page.mjs";

mount(async (host, lines) => {
  const box = element("trix-editor", { "aria-label": "Message", style: "display: block; min-height: 100px" });
  host.append(element("trix-toolbar", { id: "no-toolbar", hidden: "" }), box);
  await until(() => box.editor);
  if (lines.length) box.editor.loadHTML(`<div><br></div>${asBlocks(lines, "div")}`);
  return () => box.editor.getDocument().toString();
});
