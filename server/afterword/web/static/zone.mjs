// Times stand on the clock of the settings. Where the browser is in another zone, each says whose clock it is.
const zone = document.documentElement.dataset.zone;
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const place = zone?.split("/").at(-1).replaceAll("_", " ");

const nameTheClock = () => {
  for (const time of document.querySelectorAll("time[datetime*='T']:not([data-whole-day], [data-clock-named])")) {
    time.dataset.clockNamed = "";
    if (/\d[:.]\d\d/.test(time.textContent)) time.append(` (${place})`);
  }
};

if (zone && zone !== here) {
  nameTheClock();
  new MutationObserver(nameTheClock).observe(document.getElementById("main"), { childList: true, subtree: true });
}
