// Quill 2, without its toolbar.
import Quill from "quill";
import { mount } from "./page.mjs";

mount((host, lines) => {
  const editor = new Quill(host);
  if (lines.length) editor.setText(`\n${lines.join("\n")}\n`);
  editor.history.clear();
  editor.root.style.minHeight = "100px";
  return () => editor.getText();
});
