// Keeps the "waiting … connected" line true, and brings a request to be connected onto the page as it arrives.
const place = document.getElementById("connection");
const EVERY = 2000; // ms

const show = (state) => {
  for (const line of place.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== state;
};

// Nobody's focus is taken away while the request they are at still waits; a later one is shown after it.
const isAnswering = (asking) => {
  const request = document.activeElement?.closest("[data-request]");
  return Boolean(request) && asking.includes(request.dataset.request);
};

const look = async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(place.dataset.address);
    if (!answer.ok) throw new Error(String(answer.status));
    const { state, asking } = await answer.json();
    show(state);
    const changed = state !== place.dataset.state || asking.join(" ") !== place.dataset.asking;
    if (changed && "showsRequests" in place.dataset && !isAnswering(asking)) location.reload();
  } catch {
    show("lost");
  }
};

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
