// A text area whose value is React's: what React has not heard of is put back.
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { mount } from "./page.mjs";

mount((host, lines) => {
  let model = lines.length ? `\n${lines.join("\n")}` : "";
  function Message() {
    const [value, setValue] = useState(model);
    model = value;
    return createElement("textarea", { rows: 8, "aria-label": "Message", value, onChange: (event) => setValue(event.target.value) });
  }
  flushSync(() => createRoot(host).render(createElement(Message)));
  return () => model;
});
