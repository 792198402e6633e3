// Copy buttons: <button data-copy="id of the element to copy"> says so in the page's live region.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false; // hidden until here, since without a script it could do nothing
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    const live = document.getElementById("live");
    live.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
      live.textContent = button.dataset.copied;
    } catch {
      live.textContent = button.dataset.refused; // the browser may forbid it; the text can still be marked by hand
    }
  });
}
