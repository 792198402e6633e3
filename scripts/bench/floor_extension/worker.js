// The least a click can do in the background: one fetch of a fixed text.
chrome.runtime.onMessage.addListener(({ address }, _sender, respond) => {
  fetch(`${address}/hello`).then((answer) => answer.json()).then(respond);
  return true;
});
