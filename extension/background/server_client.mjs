// The only fetch of the extension. Every failure leaves here as a PlainFailure.

import { PlainFailure } from "./failures.mjs";
import { freshNonce, proofOf, selectorOf } from "./server_proof.mjs";
import { connection, pinServer } from "./token_vault.mjs";

export const DEFAULT_SERVER = "http://127.0.0.1:8756";
const API = "/api/v1";
const ANSWER_WITHIN_MS = 25_000; // Chrome ends a worker whose fetch takes 30 s
const SERVER_ID = "X-Afterword-Server";
const PROOF_HOLDS_MS = 10 * 60_000;
const QUIET_ENDS_PROOF_MS = 10_000; // long enough for a server to be stopped and another program to take its port

/**
 * When the server last proved itself and last answered, and where. Kept in the worker's memory on purpose: it is gone
 * when the worker slept, and a worker that wakes must ask again.
 * @typedef {{ server: string, token: string, serverId: string | null }} Paired
 * @typedef {Paired & { provedAt: number, answeredAt: number }} Proof
 * @type {Proof | null}
 */
let proof = null;

/**
 * Calls the API as the paired browser.
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {object} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>} the answer's JSON, null for an empty one
 */
export async function call(method, path, body, headers = {}) {
  return (await callForResponse(method, path, body, headers)).value;
}

/**
 * As `call`, with the version of what was read (its ETag), for a later If-Match.
 * @param {string} path
 * @returns {Promise<{ value: any, version: string | null }>}
 */
export function readVersioned(path) {
  return callForResponse("GET", path);
}

/**
 * Calls what needs no token: asking to pair.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {Record<string, string>} [headers]
 */
export async function callUnpaired(method, path, body, headers = {}) {
  const server = await serverUrl();
  await greet(server, await connection());
  return (await send(server, method, path, body, headers)).value;
}

/** Throws unless the server is there, is the pinned one and accepts this browser's token. */
export async function checkConnection() {
  proof = null;
  await call("GET", "/settings");
}

/** After a change of token, address or pin: what was proved counts no longer. */
export function forgetProof() {
  proof = null;
}

/** @returns {Promise<string>} the server's address without a trailing slash */
export async function serverUrl() {
  return originOf(await chrome.storage.local.get("serverUrl"));
}

/** @param {StoredSettings} settings */
function originOf({ serverUrl: chosen }) {
  const origin = loopbackOrigin(chosen ?? DEFAULT_SERVER);
  if (!origin) throw new PlainFailure("bad_address");
  return origin;
}

/**
 * The origin of an address on this machine, null for any other: a draft holds personal data, so nothing but loopback
 * is ever called. `localhost` is taken for 127.0.0.1, which it means: a hosts file may point the name elsewhere, and the
 * browser's permission is for the number.
 * @param {string} address
 */
export function loopbackOrigin(address) {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.hostname === "localhost") url.hostname = "127.0.0.1";
  return url.protocol === "http:" && url.hostname === "127.0.0.1" ? url.origin : null;
}

/**
 * Asks the server at once if it proved itself a moment ago, and storage meanwhile, whether it is still the one to ask: that
 * takes as long as the way to the server and back. No word of a change is waited for, which could come after the click.
 * @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers]
 */
async function callForResponse(method, path, body, headers = {}) {
  const early = proof && proofHolds(proof) && writesNothing(method, path) ? { ...proof } : null;
  const answer = early && sendAsPaired(early, method, path, body, headers);
  answer?.catch(() => {}); // it is nobody's if the person has changed the server or the token
  const paired = await whomToAsk();
  if (early && answer && isSame(early, paired)) return answer;
  if (!proof || !isSame(proof, paired) || !proofHolds(proof)) await demandProof(paired);
  return sendAsPaired(paired, method, path, body, headers);
}

/** What may be asked in vain. @param {string} method @param {string} path */
const writesNothing = (method, path) => method === "GET" || path === "/drafts" || path === "/checks";

/** The server and the token as they are kept now. @returns {Promise<Paired>} */
async function whomToAsk() {
  /** @type {StoredSettings} */
  const settings = await chrome.storage.local.get(["serverUrl", "token"]);
  const { token, serverId } = await connection(settings);
  if (!token) throw new PlainFailure("not_paired");
  return { server: originOf(settings), token, serverId };
}

/** @param {Paired} one @param {Paired} other */
const isSame = (one, other) => one.server === other.server && one.token === other.token && one.serverId === other.serverId;

/** @param {Paired} paired @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [headers] */
async function sendAsPaired(paired, method, path, body, headers = {}) {
  const { server, token, serverId } = paired;
  const answer = await send(server, method, path, body, { ...headers, Authorization: `Bearer ${token}` });
  if (proof && isSame(proof, paired)) proof.answeredAt = Date.now();
  if (serverId && answer.serverId && answer.serverId !== serverId) {
    proof = null;
    throw new PlainFailure("other_program");
  }
  return answer;
}

/** @param {Proof} proof */
function proofHolds({ provedAt, answeredAt }) {
  const now = Date.now();
  return now - provedAt < PROOF_HOLDS_MS && now - answeredAt < QUIET_ENDS_PROOF_MS;
}

/** @param {Paired} paired whose pin is set here at first contact */
async function demandProof(paired) {
  const { server, token, serverId: pinned } = paired;
  const nonce = freshNonce();
  const health = await greet(server, { serverId: pinned }, `?nonce=${nonce}&selector=${await selectorOf(token)}`);
  if (!health.proof) throw new PlainFailure("unproved");
  if (health.proof !== (await proofOf(token, nonce))) throw new PlainFailure("other_program");
  if (!pinned) await pinServer(health.server_id);
  proof = { ...paired, serverId: health.server_id, provedAt: Date.now(), answeredAt: Date.now() };
}

/**
 * Asks who is there; throws unless it says it is Afterword, and the pinned one if there is a pin.
 * @param {string} server
 * @param {{ serverId: string | null }} held
 * @param {string} query
 */
async function greet(server, { serverId }, query = "") {
  const { value: health } = await send(server, "GET", `/health${query}`);
  if (health?.product !== "afterword") throw new PlainFailure("other_program");
  if (serverId && health.server_id !== serverId) throw new PlainFailure("other_program");
  return health;
}

/**
 * @param {string} server
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @param {Record<string, string>} [headers]
 */
async function send(server, method, path, body, headers = {}) {
  try {
    const response = await fetch(server + API + path, {
      method,
      headers: body ? { ...headers, "Content-Type": "application/json" } : headers,
      body: body && JSON.stringify(body),
      // A redirect could carry the token elsewhere; cookies are the local page's matter.
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return await readAnswer(response);
  } catch (error) {
    proof = null;
    throw asPlain(error);
  }
}

/** @param {Response} response */
async function readAnswer(response) {
  const value = await readJson(response);
  if (response.ok) return { value, version: response.headers.get("ETag"), serverId: response.headers.get(SERVER_ID) };
  if (response.status >= 500) throw new PlainFailure("server_error");
  if (response.status === 401) throw new PlainFailure("revoked");
  if (typeof value?.message !== "string") throw new PlainFailure("other_program");
  throw new PlainFailure(value.code ?? "refused", value.message, value.fields);
}

/** @param {Response} response */
async function readJson(response) {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    if (response.status >= 500) return null;
    throw new PlainFailure("other_program");
  }
}

/** @param {any} error */
function asPlain(error) {
  if (error instanceof PlainFailure) return error;
  return new PlainFailure(error?.name === "TimeoutError" ? "timeout" : "not_running");
}
