// A form sent while the server is stopped would be swapped for the browser's error page, and its words be gone.
// So the server is asked first; where it does not answer, the page says so, keeps the form and offers to retry.
const told = document.getElementById("server-stopped");
const cleared = new WeakSet();
const waiting = new WeakSet();

const answers = async () => {
  try {
    return (await fetch(told.dataset.probe, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
};

const sendAgain = (form, button) => {
  cleared.add(form);
  form.requestSubmit(button);
};

const say = (form, button) => {
  form.querySelector("[data-server-stopped]")?.remove();
  const note = told.content.firstElementChild.cloneNode(true);
  note.dataset.serverStopped = "";
  note.querySelector("button").addEventListener("click", () => form.requestSubmit(button));
  form.prepend(note);
  note.querySelector("button").focus();
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (cleared.delete(form)) return; // the server has just answered: the browser sends the form itself
  event.preventDefault();
  if (waiting.has(form)) return; // a second press while the first is under way
  waiting.add(form);
  const button = event.submitter;
  const isThere = await answers();
  waiting.delete(form);
  if (isThere) sendAgain(form, button);
  else say(form, button);
});
