// Squire, as in Fastmail.
import Squire from "squire-rte";
import { asBlocks, element, mount, textOf } from "./page.mjs";

function sanitizeToDOMFragment(html) {
  return document.importNode(new DOMParser().parseFromString(html, "text/html").body, true);
}

mount((host, lines) => {
  const box = element("div", { role: "textbox", "aria-multiline": "true", "aria-label": "Message", style: "min-height: 100px" });
  host.append(box);
  const asFragment = (html) => {
    const fragment = document.createDocumentFragment();
    fragment.append(...sanitizeToDOMFragment(html).childNodes);
    return fragment;
  };
  const editor = new Squire(box, { sanitizeToDOMFragment: asFragment });
  editor.setHTML(lines.length ? `<div><br></div>${asBlocks(lines, "div")}` : "");
  return () => textOf(editor.getHTML());
});
