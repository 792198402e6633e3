// Search as you type: the list below the field is fetched anew after a short pause.
const PAUSE = 200; // ms
const form = document.getElementById("search-form");
const live = document.getElementById("live");
let timer = 0;
let fetching = null;

const search = async () => {
  const input = form.elements.search;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  fetching?.abort();
  fetching = new AbortController();
  try {
    const answer = await fetch(address, { signal: fetching.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("results");
    document.getElementById("results").replaceWith(found);
    history.replaceState(null, "", address);
    live.textContent = `${input.dataset.found} ${found.dataset.total}`;
  } catch {
    // Typed on meanwhile, or the server is stopped: the list stays, and Enter still asks the server.
  }
};

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
