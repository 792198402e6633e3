// Send sends nothing (the form's method sees to that); this says so.
document.querySelector("form.compose").addEventListener("submit", () => {
  const status = document.getElementById("practice-status");
  status.textContent = status.dataset.said;
});
