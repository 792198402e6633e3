// CKEditor 4 in its own frame, as in SOGo.
import { asBlocks, element, mount, textOf } from "./page.mjs";

mount(async (host, lines) => {
  if (!window.CKEDITOR) await loadScript("/practice/editors/ckeditor4/ckeditor.js");
  const { CKEDITOR } = window;
  const area = element("textarea");
  host.append(area);
  const editor = CKEDITOR.replace(area, { versionCheck: false, height: 120, toolbar: [] });
  await new Promise((resolve) => editor.once("instanceReady", resolve));
  await new Promise((resolve) => editor.setData(lines.length ? `<p>&nbsp;</p>${asBlocks(lines)}` : "", resolve));
  editor.resetUndo();
  return () => textOf(editor.getData()).replace(/\n\n+/g, "\n");
});

/** @param {string} src */
function loadScript(src) {
  const script = element("script", {});
  return new Promise((resolve, reject) => {
    Object.assign(script, { onload: resolve, onerror: reject });
    script.src = src;
    document.head.append(script);
  });
}
