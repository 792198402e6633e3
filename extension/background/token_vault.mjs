// The pairing token and the id of the server it belongs to, where no content script can read them (T7).
// chrome.storage.local is readable by content scripts, so a token found there is moved at once.

const DATABASE = "afterword";
const STORE = "connection";

/** @typedef {{ token: string | null, serverId: string | null }} Connection */

/** @type {Promise<unknown>} */
let lastMove = Promise.resolve();

/** What the database holds, so that a warm click need not ask it; read anew when the worker wakes. @type {Connection | null} */
let known = null;

/**
 * The token and the pinned server id, after anything left in storage.local has been taken in.
 * @param {StoredSettings} [settings] what was found in storage.local a moment ago
 * @returns {Promise<Connection>}
 */
export async function connection(settings) {
  await takeIn(settings);
  return read();
}

/** Takes in a token that lies in storage.local, if there is one. @param {StoredSettings} [settings] as for `connection` */
export async function takeIn(settings) {
  const { token } = settings ?? /** @type {StoredSettings} */ (await chrome.storage.local.get("token"));
  if (token) await adoptToken(token);
}

/**
 * Keeps this token instead of the old one and leaves none in storage.local. Another token may belong to another server,
 * so it also forgets the pin. Moves run one after the other: the start of the worker and storage.onChanged both report
 * the same token.
 * @param {string} token
 */
export function adoptToken(token) {
  lastMove = lastMove.catch(() => {}).then(async () => {
    const held = await read();
    if (held.token !== token) await write({ token, serverId: null });
    const { token: left } = await chrome.storage.local.get("token");
    if (left === token) await chrome.storage.local.remove("token");
  });
  return lastMove;
}

/** @param {string} serverId the id that every later answer must carry */
export async function pinServer(serverId) {
  await write({ ...(await read()), serverId });
}

/** Forgets token and pin: the person wants to pair with another server. */
export function forgetConnection() {
  return write({ token: null, serverId: null });
}

/** @returns {Promise<Connection>} */
async function read() {
  known ??= (await inStore("readonly", (store) => store.get(STORE))) ?? { token: null, serverId: null };
  return /** @type {Connection} */ (known);
}

/** @param {Connection} kept */
async function write(kept) {
  await inStore("readwrite", (store) => store.put(kept, STORE));
  known = kept;
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} action
 * @returns {Promise<any>}
 */
async function inStore(mode, action) {
  const database = await openDatabase();
  try {
    return await settled(action(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

/** @param {IDBRequest} request @returns {Promise<any>} */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
