// Makes calls from another origin's page in Firefox. Input and output: JSON on stdin and stdout.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const SETTLES = 300; // milliseconds for what a page sends after the call itself has come back
const { firefox, profile, logIn, origin, functions } = JSON.parse(readFileSync(0, "utf8"));

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  userDataDir: profile,
  extraPrefsFirefox: { "network.dns.localDomains": "evil.test" },
});
const read = {};
try {
  await (await browser.newPage()).goto(logIn);
  for (const [name, call] of Object.entries(functions)) {
    const page = await browser.newPage();
    await page.goto(origin);
    read[name] = await page.evaluate(call).catch(String);
    await new Promise((done) => setTimeout(done, SETTLES));
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(read));
