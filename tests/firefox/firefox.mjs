// Drives a stock Firefox with the extension: `node firefox.mjs`, a plan on standard input, what was seen on standard output.
// plan: { firefox, extension, serverUrl, token, cases: [{ name, address, box, button, pages: { address: { type, body } } }] }
import { json } from "node:stream/consumers";
import { launch } from "puppeteer-core";

const WAITS_MS = 15_000;
const MOST_UNDO_STEPS = 40;

const plan = await json(process.stdin);
const browser = await launch({ browser: "firefox", executablePath: plan.firefox, headless: true });
try {
  await browser.installExtension(plan.extension);
  const granted = await pair();
  /** @type {Record<string, unknown>} */
  const seen = {};
  for (const each of plan.cases) seen[each.name] = await walk(each).catch((error) => ({ failed: String(error) }));
  process.stdout.write(JSON.stringify({ granted, seen }));
} finally {
  await browser.close();
}

/** Gives the extension its server, as its own pairing does at the end; answers whether it may reach it. */
async function pair() {
  const page = await welcomePage();
  const given = { serverUrl: plan.serverUrl, token: plan.token, linkedinButton: true };
  await page.evaluate((values) => globalThis.chrome.storage.local.set(values), given);
  return page.evaluate(() => globalThis.chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] }));
}

/** The page that the extension opens after its installation: WebDriver may not go to one, but may speak to one that is there. */
async function welcomePage() {
  for (let end = Date.now() + WAITS_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    for (const page of await browser.pages()) {
      if ((await page.evaluate(() => location.pathname)) === "/pages/welcome.html") return page;
    }
  }
  throw new Error("The extension opened no welcome page.");
}

/** One compose: a click into the box, words, the button twice, Ctrl+Z. */
async function walk({ address, box, button, pages }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAITS_MS);
  await serve(page, pages);
  await page.goto(address);
  const read = () => page.$eval(box, (element) => window.editors?.typed.text() ?? element.innerText);
  const body = await page.waitForSelector(box);
  await body.click();
  await page.keyboard.type("My own words");
  const typed = await read();
  await press(page, button);
  const filled = await read();
  await press(page, button);
  const again = await read();
  await body.focus();
  const undone = await undo(page, read, typed);
  await page.close();
  return { typed, filled, again, undone };
}

/** How many Ctrl+Z it takes until the box is as it was; 0: none did. */
async function undo(page, read, typed) {
  for (let steps = 1; steps <= MOST_UNDO_STEPS; steps += 1) {
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    if ((await read()).trim() === typed.trim()) return steps;
  }
  return 0;
}

/** Answers the plan's addresses with its pages; other requests go their way. */
async function serve(page, pages) {
  if (Object.keys(pages).length === 0) return;
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const answer = pages[request.url()];
    if (answer) request.respond({ status: 200, contentType: answer.type, body: answer.body });
    else if (request.url().startsWith(plan.serverUrl)) request.continue();
    else request.abort();
  });
}

/** Presses the extension's button and waits until the extension has done with it, which it says anew. */
async function press(page, selector) {
  const host = await page.waitForSelector(selector);
  const button = await host.evaluateHandle((element) => element.shadowRoot.querySelector("button"));
  await button.evaluate((pressed) => pressed.removeAttribute("aria-busy"));
  await button.click();
  await page.waitForFunction((pressed) => pressed.getAttribute("aria-busy") === "false", {}, button);
}
