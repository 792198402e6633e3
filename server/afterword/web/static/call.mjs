// The clocks beside the scripts: started by hand when the call or the beep begins.
const shown = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

for (const clock of document.querySelectorAll("[data-clock]")) {
  clock.hidden = false;
  const face = clock.querySelector(".call-time");
  const button = clock.querySelector("button");
  let ticking = 0;
  let begun = 0;

  const show = () => {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    face.textContent = shown(seconds);
    face.classList.toggle("is-over", Boolean(clock.dataset.longest) && seconds > Number(clock.dataset.longest));
  };

  button.addEventListener("click", () => {
    if (ticking) {
      clearInterval(ticking);
      ticking = 0;
    } else {
      begun = Date.now();
      ticking = setInterval(show, 250);
      show();
    }
    button.textContent = ticking ? button.dataset.stop : button.dataset.start;
  });
}
