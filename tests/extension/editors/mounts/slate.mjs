// Slate with its history, within React.
import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { mount, until } from "./page.mjs";

mount(async (host, lines) => {
  const initialValue = ["", ...lines].map((text) => ({ type: "paragraph", children: [{ text }] }));
  const editor = withHistory(withReact(createEditor()));
  const renderElement = ({ attributes, children }) => createElement("p", attributes, children);
  function Message() {
    useState(0);
    return createElement(Slate, { editor, initialValue }, createElement(Editable, { renderElement, "aria-label": "Message", style: { minHeight: 100 } }));
  }
  flushSync(() => createRoot(host).render(createElement(Message)));
  await until(() => host.querySelector("[data-slate-editor]"));
  return () => editor.children.map((each) => Node.string(each)).join("\n");
});
