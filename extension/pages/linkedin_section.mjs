// The in-page button on LinkedIn: off until the person's yes, and off again at any time (X19).

import { ask, find } from "./ask.mjs";

export async function showLinkedinSwitch() {
  const box = find("#linkedin-button");
  const { linkedinButton = false } = await chrome.storage.local.get("linkedinButton");
  box.checked = linkedinButton;
  box.addEventListener("change", () => ask("set_linkedin_button", { on: box.checked }));
}
