// The adapters on small hand-written pages, and on the captures where AFTERWORD_CAPTURES names their folder.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { JSDOM } from "jsdom";

const HERE = import.meta.dirname;
const EXTENSION = join(HERE, "../../../extension");
const GMAIL = "https://mail.google.com/mail/u/0/";
const PROFILE = "https://www.linkedin.com/in/dana-whitfield/";
const AFTER_A_CLICK = ["people", "send_control", "sends"];
const FILES = {
  gmail: ["keys", "sites/gmail_signs", "reading", "sites/gmail", ...AFTER_A_CLICK],
  linkedin: ["keys", "sites/linkedin_signs", "reading", "sites/linkedin", ...AFTER_A_CLICK, "sites/linkedin_facts"],
  outlook: ["keys", "sites/outlook_signs", "reading", "sites/outlook", ...AFTER_A_CLICK, "sites/outlook_facts"],
  webmail: ["keys", "sites/webmail_signs", "reading", "send_control", "sites/webmail", ...AFTER_A_CLICK, "sites/webmail_hints", "sites/webmail_facts"],
};

/** A page with the adapter of a site in it. */
function opened(markup, url, site) {
  const { window } = new JSDOM(markup, { url, runScripts: "outside-only" });
  for (const file of FILES[site]) window.eval(readFileSync(join(EXTENSION, "content", `${file}.js`), "utf8"));
  return { page: window.document, adapter: window.Afterword.sites[site], window };
}

const ownPage = (name, url, site) => opened(readFileSync(join(HERE, "pages", `${name}.html`), "utf8"), url, site);

/** Objects of a jsdom window have prototypes of their own. */
const plain = (value) => JSON.parse(JSON.stringify(value));

for (const name of ["gmail-popup", "gmail-old-recipients", "gmail-full-screen", "gmail-signature"]) {
  test(`Gmail: every hook is found on ${name}`, () => {
    const { adapter } = ownPage(name, GMAIL, "gmail");

    const missing = adapter.hooks().filter(({ found }) => !found).map(({ name: hook }) => hook);

    assert.deepEqual(plain(missing), []);
  });

  test(`Gmail: the person is read and the button stands beside Send on ${name}`, () => {
    const { adapter, page } = ownPage(name, GMAIL, "gmail");

    const [box] = adapter.openBoxes(page);

    assert.equal(adapter.readFacts(box).recipients[0].email, "dana@acme.com");
    assert.equal(adapter.buttonPlace(box).before.previousElementSibling.className, "gU Up");
  });
}

test("Gmail: the search field of a page with an open compose belongs to no compose", () => {
  const { adapter, page } = ownPage("gmail-popup", GMAIL, "gmail");

  assert.equal(adapter.findBox(page.querySelector("[name=q]")), null);
});

test("Gmail: subject, text and recipients lead to the same compose", () => {
  const { adapter, page } = ownPage("gmail-popup", GMAIL, "gmail");

  const roots = ["[name=subjectbox]", "[g_editable]", "[role=option] span"].map((hook) => adapter.findBox(page.querySelector(hook))?.root);

  assert.deepEqual(new Set(roots), new Set([page.querySelector(".M9")]));
});

test("Gmail: without its class names a compose is still found by name and role", () => {
  const { adapter, page } = opened(
    `<div role="dialog"><form><input name="subjectbox"></form><div><span email="dana@acme.com" name="Dana">Dana</span>
     <div contenteditable="true" role="textbox"></div></div></div>`, GMAIL, "gmail");

  const [box] = adapter.openBoxes(page);

  assert.deepEqual(plain(adapter.readFacts(box).recipients), [{ name: "Dana", email: "dana@acme.com" }]);
});

test("Gmail: a forward is no reply", () => {
  const { adapter, page } = opened(
    `<div class="M9"><input name="subjectbox" value="Fwd: Talk"><input type="hidden" name="rm" value="#m"><div g_editable="true"></div></div>`, GMAIL, "gmail");

  const [box] = adapter.openBoxes(page);

  assert.equal(adapter.readFacts(box).thread.is_reply, false);
});

for (const name of ["linkedin-profile-new", "linkedin-profile-classic"]) {
  test(`LinkedIn: name, headline and company are read on ${name}, the degree is not`, () => {
    const { adapter } = ownPage(name, PROFILE, "linkedin");

    assert.deepEqual(plain(adapter.profile().facts().person), {
      name: "Dana Whitfield", headline: "Engineering Manager, Platform", company: "Acme", linkedin_url: PROFILE,
    });
  });
}

test("LinkedIn: lists and edit pages of a profile get no button", () => {
  const { adapter } = ownPage("linkedin-profile-new", `${PROFILE}details/experience/`, "linkedin");

  assert.equal(adapter.profile(), null);
});

test("LinkedIn: the note's limit is read from its counter, or from the field", () => {
  const note = (attributes) => `<div role="dialog"><textarea name="message" ${attributes}></textarea><p>12/300</p></div>`;
  const limitOn = (markup) => {
    const { adapter, page } = opened(markup, PROFILE, "linkedin");
    return adapter.readFacts(adapter.openBoxes(page)[0]).limit;
  };

  assert.equal(limitOn(note("")), 300);
  assert.equal(limitOn(note('maxlength="200"')), 200);
});

