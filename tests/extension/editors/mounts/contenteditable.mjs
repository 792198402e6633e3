// An editable block without a library: what it shows is its model.
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message", style: "min-height: 100px" });
  if (lines.length) box.append(element("div", {}, element("br")));
  box.append(...lines.map((line) => element("div", {}, line)));
  host.append(box);
  return () => box.innerText;
});
