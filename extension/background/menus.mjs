// "Draft follow-up here": the context menu on a text box and the keyboard command.

import { DRAFT_HERE } from "./messages.mjs";
import { wakeFrames } from "./tabs.mjs";

const MENU_ITEM = "draft_here";
export const COMMAND = "draft_here";

/** Menus are kept by the browser: made once, on install and update. */
export function makeMenu() {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({ id: MENU_ITEM, title: chrome.i18n.getMessage("menu_draft_here"), contexts: ["editable"] });
  });
}

/**
 * Asks the frame (or, for the keyboard command, every frame: the one with the focus acts) to draft. Where no script is,
 * the pop-up opens and offers "Use on this site".
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {number} [frameId]
 */
export async function draftInTab(tab, frameId) {
  if (!tab?.id) return;
  const target = frameId === undefined ? { tabId: tab.id, allFrames: true } : { tabId: tab.id, frameIds: [frameId] };
  if (!(await wakeFrames(target, { focused: true }))) return openPopup(tab);
  const options = frameId === undefined ? {} : { frameId };
  // Refused where the focus is in none of the page's frames, but in the browser's own bar: then nothing is to be done.
  await chrome.tabs.sendMessage(tab.id, { type: DRAFT_HERE, message: {} }, options).catch(() => {});
}

/** Where the window has no toolbar the pop-up comes as a tab. @param {chrome.tabs.Tab} tab */
async function openPopup(tab) {
  const asTab = () => chrome.tabs.create({ url: chrome.runtime.getURL(`pages/popup.html?tab=${tab.id}`) });
  await chrome.action.openPopup().catch(asTab);
}
