import assert from "node:assert/strict";
import { test } from "node:test";

import { covers } from "../../../extension/background/match_patterns.mjs";
import { stopOnSite, switchSite, useOnSite } from "../../../extension/background/sites.mjs";
import { fakeBrowser } from "./fakes.mjs";

const WEBMAIL = "http://127.0.0.1:8025";

test("a site of one's own is listed, registered for later and reached at once", async () => {
  const browser = fakeBrowser();
  browser.address = `${WEBMAIL}/mail/?_task=mail`;

  await useOnSite(WEBMAIL, 7);

  assert.deepEqual(browser.local.get("sites"), [WEBMAIL]);
  assert.deepEqual(browser.registered.map(({ matches, persistAcrossSessions }) => [matches, persistAcrossSessions]), [[["http://127.0.0.1/*"], true]]);
  assert.ok(browser.injected[0].files.includes("content/sites/webmail_signs.js"));
  assert.equal(browser.injected[0].target.tabId, 7);
});

test("using a site twice registers it once", async () => {
  const browser = fakeBrowser();
  browser.address = `${WEBMAIL}/`;

  await useOnSite(WEBMAIL, 7);
  await useOnSite(WEBMAIL, 7);

  assert.equal(browser.registered.length, 1);
  assert.deepEqual(browser.local.get("sites"), [WEBMAIL]);
});

test("a site that the browser did not grant is not listed", async () => {
  const browser = fakeBrowser();

  await assert.rejects(useOnSite("https://mail.example.org", 7), { code: "not_granted" });

  assert.equal(browser.local.has("sites"), false);
});

test("two ports of one host are two sites, and stopping one leaves the other", async () => {
  const browser = fakeBrowser();
  browser.address = `${WEBMAIL}/`;
  await useOnSite(WEBMAIL, 7);
  await useOnSite("http://127.0.0.1:9000", 7);

  await stopOnSite(WEBMAIL);

  assert.deepEqual(browser.local.get("sites"), ["http://127.0.0.1:9000"]);
  assert.deepEqual(browser.registered.map(({ id }) => id), ["http://127.0.0.1:9000#0"]);
});

test("what is no site of the web is refused", async () => {
  fakeBrowser();

  for (const origin of ["chrome://settings", "file:///tmp", "nonsense", "https://a.example/path"]) {
    await assert.rejects(useOnSite(origin, 7), { code: "no_site" });
  }
});

test("a built-in site is switched off and on", async () => {
  const browser = fakeBrowser();

  await switchSite("https://mail.google.com", false);
  assert.deepEqual(browser.local.get("sitesOff"), ["https://mail.google.com"]);
  await switchSite("https://mail.google.com", true);
  assert.deepEqual(browser.local.get("sitesOff"), []);
});

test("match patterns cover what the browser would", () => {
  assert.equal(covers("https://mail.google.com/*", "https://mail.google.com/mail/u/0/"), true);
  assert.equal(covers("https://mail.google.com/*", "https://mail.google.com.evil.example/"), false);
  assert.equal(covers("http://127.0.0.1/practice*", "http://127.0.0.1:8756/practice?x=1"), true);
  assert.equal(covers("http://127.0.0.1/practice*", "http://127.0.0.1:8756/records"), false);
  assert.equal(covers("https://*.example.org/*", "https://mail.example.org/"), true);
  assert.equal(covers("*://*/*", "ftp://example.org/"), false);
});
