// The draft's page while the user works on it: another draft as it is chosen, remarks as the text is typed.
import { showCopyButtons } from "./copy.mjs";
import { inUnits, paint } from "./marks.mjs";

const PAUSE = 350; // ms after the last key before the text is checked
const desk = document.getElementById("desk");
const choose = document.getElementById("choose");
const ask = document.getElementById("ask-to-replace");
const live = document.getElementById("live");
const field = () => document.getElementById("text");
const subject = () => document.getElementById("subject");
let findings = [];
let checking = null;
let timer = 0;

const isEdited = () => Boolean(field()) && field().value !== field().defaultValue;

const fillLinks = () => {
  const body = encodeURIComponent(field().value.replace(/\r?\n/g, "\r\n"));
  const title = encodeURIComponent(subject()?.value ?? "");
  for (const link of desk.querySelectorAll("[data-pattern]")) {
    link.href = link.dataset.pattern.replace("{subject}", () => title).replace("{body}", () => body);
  }
};

const count = (name, value) => {
  const place = desk.querySelector(`[data-count="${name}"]`);
  if (place && value !== null && value !== undefined) place.textContent = value;
};

const countCharacters = () => {
  const characters = [...field().value].length;
  count("characters", characters);
  const limit = desk.querySelector("[data-limit]");
  desk.querySelector('[data-count="characters"]').classList.toggle("is-over", Boolean(limit) && characters > Number(limit.dataset.limit));
};

const lineFor = (finding, index) => {
  const line = document.getElementById("finding-line").content.firstElementChild.cloneNode(true);
  line.className = `finding finding-${finding.level}`;
  line.dataset.index = index;
  const words = line.querySelector(".finding-words");
  words.textContent = finding.words ? `“${finding.words}”` : "";
  if (finding.end > finding.start) words.dataset.at = index;
  line.querySelector(".finding-why").textContent = finding.why;
  line.querySelector(".finding-replacement").textContent = finding.replacement ?? "";
  const [use, takeOut] = line.querySelectorAll("button");
  for (const button of [use, takeOut]) button.value = index;
  if (!finding.replacement) use.remove();
  if (finding.replacement !== "") takeOut.remove();
  return line;
};

const show = (checked) => {
  const list = document.getElementById("finding-list");
  const before = list.children.length;
  findings = inUnits(field().value, checked.findings);
  paint(desk.querySelector(".editor-marks"), field().value, findings);
  // A remark whose button has the focus stays what it is until the focus moves on.
  if (list.contains(document.activeElement)) field().focus();
  list.replaceChildren(...findings.map(lineFor));
  document.getElementById("nothing-found").hidden = findings.length > 0;
  count("words", checked.words);
  count("seconds", checked.seconds);
  if (before !== findings.length) live.textContent = `${list.dataset.said} ${findings.length}`;
};

const check = async () => {
  const form = document.getElementById("draft");
  if (!form) return;
  checking?.abort();
  checking = new AbortController();
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: checking.signal });
    if (answer.ok) show(await answer.json());
  } catch {
    // Typed on meanwhile, or the server is stopped: the remarks stay as they were; the text is not touched.
  }
};

const begin = () => {
  showCopyButtons();
  if (!field()) return;
  paint(desk.querySelector(".editor-marks"), field().value, []);
  countCharacters();
  fillLinks();
  check();
};

const fetchDraft = async (address) => {
  ask.hidden = true;
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    desk.replaceChildren(...page.getElementById("desk").childNodes);
    for (const name of ["kind", "channel"]) {
      const [mine, theirs] = [document.getElementById(name), page.getElementById(name)];
      const chosen = theirs.value; // lost as its options move over
      mine.replaceChildren(...theirs.childNodes);
      mine.value = chosen;
    }
    history.replaceState(null, "", address);
    begin();
  } catch {
    location.assign(address); // the browser says itself that the server is stopped; going back keeps the text
  }
};

let wanted = "";
const want = (address) => {
  wanted = address;
  if (!isEdited()) return fetchDraft(address);
  ask.hidden = false;
  ask.querySelector("button").focus();
  return undefined;
};

const replaceWords = (index) => {
  const { start, end, replacement } = findings[index];
  field().focus();
  field().setSelectionRange(start, end);
  // The browser's own undo takes a replacement back only if it was typed this way.
  if (!document.execCommand(replacement ? "insertText" : "delete", false, replacement)) field().setRangeText(replacement, start, end, "end");
  field().dispatchEvent(new Event("input", { bubbles: true }));
};

choose.addEventListener("change", () => want(`${choose.action}?${new URLSearchParams(new FormData(choose))}`));
ask.addEventListener("click", (event) => {
  const answer = event.target.dataset.answer;
  if (answer === "replace") fetchDraft(wanted);
  if (answer === "keep") ask.hidden = true;
});
desk.addEventListener("input", () => {
  if (!field()) return;
  paint(desk.querySelector(".editor-marks"), field().value, []);
  countCharacters();
  fillLinks();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
desk.addEventListener("click", (event) => {
  const use = event.target.closest("button[name=use]");
  const words = event.target.closest("[data-at]");
  const other = event.target.closest("#other-wording");
  if (use || other) event.preventDefault();
  if (use) replaceWords(Number(use.value));
  if (other) want(other.href);
  if (words) {
    const { start, end } = findings[Number(words.dataset.at)];
    field().focus();
    field().setSelectionRange(start, end);
  }
});
document.addEventListener("selectionchange", () => {
  if (document.activeElement !== field()) return;
  const at = field().selectionStart;
  for (const line of document.getElementById("finding-list").children) {
    const finding = findings[Number(line.dataset.index)];
    line.classList.toggle("is-here", Boolean(finding) && finding.end > finding.start && finding.start <= at && at <= finding.end);
  }
});
begin();
