// Long work: <form data-busy="what is being done"> shows a bar and says so while the answer is on its way.
const sent = new WeakSet();

const show = (form) => {
  document.getElementById("live").textContent = form.dataset.busy;
  const bar = document.createElement("progress"); // without a value: how long it takes nobody knows
  bar.setAttribute("aria-label", form.dataset.busy);
  const words = document.createElement("p");
  words.className = "small-print";
  words.append(form.dataset.busy, " ", bar);
  form.append(words);
};

// At the window, after everybody who may have held the form back (kept_form.mjs asks the server first).
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.dataset.busy) return;
  if (sent.has(form)) {
    event.preventDefault(); // the same work twice helps nobody
    return;
  }
  sent.add(form);
  show(form);
});
// A page brought back by the Back button is at work no more.
addEventListener("pageshow", (shown) => { if (shown.persisted) location.reload(); });
