import assert from "node:assert/strict";
import { test } from "node:test";

import { handlers } from "../../../extension/background/handlers.mjs";
import { CONTENT_MESSAGES, PAGE_MESSAGES, answerWith, mayAsk } from "../../../extension/background/messages.mjs";
import { fakeBrowser } from "./fakes.mjs";

const PAGE = { id: "our-extension", url: "https://mail.google.com/mail/", tab: { id: 1 } };
const POPUP = { id: "our-extension", url: "chrome-extension://our-extension/pages/popup.html?tab=1", tab: { id: 2 } };
const STRANGER = { id: "another-extension", url: "chrome-extension://another-extension/x.html" };

test("every message has a handler and every handler a message", () => {
  assert.deepEqual(Object.keys(handlers).toSorted(), [...CONTENT_MESSAGES, ...PAGE_MESSAGES].toSorted());
});

test("T4: what changes the extension's powers is asked by its own pages only", () => {
  fakeBrowser();

  for (const type of PAGE_MESSAGES) {
    assert.equal(mayAsk(type, /** @type {any} */ (PAGE)), false, type);
    assert.equal(mayAsk(type, /** @type {any} */ (POPUP)), true, type);
  }
});

test("T4: another extension is answered nothing", () => {
  fakeBrowser();

  for (const type of [...CONTENT_MESSAGES, ...PAGE_MESSAGES]) assert.equal(mayAsk(type, STRANGER), false);
});

test("a message that nobody knows gets a plain refusal", async () => {
  fakeBrowser();

  const answer = await new Promise((respond) => answerWith(handlers)({ type: "constructor", message: {} }, /** @type {any} */ (PAGE), respond));

  assert.equal(answer.error.code, "not_allowed");
});

test("an unforeseen error tells the person nothing of its insides", async () => {
  fakeBrowser();
  const { error } = console;
  console.error = () => {};

  const answer = await new Promise((respond) =>
    answerWith({ draft: async () => { throw new Error("secret inside"); } })({ type: "draft", message: {} }, /** @type {any} */ (PAGE), respond));

  console.error = error;
  assert.equal(answer.ok, false);
  assert.doesNotMatch(JSON.stringify(answer), /secret/);
});

test("open_page opens a page of the server", async () => {
  const browser = fakeBrowser();

  await handlers.open_page({ path: "/records/1" }, /** @type {any} */ (PAGE));

  assert.equal(browser.opened, "http://127.0.0.1:8756/records/1");
});

test("open_page opens no other site", async () => {
  for (const path of ["//evil.example/x", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)"]) {
    const browser = fakeBrowser();

    await assert.rejects(handlers.open_page({ path }, /** @type {any} */ (PAGE)), { code: "not_allowed" });

    assert.equal(browser.opened, undefined, path);
  }
});
