import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { forgetProof } from "../../../extension/background/server_client.mjs";
import { forgetConnection } from "../../../extension/background/token_vault.mjs";
import { forgetInserted, rememberInserted, unsentOn } from "../../../extension/background/unsent.mjs";
import { fakeBrowser, fakeServer } from "./fakes.mjs";

const SITE = "https://mail.example.org";
const RECORD = {
  id: "r1", company: "Acme", rounds: [{ interviewers: [{ id: "i1", name: "Dana Whitfield" }] }],
  follow_ups: [{ draft_id: "d1", state: "inserted", kind: "thank_you", channel: "email", interviewer_id: "i1", at: "2026-11-22T09:00:00Z" }],
};
const AN_HOUR = 60 * 60_000;

let browser;
let server;

beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-22T10:00:00Z") });
  forgetProof();
  fakeBrowser();
  await forgetConnection();
  browser = fakeBrowser({ token: "a-token" });
  server = fakeServer({ knows: "a-token", answers: { "GET /records/r1": [200, structuredClone(RECORD)] } });
});

const inserted = () => rememberInserted(SITE, { record_id: "r1", draft_id: "d1" });

test("what was inserted is asked about on the next visit to that site, with the names from the server", async () => {
  await inserted();
  mock.timers.tick(AN_HOUR);

  const asked = await unsentOn(SITE);

  assert.equal(asked.person, "Dana Whitfield");
  assert.equal(asked.company, "Acme");
  assert.equal(asked.entry.at, "2026-11-22T09:00:00Z");
  assert.equal(await unsentOn("https://other.example.org"), null);
});

test("T7: what content scripts can read of it holds ids and times, no names", async () => {
  await inserted();
  mock.timers.tick(AN_HOUR);
  await unsentOn(SITE);

  assert.deepEqual(Object.keys(browser.local.get("unsent")[SITE][0]).toSorted(), ["at", "draft_id", "record_id"]);
});

test("a compose that may still be open in another tab is not asked about", async () => {
  await inserted();
  mock.timers.tick(60_000);

  assert.equal(await unsentOn(SITE), null);
  assert.equal(browser.local.get("unsent")[SITE].length, 1);
});

test("what was seen sent, or answered, is asked no more", async () => {
  await inserted();
  await forgetInserted("d1");

  assert.deepEqual(browser.local.get("unsent"), {});
});

test("what the local page logged meanwhile, and what is in no record any more, is forgotten", async () => {
  await inserted();
  mock.timers.tick(AN_HOUR);
  server.answers["GET /records/r1"][1].follow_ups.push({ draft_id: "d1", state: "sent" });
  assert.equal(await unsentOn(SITE), null);
  await inserted();
  mock.timers.tick(AN_HOUR);
  server.answers["GET /records/r1"] = [404, { code: "not_found", message: "No such record.", fields: {} }];

  assert.equal(await unsentOn(SITE), null);
  assert.deepEqual(browser.local.get("unsent"), {});
});

test("a server that is away just now leaves the question for later", async () => {
  await inserted();
  mock.timers.tick(AN_HOUR);
  server.answers["GET /records/r1"] = [503, ""];

  await assert.rejects(unsentOn(SITE));
  assert.equal(browser.local.get("unsent")[SITE].length, 1);
});
