// Small stand-ins for the browser: what the background calls of chrome.*, one IndexedDB store, a server.

import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const words = JSON.parse(readFileSync(new URL("../../../extension/_locales/en/messages.json", import.meta.url), "utf8"));

/** @param {Record<string, unknown>} [kept] what lies in storage.local */
export function fakeBrowser(kept = {}) {
  const browser = {
    local: new Map(Object.entries(kept)),
    session: new Map(),
    registered: /** @type {any[]} */ ([]),
    injected: /** @type {any[]} */ ([]),
    granted: ["http://127.0.0.1/*"],
    alarms: /** @type {any[]} */ ([]),
    notified: /** @type {string[]} */ ([]),
    address: "",
    hasScript: false,
    badge: "",
    opened: undefined,
  };
  globalThis.chrome = /** @type {any} */ ({
    runtime: {
      id: "our-extension",
      getURL: (path) => `chrome-extension://our-extension/${path}`,
      getManifest: () => JSON.parse(readFileSync(new URL("../../../extension/manifest.json", import.meta.url), "utf8")),
    },
    i18n: { getMessage: (key, values = []) => (words[key]?.message ?? "").replace(/\$(\d)/g, (_, n) => [values].flat()[n - 1]) },
    storage: { local: area(browser.local), session: area(browser.session) },
    permissions: {
      contains: async ({ origins }) => origins.every((origin) => browser.granted.includes(origin)),
      remove: async () => true,
    },
    scripting: {
      getRegisteredContentScripts: async () => browser.registered,
      registerContentScripts: async (scripts) => void browser.registered.push(...scripts),
      unregisterContentScripts: async ({ ids }) => void (browser.registered = browser.registered.filter(({ id }) => !ids.includes(id))),
      executeScript: async (injection) => {
        if (injection.func) return [{ frameId: 0, result: { there: browser.hasScript, address: browser.address } }];
        browser.injected.push(injection);
        return [];
      },
    },
    alarms: {
      get: async (name) => browser.alarms.find((alarm) => alarm.name === name),
      create: async (name, when) => void browser.alarms.push({ name, ...when }),
    },
    action: { setBadgeBackgroundColor: async () => {}, setBadgeText: async ({ text }) => void (browser.badge = text) },
    notifications: { create: async (_id, { title }) => void browser.notified.push(title) },
    tabs: { query: async () => [{ id: 7, url: browser.address }], get: async (id) => ({ id, url: browser.address }), create: async (tab) => void (browser.opened = tab.url) },
  });
  globalThis.indexedDB = /** @type {any} */ (fakeDatabase());
  return browser;
}

function area(map) {
  return {
    get: async (keys) => Object.fromEntries([keys].flat().filter((key) => map.has(key)).map((key) => [key, map.get(key)])),
    set: async (items) => Object.entries(items).forEach(([key, value]) => map.set(key, value)),
    remove: async (keys) => [keys].flat().forEach((key) => map.delete(key)),
  };
}

function fakeDatabase() {
  const store = new Map();
  const settle = (result) => {
    const request = /** @type {any} */ ({ result });
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const objectStore = () => ({ get: (key) => settle(store.get(key)), put: (value, key) => settle(store.set(key, value)) });
  return { open: () => settle({ transaction: () => ({ objectStore }), close: () => {} }) };
}

/**
 * Takes the place of fetch. `knows` is the token whose hash this server has, `id` its id.
 * @param {{ knows?: string, id?: string, answers?: Record<string, [number, unknown] | ((url: URL) => [number, unknown])> }} [options] an answer may hang on the address
 */
export function fakeServer({ knows, id = "server-one", answers = {} } = {}) {
  const server = { requests: /** @type {any[]} */ ([]), knows, id, answers, tokens: () => server.requests.map(({ token }) => token).filter(Boolean) };
  globalThis.fetch = async (address, { method, headers = {} }) => {
    const url = new URL(String(address));
    const path = url.pathname.replace("/api/v1", "");
    server.requests.push({ call: `${method} ${path}`, token: headers.Authorization, at: url.origin, query: url.searchParams });
    if (path === "/health") return json(200, { product: "afterword", server_id: server.id, proof: proofFor(server.knows, url.searchParams) });
    const answer = server.answers[`${method} ${path}`] ?? [200, {}];
    const [status, value] = typeof answer === "function" ? answer(url) : answer;
    return json(status, value);
  };
  return server;
}

function proofFor(token, query) {
  if (!token || query.get("selector") !== sha256(`selector:${token}`).toString("hex").slice(0, 16)) return undefined;
  return createHmac("sha256", sha256(token)).update(query.get("nonce")).digest("hex");
}

const sha256 = (text) => createHash("sha256").update(text).digest();

const json = (status, value) => new Response(typeof value === "string" ? value : JSON.stringify(value), { status });
