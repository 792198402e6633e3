// A block that puts back whatever did not come letter by letter: no way of insertion can work.
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", { contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message", style: "min-height: 100px" });
  box.append(...["", ...lines].map((line) => element("div", {}, line || element("br"))));
  host.append(box);
  let kept = copyOf(box);
  box.addEventListener("input", (event) => {
    const letter = event.inputType.startsWith("delete") || (event.inputType === "insertText" && event.data?.length === 1);
    if (letter) kept = copyOf(box);
    else box.replaceChildren(...copyOf({ childNodes: kept }));
  });
  return () => box.innerText;
});

/** @param {{ childNodes: Iterable<Node> }} block */
function copyOf({ childNodes }) {
  return [...childNodes].map((node) => node.cloneNode(true));
}
