import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { call, forgetProof, loopbackOrigin } from "../../../extension/background/server_client.mjs";
import { adoptToken, connection, forgetConnection } from "../../../extension/background/token_vault.mjs";
import { fakeBrowser, fakeServer } from "./fakes.mjs";

const TOKEN = "a-token";

beforeEach(async () => {
  mock.timers.reset();
  forgetProof();
  fakeBrowser();
  await forgetConnection();
});

async function failureOf(promise) {
  const failure = await promise.then(() => null, (error) => error);
  return failure && { code: failure.code, message: failure.message };
}

test("T12: the server proves itself before the first token and is pinned", async () => {
  fakeBrowser({ token: TOKEN });
  const server = fakeServer({ knows: TOKEN });

  await call("POST", "/drafts", {});

  assert.deepEqual(server.requests.map(({ call: each }) => each), ["GET /health", "POST /drafts"]);
  assert.deepEqual(server.tokens(), [`Bearer ${TOKEN}`]);
  assert.equal((await connection()).serverId, "server-one");
});

test("a warm click is one fetch", async () => {
  fakeBrowser({ token: TOKEN });
  const server = fakeServer({ knows: TOKEN });
  await call("POST", "/drafts", {});
  server.requests.length = 0;

  await call("POST", "/drafts", {});

  assert.equal(server.requests.length, 1);
});

test("T7: a token put into storage.local is used by the very next call, though no event told of it", async () => {
  const browser = fakeBrowser({ token: TOKEN });
  const server = fakeServer({ knows: TOKEN, answers: { "POST /drafts": [200, { from: "before" }] } });
  await call("POST", "/drafts", {});
  server.requests.length = 0;

  browser.local.set("token", "another-token");
  server.knows = "another-token";
  server.answers["POST /drafts"] = ({ port }) => [200, { from: "now", port }];
  const answer = await call("POST", "/drafts", {});

  assert.equal(answer.from, "now");
  assert.deepEqual(server.requests.at(-1).token, "Bearer another-token");
  assert.deepEqual(server.requests.slice(-2).map(({ call: each }) => each), ["GET /health", "POST /drafts"]);
  assert.equal(browser.local.has("token"), false);
});

test("T12: a changed address is asked by the very next call, after a proof, and the former server's answer is nobody's", async () => {
  const browser = fakeBrowser({ token: TOKEN, serverUrl: "http://127.0.0.1:1111" });
  const server = fakeServer({ knows: TOKEN, answers: { "POST /drafts": ({ port }) => [200, { port }] } });
  await call("POST", "/drafts", {});
  server.requests.length = 0;

  browser.local.set("serverUrl", "http://127.0.0.1:2222");
  const answer = await call("POST", "/drafts", {});

  assert.equal(answer.port, "2222");
  const asked = server.requests.filter(({ at }) => at.endsWith(":2222")).map(({ call: each }) => each);
  assert.deepEqual(asked, ["GET /health", "POST /drafts"]);
});

test("T12: a program at a changed address that can't prove itself gets no token from the very next call", async () => {
  const browser = fakeBrowser({ token: TOKEN, serverUrl: "http://127.0.0.1:1111" });
  const server = fakeServer({ knows: TOKEN });
  await call("POST", "/drafts", {});
  server.requests.length = 0;

  browser.local.set("serverUrl", "http://127.0.0.1:2222");
  server.knows = undefined;
  const failure = await failureOf(call("POST", "/drafts", {}));

  assert.equal(failure.code, "unproved");
  assert.deepEqual(server.requests.filter(({ at, token }) => at.endsWith(":2222") && token), []);
});

test("a former server that has gone away does not fail the next call", async () => {
  const browser = fakeBrowser({ token: TOKEN, serverUrl: "http://127.0.0.1:1111" });
  fakeServer({ knows: TOKEN });
  await call("POST", "/drafts", {});
  const reached = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    if (String(address).includes(":1111")) throw new TypeError("Failed to fetch");
    return reached(address, options);
  };

  browser.local.set("serverUrl", "http://127.0.0.1:2222");

  assert.deepEqual(await call("POST", "/drafts", {}), {});
});

test("what is kept is sent to no server before it is known to be the one", async () => {
  const browser = fakeBrowser({ token: TOKEN, serverUrl: "http://127.0.0.1:1111" });
  const server = fakeServer({ knows: TOKEN });
  await call("POST", "/records", {});
  server.requests.length = 0;

  browser.local.set("serverUrl", "http://127.0.0.1:2222");
  await call("POST", "/records", {});

  assert.deepEqual(server.requests.map(({ call: each, at }) => `${each} ${at}`), [
    "GET /health http://127.0.0.1:2222",
    "POST /records http://127.0.0.1:2222",
  ]);
});

