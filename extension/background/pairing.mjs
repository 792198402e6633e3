// Pairing with the server: this side shows a code, the local page shows the same one and asks the person (T8).

import { PlainFailure } from "./failures.mjs";
import { call, callUnpaired, checkConnection, forgetProof, loopbackOrigin, serverUrl } from "./server_client.mjs";
import { adoptToken, connection, forgetConnection } from "./token_vault.mjs";

const PENDING = "pairing";
const UNPAIRED = ["not_paired", "revoked", "unproved"];

/** @typedef {{ pairing_id: string, poll_secret: string, code: string, expires_at: string }} Pending */

/**
 * Asks the server to pair. The answer waits for the person's yes on the local page.
 * @param {string} name how this browser is listed on the local page
 */
export async function askToPair(name) {
  const pending = await callUnpaired("POST", "/pairings", { name });
  await chrome.storage.session.set({ [PENDING]: pending });
  const { pairing_id, code, expires_at } = pending;
  return { pairing_id, code, expires_at };
}

/** Where the pairing that was asked for stands, null if none was; takes the token in once it is approved. */
async function pairingState() {
  const pending = await pendingPairing();
  if (!pending) return null;
  const { pairing_id, poll_secret, code, expires_at } = pending;
  const path = `/pairings/${encodeURIComponent(pairing_id)}`;
  const { state, token } = await callUnpaired("GET", path, undefined, { "X-Pairing-Secret": poll_secret }).catch(expiredIfUnknown);
  if (token) await adopt(token);
  if (state !== "waiting") await chrome.storage.session.remove(PENDING);
  return { state, code, expires_at };
}

/** A server that was started anew has forgotten who asked. @param {PlainFailure} failure */
function expiredIfUnknown(failure) {
  if (failure.code === "not_found") return { state: "expired", token: null };
  throw failure;
}

/** More time to answer on the local page. */
export async function extendPairing() {
  const pending = await pendingPairing();
  if (!pending) throw new PlainFailure("pairing_over");
  const path = `/pairings/${encodeURIComponent(pending.pairing_id)}/extension`;
  const { expires_at } = await callUnpaired("POST", path, {}, { "X-Pairing-Secret": pending.poll_secret });
  await chrome.storage.session.set({ [PENDING]: { ...pending, expires_at } });
  return { expires_at };
}

/**
 * As `call`, for the person's click: the yes may have been given on the local page while no page of ours was open, so the
 * token that waits is fetched first where there is none that holds.
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
export async function callAsPaired(method, path, body) {
  try {
    return await call(method, path, body);
  } catch (error) {
    const mayWait = error instanceof PlainFailure && UNPAIRED.includes(error.code);
    const answered = mayWait ? await pairingState() : null;
    if (answered?.state !== "approved") throw error;
    return call(method, path, body);
  }
}

/** How the server and the pairing stand, in one word and one sentence. */
export async function connectionState() {
  const answer = { serverUrl: await serverUrl().catch(() => ""), pairing: await pairingState().catch(() => null) };
  try {
    if ((await connection()).token) await checkConnection();
    else await askWhoIsThere();
    return { ...answer, server: "ok", message: chrome.i18n.getMessage("server_ok") };
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    return { ...answer, server: error.code, message: error.message };
  }
}

/** @param {string} address */
export async function setServerUrl(address) {
  const origin = loopbackOrigin(address);
  if (!origin) throw new PlainFailure("bad_address");
  forgetProof();
  await chrome.storage.local.set({ serverUrl: origin });
}

/** Forgets token, pin and waiting pairing, so that another server may be paired. */
export async function forgetServer() {
  forgetProof();
  await forgetConnection();
  await chrome.storage.session.remove(PENDING);
}

/** @param {string} token */
async function adopt(token) {
  await adoptToken(token);
  forgetProof();
  await call("GET", "/settings"); // the first call proves the server and pins it
}

/** Without a token: throws what is wrong with the server, or that it is there but not paired. */
async function askWhoIsThere() {
  await callUnpaired("GET", "/health");
  throw new PlainFailure("not_paired");
}

/** @returns {Promise<Pending | undefined>} */
async function pendingPairing() {
  /** @type {{ [PENDING]?: Pending }} */
  const { [PENDING]: pending } = await chrome.storage.session.get(PENDING);
  return pending;
}
