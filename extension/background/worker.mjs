// The background's entry: registers listeners and nothing else. They must stand before the first await, so that an event
// that wakes the worker finds them.

import { BADGE_ALARM, keepBadgeAlarm, refreshBadge } from "./badge.mjs";
import { handlers } from "./handlers.mjs";
import { COMMAND, draftInTab, makeMenu } from "./menus.mjs";
import { answerWith } from "./messages.mjs";
import { forgetProof } from "./server_client.mjs";
import { restoreSites } from "./sites.mjs";
import { reachOpenTabs } from "./tabs.mjs";
import { adoptToken, takeIn } from "./token_vault.mjs";
import { askWhereUnsent } from "./unsent.mjs";

chrome.runtime.onMessage.addListener(answerWith(handlers));

chrome.runtime.onInstalled.addListener(async ({ reason }) => {
  makeMenu();
  if (reason === "install") await chrome.tabs.create({ url: chrome.runtime.getURL("pages/welcome.html") });
  await restoreSites();
  await askWhereUnsent({ anew: true });
  await reachOpenTabs();
});

// A site of the manifest that its user took away and gave back.
chrome.permissions.onAdded.addListener(() => reachOpenTabs());

chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area !== "local") return;
  if (changes.serverUrl) forgetProof();
  if (changes.unsent) askWhereUnsent();
  if (changes.token?.newValue) await adoptToken(/** @type {string} */ (changes.token.newValue));
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === BADGE_ALARM) refreshBadge();
});

chrome.contextMenus.onClicked.addListener((info, tab) => draftInTab(tab, info.frameId));

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === COMMAND) draftInTab(tab);
});

takeIn();
keepBadgeAlarm();
