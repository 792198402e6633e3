// Copy buttons: <button data-copy="id of the element to copy"> says so in the page's live region.
export const showCopyButtons = () => {
  // Hidden until here, since without a script they could do nothing.
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const live = document.getElementById("live");
  live.textContent = "";
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    live.textContent = button.dataset.copied;
  } catch {
    live.textContent = button.dataset.refused; // the browser may forbid it; the text can still be marked by hand
  }
});

showCopyButtons();
