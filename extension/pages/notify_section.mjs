// Desktop notification when a window opens: off until the person wants it, and the browser asks once.

import { find } from "./ask.mjs";

export async function showNotifySwitch() {
  const box = find("#notify");
  const { notify = false } = await chrome.storage.local.get("notify");
  box.checked = notify;
  box.addEventListener("change", async () => {
    const granted = !box.checked || (await chrome.permissions.request({ permissions: ["notifications"] }));
    box.checked = box.checked && granted;
    await chrome.storage.local.set({ notify: box.checked });
  });
}
