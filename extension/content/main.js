// Where the page and the extension meet: a compose gets its button when the person comes to it. Brought by moments.js, which tells
// where the caret goes. These two alone talk to chrome.runtime.
"use strict";
{
  const { sites, reading, button, moments } = globalThis.Afterword;
  const adapter = /** @type {SiteAdapter} */ (sites.gmail ?? sites.linkedin ?? sites.outlook ?? sites.webmail);

  /** Height of a field that may be a mail and is no search. */
  const LARGE_PX = 80;

  /** @type {WeakMap<Element, Compose>} */
  const composes = new WeakMap();
  /** @type {WeakRef<Compose> | null} */
  let last = null;
  /** @type {{ host: HTMLElement, address: string } | null} */
  let profileButton = null;
  /** @type {Promise<AfterwordContent["followUp"] | null> | null} */
  let loading = null;
  let on = false;
  /** What `on` will be: it is being asked for. @type {Promise<boolean>} */
  let known;

  /** @param {string} key @param {...string} values */
  const text = (key, ...values) => chrome.i18n.getMessage(key, values);
  /** Kept from the start: after an update nothing more can be asked for. */
  const UPDATED = text("content_updated");
  const NAME = text("menu_draft_here");

  const mayAct = () => on && !isOrphan() && !adapter.isServedFromOutside?.();
  const isOrphan = () => !globalThis.chrome?.runtime?.id;

  /** @type {AfterwordContent["ask"]} */
  async function ask(type, message) {
    try {
      const answer = await chrome.runtime.sendMessage({ type, message });
      if (answer) return answer;
    } catch {
      // The worker is gone, or the extension was updated under this page.
    }
    return { ok: false, error: failure() };
  }

  const failure = () => (isOrphan() ? { code: "updated", message: UPDATED } : { code: "no_answer", message: text("failure_unforeseen") });

  /** The parts that only a click needs, each once: the pointer comes before the click. */
  const loadInsertion = () => (loading ??= fetchInsertion().finally(() => (loading = null)));

  /** Insertion, then the second halves of the adapters. */
  async function fetchInsertion() {
    if (!globalThis.Afterword.followUp) await ask("load", { part: "insertion" });
    for (const { clickPart } of Object.values(sites)) if (clickPart && !globalThis.Afterword[clickPart]) await ask("load", { part: clickPart });
    return globalThis.Afterword.followUp ?? null;
  }

  /** Not on LinkedIn, where only a click counts (X19). @param {() => Compose} compose */
  async function foresee(compose) {
    if (sites.linkedin) return;
    const followUp = globalThis.Afterword.followUp ?? (await loadInsertion());
    followUp?.foresee(compose());
  }

  /**
   * @param {HTMLElement} host
   * @param {(followUp: AfterwordContent["followUp"]) => Promise<unknown>} work
   */
  async function whileBusy(host, work) {
    button.busy(host, true);
    button.say(host, "");
    try {
      const followUp = await loadInsertion();
      if (followUp) await work(followUp);
      else button.say(host, failure().message);
    } catch {
      button.say(host, failure().message);
    } finally {
      button.busy(host, false);
    }
  }

  /** @param {Compose} compose @param {boolean} always */
  function draft(compose, always) {
    compose.box = asItIsNow(compose);
    return whileBusy(compose.host, (followUp) => followUp.draftFollowUp(compose, { always }));
  }

  /** The page may have made the text anew since the button was placed, or put an editor over it. @param {Compose} compose */
  function asItIsNow({ box, adapter: site }) {
    if (reading.visible(reading.frameOf(box.body) ?? box.body)) return box;
    return site.findBox(box.subject ?? box.root) ?? box;
  }

  /** @param {Element} target */
  function boxAt(target) {
    for (const site of new Set([adapter, fallback() ?? adapter])) {
      const box = site.findBox(target);
      if (box) return { box, site };
    }
    return null;
  }

  /** Where a site has changed, the general adapter goes on. Not on LinkedIn: only its known boxes are touched (X19). */
  const fallback = () => (sites.linkedin ? null : sites.webmail);

  /** The general adapter is fetched for a large text that the site's own does not know. @param {Element} target */
  async function meetByMeaning(target) {
    const writable = sites.webmail || sites.linkedin ? null : reading.editableAt(target);
    if (!on || !writable?.matches("textarea, [contenteditable]") || writable.clientHeight < LARGE_PX) return;
    await ask("load", { part: "webmail" });
    await loadInsertion();
    meet(target);
  }

  /** The caret came to this element. @param {Element} target */
  async function comeTo(target) {
    await known;
    if (!meet(target)) meetByMeaning(target);
  }

  /** Gives the compose around this element its button, once. @param {Element} target @returns {Compose | null} */
  function meet(target) {
    if (!mayAct()) return null;
    const latest = last?.deref();
    // Nothing is looked for anew where nothing is: a page may make its subject later, or once more.
    if (latest?.host.isConnected && latest.box.subject?.isConnected && (target === latest.box.body || target === latest.box.subject)) return latest;
    const found = boxAt(target);
    return found && give(found.box, found.site);
  }

  /** @param {ComposeBox} box @param {SiteAdapter} site */
  function give(box, site) {
    let compose = composes.get(box.root);
    if (compose?.host.isConnected) {
      compose.box = box;
    } else {
      const current = () => /** @type {Compose} */ (composes.get(box.root));
      const onClick = (/** @type {MouseEvent} */ event) => void draft(current(), event.shiftKey);
      const host = button.place(box, site.buttonPlace(box), NAME, onClick, () => void foresee(current));
      compose = { box, adapter: site, host };
      composes.set(box.root, compose);
      awaitKept(compose);
    }
    last = new WeakRef(compose);
    return compose;
  }

  /** LinkedIn's own box for a profile whose draft waits. @param {Compose} compose */
  async function awaitKept(compose) {
    const { surface } = compose.box;
    // A draft waits here only if the person clicked on the profile before.
    if (!globalThis.Afterword.followUp || (surface !== "linkedin_note" && surface !== "linkedin_message")) return;
    await whileBusy(compose.host, async () => globalThis.Afterword.profile?.insertKept(compose));
  }

  /** Composes that are open without the caret in them, and the profile. */
  function look() {
    if (!mayAct()) return;
    for (const root of adapter.shadowRoots?.() ?? []) moments.hear(root);
    for (const place of moments.places) for (const box of adapter.openBoxes(place)) give(box, adapter);
    lookAtProfile();
  }

  function lookAtProfile() {
    if (!adapter.profile) return;
    if (profileButton && (profileButton.address !== location.pathname || !profileButton.host.isConnected)) {
      profileButton.host.remove();
      profileButton = null;
    }
    const found = profileButton ? null : adapter.profile();
    if (!found) return;
    const host = button.place(found, found.place, NAME, () => {
      const now = adapter.profile?.();
      if (now) whileBusy(host, async () => globalThis.Afterword.profile?.draftForProfile({ host, facts: now.facts() }));
    });
    profileButton = { host, address: location.pathname };
  }

  /** Whether the person wants the button on this page. */
  async function isWanted() {
    /** @type {StoredSettings} */
    const { linkedinButton = false, sites: own = [], sitesOff = [] } = await chrome.storage.local.get(["linkedinButton", "sites", "sitesOff"]);
    if (sitesOff.includes(origin)) return false;
    if (sites.linkedin) return linkedinButton === true;
    return Boolean(sites.gmail || sites.outlook) || isPracticePage() || own.includes(origin);
  }

  const isPracticePage = () => location.hostname === "127.0.0.1" && location.pathname.startsWith("/practice");

  async function switchOnOrOff() {
    on = await isWanted();
    if (on) look();
    else takeButtonsAway();
    return on;
  }

  function takeButtonsAway() {
    for (const place of moments.places) for (const host of place.querySelectorAll(button.TAG)) host.remove();
    profileButton = null;
  }

  /** @param {{ type: string }} envelope @param {unknown} _sender @param {(answer: unknown) => void} respond */
  function onMessage(envelope, _sender, respond) {
    if (envelope.type === "which_hooks") respond({ adapter: adapter.name, hooks: adapter.hooks() });
    if (envelope.type === "read_page") loadInsertion().then(() => respond(profileRequest()));
    if (envelope.type === "draft_here" && document.hasFocus()) known.then(draftHere);
    return envelope.type === "read_page"; // answered later
  }

  function draftHere() {
    const active = moments.deepestActive();
    const compose = (active && meet(active)) ?? last?.deref();
    if (compose?.host.isConnected) draft(compose, false);
  }

  /** What the pop-up drafts by copy where the button on LinkedIn is off (X19). @returns {DraftRequest | null} */
  function profileRequest() {
    const found = adapter.profile?.();
    return found ? { surface: "linkedin_profile", ...found.facts() } : null;
  }

  function start() {
    chrome.storage.onChanged.addListener((changes) => {
      if (changes.linkedinButton || changes.sites || changes.sitesOff) known = switchOnOrOff();
    });
    chrome.runtime.onMessage.addListener(onMessage);
    known = switchOnOrOff();
  }

  // Injected again into an open tab, the first goes on serving.
  if (!globalThis.Afterword.main) {
    Object.assign(globalThis.Afterword, { ask, text, main: { isOn: () => known, meet: comeTo, look } });
    start();
  }
}
