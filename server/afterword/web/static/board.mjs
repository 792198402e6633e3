// Cards can be dragged: a drop opens the form that asks when it happened. "Move" on each card does the same.
const board = document.querySelector(".board");
const live = document.getElementById("live");
let dragged = null;

for (const card of board.querySelectorAll(".board-card")) card.draggable = true;

board.addEventListener("dragstart", (event) => {
  dragged = event.target.closest(".board-card");
  dragged?.classList.add("is-dragged");
  event.dataTransfer.effectAllowed = "move";
});
board.addEventListener("dragend", () => {
  dragged?.classList.remove("is-dragged");
  for (const shelf of board.querySelectorAll(".is-target")) shelf.classList.remove("is-target");
  dragged = null;
});
board.addEventListener("dragover", (event) => {
  const shelf = event.target.closest(".shelf");
  if (!dragged || !shelf || shelf.contains(dragged)) return;
  event.preventDefault();
  for (const other of board.querySelectorAll(".is-target")) other.classList.toggle("is-target", other === shelf);
  shelf.classList.toggle("is-target", Boolean(shelf.dataset.outcome));
});
board.addEventListener("drop", (event) => {
  const shelf = event.target.closest(".shelf");
  if (!dragged || !shelf) return;
  event.preventDefault();
  if (!shelf.dataset.outcome) {
    live.textContent = board.dataset.refused;
    return;
  }
  const address = new URL(dragged.dataset.outcomeForm, location.href);
  address.searchParams.set("kind", shelf.dataset.outcome);
  location.assign(address);
});
