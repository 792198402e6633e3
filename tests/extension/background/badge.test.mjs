import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { keepBadgeAlarm, refreshBadge } from "../../../extension/background/badge.mjs";
import { forgetProof } from "../../../extension/background/server_client.mjs";
import { fakeBrowser, fakeServer } from "./fakes.mjs";

const TOKEN = "a-token";
const DUE = { record_id: "r1", round_id: "o1", interviewer_id: "p1", person: "Dana Reyes", kind: "thank_you", timing: { verdict: "open", reason: "Open." } };
const COMING = { ...DUE, interviewer_id: "p2", timing: { verdict: "too_soon", reason: "Tomorrow." } };

/** @type {any} */
let browser;

beforeEach(() => {
  forgetProof();
  browser = fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN, answers: { "GET /agenda": [200, { items: [DUE, COMING] }] } });
});

test("the badge counts what is due now", async () => {
  await refreshBadge();

  assert.equal(browser.badge, "1");
});

test("the badge is empty while the server can't be asked", async () => {
  globalThis.fetch = async () => { throw new TypeError("Failed to fetch"); };

  await refreshBadge();

  assert.equal(browser.badge, "");
});

test("the alarm comes every 15 minutes, and waking does not put it off", async () => {
  await keepBadgeAlarm();
  await keepBadgeAlarm();

  assert.deepEqual(browser.alarms.map(({ periodInMinutes }) => periodInMinutes), [15]);
});

test("nobody is notified who did not ask for it", async () => {
  await refreshBadge();

  assert.deepEqual(browser.notified, []);
});

test("an opened window is notified once", async () => {
  browser.local.set("notify", true);

  await refreshBadge();
  await refreshBadge();

  assert.deepEqual(browser.notified, ["Time to write to Dana Reyes"]);
});
