// Squire, as in Fastmail.
import Squire from "squire-rte";
import { element, mount, textOf } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { role: "textbox", "aria-multiline": "true", "aria-label": "Message", style: "min-height: 100px" });
  host.append(box);
  const blocks = [element("div", {}, element("br")), ...lines.map((line) => element("div", {}, line))];
  const sanitizeToDOMFragment = () => {
    const fragment = document.createDocumentFragment();
    fragment.append(...blocks);
    return fragment;
  };
  const editor = new Squire(box, { sanitizeToDOMFragment });
  editor.setHTML("the sanitizer gives the blocks");
  return () => textOf(editor.getHTML());
});
