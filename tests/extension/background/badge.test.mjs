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

/** @param {any[]} all @returns {(url: URL) => [number, unknown]} the agenda as the server gives it, page by page */
function paged(all) {
  return ({ searchParams }) => {
    const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("page_size"))];
    return [200, { items: all.slice((page - 1) * size, page * size), total: all.length }];
  };
}

/** @param {number} number @returns {any[]} */
const many = (number) => Array.from({ length: number }, (_, at) => ({ ...DUE, interviewer_id: `p${at}` }));

test("the badge counts what is due over several pages, and reads none that holds only what is to come", async () => {
  const coming = Array.from({ length: 900 }, () => COMING);
  const server = fakeServer({ knows: TOKEN, answers: { "GET /agenda": paged([...many(437), ...coming]) } });

  await refreshBadge();

  assert.equal(browser.badge, "437");
  assert.equal(server.requests.filter(({ call }) => call === "GET /agenda").length, 3);
});

test("a page that is full of what is due is not taken for the last", async () => {
  fakeServer({ knows: TOKEN, answers: { "GET /agenda": paged(many(200)) } });

  await refreshBadge();

  assert.equal(browser.badge, "200");
});

test("more than fits on the button is not counted out", async () => {
  const server = fakeServer({ knows: TOKEN, answers: { "GET /agenda": paged(many(5000)) } });

  await refreshBadge();

  assert.equal(browser.badge, "999+");
  assert.equal(server.requests.filter(({ call }) => call === "GET /agenda").length, 5);
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
