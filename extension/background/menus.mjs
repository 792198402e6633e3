// "Draft follow-up here": the context menu on a text box and the keyboard command.

import { DRAFT_HERE } from "./messages.mjs";

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
  try {
    const options = frameId === undefined ? {} : { frameId };
    await chrome.tabs.sendMessage(tab.id, { type: DRAFT_HERE, message: {} }, options);
  } catch {
    await chrome.action.openPopup().catch(() => openPopupAsTab(tab));
  }
}

/** openPopup is refused where the window has no toolbar. @param {chrome.tabs.Tab} tab */
function openPopupAsTab(tab) {
  return chrome.tabs.create({ url: chrome.runtime.getURL(`pages/popup.html?tab=${tab.id}`) });
}