test("LinkedIn: an invitation is for whom its dialog names; what is no name says nothing", () => {
  const invited = (words) => {
    const { adapter, page } = opened(
      `<title>Dana Whitfield | LinkedIn</title><main><section><h1>Dana Whitfield</h1></section></main>
       <div role="dialog"><h2>Add a note</h2>${words}<textarea name="message"></textarea></div>`, PROFILE, "linkedin");
    return adapter.readFacts(adapter.openBoxes(page)[0]).person.name;
  };

  assert.equal(invited("<p>Your invitation to <strong>Lee Park</strong></p>"), "Lee Park");
  assert.equal(invited("<p><strong>Hint</strong> Your invitation to Dana Whitfield</p>"), "Dana Whitfield");
  assert.equal(invited("<p><strong>5 invitations left</strong></p>"), "Dana Whitfield");
});

test("LinkedIn: sending without a note is not sending the note", () => {
  const { adapter, page, window } = opened(
    `<div role="dialog"><textarea name="message"></textarea><button aria-label="Send without a note">Send without a note</button>
     <button aria-label="Send invitation">Send</button></div>`, PROFILE, "linkedin");
  const [box] = adapter.openBoxes(page);
  const seen = [];
  page.addEventListener("click", (event) => seen.push(adapter.isSend(event, box)), true);

  for (const button of page.querySelectorAll("button")) button.dispatchEvent(new window.MouseEvent("click", { bubbles: true, composed: true }));

  assert.deepEqual(seen, [false, true]);
});

test("LinkedIn: a bubble that is called New message has no participant by that name", () => {
  const { adapter, page } = opened(
    `<div class="msg-overlay-conversation-bubble"><h2 class="msg-overlay-bubble-header__title">New message</h2>
     <span class="artdeco-pill">Lee Park</span><form class="msg-form"><div class="msg-form__contenteditable" contenteditable="true" role="textbox"></div></form></div>`,
    "https://www.linkedin.com/feed/", "linkedin");

  assert.equal(adapter.readFacts(adapter.openBoxes(page)[0]).person.name, "Lee Park");
});

test("webmail: recipients are read from values, attributes and chips, each once, without the sender", () => {
  const { adapter, page } = opened(
    `<form><div class="from"><span title="sam@example.org">Sam</span></div>
     <input aria-label="To" value='"Whitfield, Dana" <dana@acme.com>; lee@acme.com'>
     <span data-email="dana@acme.com">Dana W</span><ul><li>Kim Roy (kim@acme.com) ×</li></ul>
     <input aria-label="Cc" value="ann@acme.com"><input aria-label="Reply-To" value="no@example.org"><input aria-label="Bcc" value="boss@example.org">
     <input aria-label="Subject"><textarea rows="9"></textarea></form>`, "https://mail.example.org/", "webmail");

  const { recipients } = adapter.readFacts(adapter.openBoxes(page)[0]);

  assert.deepEqual(plain(recipients), [
    { name: "Whitfield, Dana", email: "dana@acme.com" },
    { name: "", email: "lee@acme.com" },
    { name: "", email: "ann@acme.com" },
    { name: "Kim Roy", email: "kim@acme.com" },
  ]);
});

test("webmail: a reply is known by its subject, in several languages, also where it is hidden", () => {
  const isReply = (field) => {
    const { adapter, page } = opened(`<form><input aria-label="To" value="dana@acme.com">${field}<textarea rows="9"></textarea></form>`, "https://mail.example.org/", "webmail");
    return adapter.readFacts(adapter.openBoxes(page)[0]).thread.is_reply;
  };

  assert.equal(isReply('<input aria-label="Subject" value="AW: Gespräch">'), true);
  assert.equal(isReply('<input type="hidden" name="subject" value="Re: Talk">'), true);
  assert.equal(isReply('<input aria-label="Subject" value="Results: Talk">'), false);
});

test("webmail: the last sender of a reply is named by the line above the quote", () => {
  const { adapter, page } = opened(
    `<form><input aria-label="To" value="hr@acme.com"><input aria-label="Subject" value="Re: Talk"><textarea rows="9">

On Friday, Dana Whitfield &lt;dana@acme.com&gt; wrote:
&gt; Hello</textarea></form>`, "https://mail.example.org/", "webmail");

  assert.equal(adapter.readFacts(adapter.openBoxes(page)[0]).thread.last_from, "dana@acme.com");
});

const captures = process.env.AFTERWORD_CAPTURES;
const withoutCaptures = { skip: captures && existsSync(captures) ? false : "AFTERWORD_CAPTURES names no folder of captured pages" };
const captured = (path, url, site) => opened(readFileSync(join(captures, path), "utf8"), url, site);

test("capture: the Gmail compose of 2020 gets its button beside Send", withoutCaptures, () => {
  const { adapter, page } = captured("gmail/compose-popup-2020.html", GMAIL, "gmail");

  const boxes = adapter.openBoxes(page);

  assert.equal(new Set(boxes.map(({ root }) => root)).size, 1);
  assert.ok(boxes[0].body.matches("[g_editable=true]"));
  assert.equal(adapter.buttonPlace(boxes[0]).before.previousElementSibling.className, "gU Up");
});

for (const name of ["profile-sdui-1", "profile-sdui-connect-button", "profile-sdui-follow", "profile-sdui-pending", "profile-classic"]) {
  test(`capture: the person of ${name} is read without the degree`, withoutCaptures, () => {
    const { adapter, page } = captured(`linkedin/${name}.html`, PROFILE, "linkedin");

    const { place, facts } = adapter.profile();
    const { person } = facts();

    assert.ok(place.parent.querySelector("h1, h2"));
    assert.match(person.name, /^X[\w ]+$/);
    assert.match(person.headline, /^X/);
    assert.doesNotMatch(`${person.headline} ${person.company}`, /^·|1st|2nd/);
    assert.equal(page.querySelectorAll("afterword-button").length, 0);
  });
}
