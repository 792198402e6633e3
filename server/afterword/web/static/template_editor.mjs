// Shows the draft of a template while it is typed, and leads from a problem to its line.
const PAUSE = 400; // ms after the last key
const editor = document.getElementById("editor");
const text = document.getElementById("text");
const problems = document.getElementById("problems");
let timer = 0;
let asked = null;

const goTo = (line) => {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
};

const item = (words) => {
  const line = document.createElement("li");
  line.textContent = words;
  return line;
};

const problemItem = (problem) => {
  const line = item(`${problem.text} `);
  if (problem.line) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-quiet btn-sm";
    button.textContent = editor.dataset.go;
    button.addEventListener("click", () => goTo(problem.line));
    line.append(button);
  }
  return line;
};

const show = (shown) => {
  problems.hidden = shown.problems.length === 0;
  problems.replaceChildren(...shown.problems.map(problemItem));
  document.getElementById("remarks").replaceChildren(...shown.remarks.map(item));
  if (shown.problems.length) return; // the last draft that could be written stays in sight
  document.getElementById("draft-subject").textContent = shown.subject;
  document.getElementById("draft-body").textContent = shown.body;
};

const look = async () => {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(editor.dataset.preview, { method: "POST", body: new FormData(editor), signal: asked.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("live").textContent = editor.dataset.lost;
  }
};

text.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});
document.getElementById("on").addEventListener("change", look);
look(); // so that the problems of a text that was not kept have their buttons, too
