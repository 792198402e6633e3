// The editable block of Gmail: a line is a div, signature and quote have their classes.
import { element, mount } from "./page.mjs";

mount((host, lines) => {
  const box = element("div", {
    class: "Am Al editable LW-avf", contenteditable: "true", g_editable: "true", role: "textbox", "aria-multiline": "true", "aria-label": "Message Body",
    style: "min-height: 100px",
  });
  box.append(element("div", {}, element("br")));
  if (lines.length) {
    const [dashes, name, attribution, quoted] = lines;
    const signature = element("div", { class: "gmail_signature", "data-smartmail": "gmail_signature" }, element("div", {}, dashes), element("div", {}, name));
    const quote = element("div", { class: "gmail_quote" }, element("div", { class: "gmail_attr" }, attribution), element("blockquote", {}, quoted));
    box.append(signature, quote);
  }
  host.append(box);
  return () => box.innerText;
});
