// A text area as a plain page has it.
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea", { rows: "8", "aria-label": "Message" }));
  area.value = lines.length ? `\n${lines.join("\n")}` : "";
  host.append(area);
  return () => area.value;
});
