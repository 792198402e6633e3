// What is due today, and the draft by copy where LinkedIn's in-page button is off (X19).

import { ask, find, make, word } from "./ask.mjs";

const DUE = ["open", "late"];
const MOST_SHOWN = 6;

export async function showDue() {
  const answer = await ask("agenda");
  if (!answer.ok) return;
  const items = answer.value.items.filter((/** @type {any} */ { timing }) => DUE.includes(timing?.verdict));
  find("#due").hidden = false;
  find("#due-title").textContent = items.length ? word("popup_due", items.length) : word("popup_nothing_due");
  find("#due-list").replaceChildren(...items.slice(0, MOST_SHOWN).map(dueLine));
}

/** @param {any} item */
function dueLine({ record_id, person, company, kind, timing }) {
  const open = make("button", { type: "button", className: "row" },
    make("strong", {}, [person, company].filter(Boolean).join(", ")),
    make("span", { className: "soft" }, `${word(`kind_${kind}`)} · ${timing.reason}`));
  open.addEventListener("click", () => ask("open_page", { path: `/records/${encodeURIComponent(record_id)}` }));
  return make("li", {}, open);
}

/** @param {number} tabId of a LinkedIn page */
export async function offerDraftByCopy(tabId) {
  const button = find("#draft-copy");
  const { linkedinButton = false } = await chrome.storage.local.get("linkedinButton");
  button.hidden = linkedinButton;
  button.addEventListener("click", () => draftByCopy(tabId));
}

/** @param {number} tabId */
async function draftByCopy(tabId) {
  const page = await ask("read_page", { tabId });
  if (!page.ok) return show(page.error.message);
  if (!page.value) return show(word("popup_nobody_here"));
  const drafted = await ask("draft", { request: page.value });
  if (!drafted.ok) return show(drafted.error.message);
  const { draft, advice } = drafted.value;
  if (!draft) return show(advice ?? word("popup_no_draft"));
  find("#draft-box").hidden = false;
  find("#draft-text").value = draft.body;
  show("");
  find("#copy-draft").onclick = async () => {
    await navigator.clipboard.writeText(find("#draft-text").value);
    show(word("popup_copied"));
  };
}

/** @param {string} sentence */
function show(sentence) {
  find("#said").textContent = sentence;
}
