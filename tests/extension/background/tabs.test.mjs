import assert from "node:assert/strict";
import { test } from "node:test";

import { reachOpenTabs } from "../../../extension/background/tabs.mjs";
import { fakeBrowser } from "./fakes.mjs";

test("tabs that were open before get their site's scripts", async () => {
  const browser = fakeBrowser();
  browser.address = "https://mail.google.com/mail/u/0/";

  await reachOpenTabs();

  assert.deepEqual(browser.injected.map(({ files }) => files.includes("content/sites/gmail_signs.js")), [true]);
});

test("a tab that has its scripts gets no second set", async () => {
  const browser = fakeBrowser();
  browser.address = "https://mail.google.com/mail/u/0/";
  browser.hasScript = true;

  await reachOpenTabs();

  assert.deepEqual(browser.injected, []);
});

test("other sites and LinkedIn's preload frames are left alone", async () => {
  for (const address of ["https://example.org/", "https://www.linkedin.com/preload/sharedframe", "http://127.0.0.1:8756/records"]) {
    const browser = fakeBrowser();
    browser.address = address;

    await reachOpenTabs();

    assert.deepEqual(browser.injected, [], address);
  }
});