test("T12: a program that copies the pinned id but does not know the token gets none", async () => {
  fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN });
  await call("GET", "/settings");
  forgetProof();
  const other = fakeServer({ id: "server-one" });

  const failure = await failureOf(call("GET", "/settings"));

  assert.match(failure.message, /another program is using/i);
  assert.deepEqual(other.tokens(), []);
});

test("T12: a server with another id gets no token, even if it answers the proof", async () => {
  fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN });
  await call("GET", "/settings");
  forgetProof();
  const other = fakeServer({ knows: TOKEN, id: "server-two" });

  const failure = await failureOf(call("GET", "/settings"));

  assert.equal(failure.code, "other_program");
  assert.deepEqual(other.tokens(), []);
});

test("T12: after a quiet time the server is asked again, as another may have taken its port", async () => {
  mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN });
  await call("GET", "/settings");
  const other = fakeServer();

  mock.timers.tick(11_000);
  const failure = await failureOf(call("GET", "/settings"));

  assert.equal(failure.code, "unproved");
  assert.deepEqual(other.tokens(), []);
});

test("T12: after any failed request the server proves itself again", async () => {
  fakeBrowser({ token: TOKEN });
  const server = fakeServer({ knows: TOKEN, answers: { "GET /agenda": [503, "busy"] } });
  await failureOf(call("GET", "/agenda"));
  server.requests.length = 0;

  await call("GET", "/settings");

  assert.deepEqual(server.requests.map(({ call: each }) => each), ["GET /health", "GET /settings"]);
});

const FAILURES = [
  ["a token the server no longer accepts", [401, { code: "unauthorized", message: "x" }], "revoked"],
  ["an error of the server", [500, "<html>"], "server_error"],
  ["something that is no answer of Afterword", [200, "<html>hello</html>"], "other_program"],
  ["a refusal without the envelope", [404, { error: 1 }], "other_program"],
];
for (const [what, answer, code] of FAILURES) {
  test(`${what} becomes a plain sentence`, async () => {
    fakeBrowser({ token: TOKEN });
    fakeServer({ knows: TOKEN, answers: { "GET /agenda": /** @type {any} */ (answer) } });

    const failure = await failureOf(call("GET", "/agenda"));

    assert.equal(failure.code, code);
    assert.match(failure.message, /^[A-Z].+\.$/);
  });
}

test("the server's own sentence is passed on", async () => {
  fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN, answers: { "POST /records": [422, { code: "invalid", message: "Give the company a name.", fields: { company: "empty" } }] } });

  const failure = await failureOf(call("POST", "/records", {}));

  assert.deepEqual(failure, { code: "invalid", message: "Give the company a name." });
});

test("a server that is not there is said with what to do", async () => {
  fakeBrowser({ token: TOKEN });
  globalThis.fetch = async () => { throw new TypeError("Failed to fetch"); };

  const failure = await failureOf(call("GET", "/agenda"));

  assert.equal(failure.code, "not_running");
  assert.match(failure.message, /python3 scripts\/run\.py/);
});

test("an answer that takes too long is said as such", async () => {
  fakeBrowser({ token: TOKEN });
  globalThis.fetch = async () => { throw new DOMException("too long", "TimeoutError"); };

  assert.equal((await failureOf(call("GET", "/agenda"))).code, "timeout");
});

test("without a token nothing is asked of the server", async () => {
  fakeBrowser();
  const server = fakeServer();

  assert.equal((await failureOf(call("GET", "/agenda"))).code, "not_paired");
  assert.deepEqual(server.requests, []);
});

test("T7: only this machine is ever called", () => {
  assert.equal(loopbackOrigin("http://127.0.0.1:9000/x"), "http://127.0.0.1:9000");
  for (const address of ["https://evil.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example:8756", "https://localhost:8756", "http://0.0.0.0:1", "file:///etc", "x"]) {
    assert.equal(loopbackOrigin(address), null, address);
  }
});

test("localhost is taken for the number that the browser's permission is for", () => {
  assert.equal(loopbackOrigin("http://localhost:8756/records"), "http://127.0.0.1:8756");
});

test("T7: a token is moved out of storage.local before it is used", async () => {
  const browser = fakeBrowser({ token: TOKEN });

  const { token } = await connection();

  assert.equal(token, TOKEN);
  assert.equal(browser.local.has("token"), false);
});

test("a later token replaces the old one and resets the pin", async () => {
  fakeBrowser({ token: TOKEN });
  fakeServer({ knows: TOKEN });
  await call("GET", "/settings");

  await adoptToken("another-token");

  assert.deepEqual(await connection(), { token: "another-token", serverId: null });
});
