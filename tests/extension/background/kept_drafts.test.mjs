import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { forgetKeptDraft, keepDraft, keptDraft } from "../../../extension/background/kept_drafts.mjs";
import { fakeBrowser } from "./fakes.mjs";

const PROFILE = "https://www.linkedin.com/in/dana-reyes/";
const NOTE = /** @type {any} */ ({ channel: "linkedin_note", body: "Hello" });
const MESSAGE = /** @type {any} */ ({ channel: "linkedin_message", body: "Hello" });

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  fakeBrowser();
});

test("a draft waits two minutes for its profile's box", async () => {
  const { until } = await keepDraft(PROFILE, NOTE);

  mock.timers.tick(119_000);
  assert.deepEqual(await keptDraft(PROFILE, "linkedin_note"), { draft: NOTE, until });
  mock.timers.tick(2_000);
  assert.equal(await keptDraft(PROFILE, "linkedin_note"), null);
});

test("the time can be extended", async () => {
  const { until } = await keepDraft(PROFILE, NOTE);
  await keepDraft(PROFILE, NOTE, until + 120_000);

  mock.timers.tick(200_000);

  assert.notEqual(await keptDraft(PROFILE, "linkedin_note"), null);
});

test("a profile is the same under its different addresses, another one is not", async () => {
  await keepDraft(PROFILE, NOTE);

  assert.notEqual(await keptDraft("https://www.linkedin.com/in/Dana-Reyes?trk=x", "linkedin_note"), null);
  assert.equal(await keptDraft("https://www.linkedin.com/in/dana-reyes-2/", "linkedin_note"), null);
});

test("X15: a message never goes into a note's box, a note may go into a message's", async () => {
  await keepDraft(PROFILE, MESSAGE);
  assert.equal(await keptDraft(PROFILE, "linkedin_note"), null);

  await keepDraft(PROFILE, NOTE);
  assert.notEqual(await keptDraft(PROFILE, "linkedin_message"), null);
});

test("a draft that was used waits no longer", async () => {
  await keepDraft(PROFILE, NOTE);

  await forgetKeptDraft(PROFILE);

  assert.equal(await keptDraft(PROFILE, "linkedin_note"), null);
});
