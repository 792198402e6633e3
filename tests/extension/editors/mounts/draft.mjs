// Draft.js, within React.
import { ContentState, Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { mount } from "./page.mjs";

mount((host, lines) => {
  let model = EditorState.createWithContent(ContentState.createFromText(["", ...lines].join("\n")));
  function Message() {
    const [editorState, setState] = useState(model);
    model = editorState;
    return createElement(Editor, { editorState, onChange: setState, ariaLabel: "Message" });
  }
  host.style.minHeight = "100px";
  flushSync(() => createRoot(host).render(createElement(Message)));
  host.querySelector("[contenteditable]").style.minHeight = "100px";
  return () => model.getCurrentContent().getPlainText("\n");
});
