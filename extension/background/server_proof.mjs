// T12: another program may sit on the port. Before a token is sent, the server shows that it knows the pairing: it
// answers a fresh nonce with an HMAC whose key is the token's SHA-256, and it finds the pairing by a selector that
// gives nothing of the token away.

const NONCE_BYTES = 32;
const SELECTOR_LENGTH = 16; // hex characters

/** @returns {string} a fresh nonce, hex */
export function freshNonce() {
  return hex(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

/** @param {string} token @returns {Promise<string>} the name under which the server finds the pairing */
export async function selectorOf(token) {
  return hex(await sha256(`selector:${token}`)).slice(0, SELECTOR_LENGTH);
}

/** @param {string} token @param {string} nonce @returns {Promise<string>} what a server that knows the token answers, hex */
export async function proofOf(token, nonce) {
  const key = await crypto.subtle.importKey("raw", await sha256(token), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(nonce))));
}

/** @param {string} text */
async function sha256(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
