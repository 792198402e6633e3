// The least a click can do on the page: one message, one insertion.
const button = document.createElement("button");
button.type = "button";
button.textContent = "Floor";
button.addEventListener("click", async () => {
  const address = new URLSearchParams(location.search).get("floor");
  const { html } = await chrome.runtime.sendMessage({ address });
  document.querySelector("[role=textbox][aria-multiline=true]").focus();
  document.execCommand("insertHTML", false, html);
});
document.body.prepend(button);
