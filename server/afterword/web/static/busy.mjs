// Long work: <form data-busy="what is being done"> shows a bar and says so while the answer is on its way.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    document.getElementById("live").textContent = form.dataset.busy;
    const bar = document.createElement("progress"); // without a value: how long it takes nobody knows
    bar.setAttribute("aria-label", form.dataset.busy);
    const words = document.createElement("p");
    words.className = "small-print";
    words.append(form.dataset.busy, " ", bar);
    form.append(words);
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
    form.addEventListener("submit", (again) => again.preventDefault()); // the same work twice helps nobody
  }, { once: true });
}
// A page brought back by the Back button is at work no more.
addEventListener("pageshow", (shown) => { if (shown.persisted) location.reload(); });
