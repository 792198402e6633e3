// On a LinkedIn profile there is no box yet: the draft is kept for the note dialog or message box that the person opens next.
"use strict";
{
  const { word, element, button } = globalThis.Afterword.panelParts;
  const MORE_MS = 2 * 60_000;
  const TICK_MS = 1000;

  /**
   * Keeps the draft and shows for how long. The countdown is not announced each second; the button to extend it is near.
   * @param {{ profile: string, ask: PanelSession["ask"], current: () => Draft }} options
   */
  function keepingRow({ profile, ask, current }) {
    const clock = element("span", { className: "soft" });
    const row = element("div", { className: "row" }, clock, button(word("more_time"), () => keep(until + MORE_MS)));
    let until = Date.now() + MORE_MS;

    /** @param {number} [moment] ms since 1970 */
    async function keep(moment = until) {
      const answer = await ask("keep_draft", { linkedin_url: profile, draft: current(), until: moment });
      if (answer.ok) until = answer.value.until;
      show();
    }

    function show() {
      const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
      clock.textContent = seconds
        ? word("kept_for", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`)
        : word("kept_no_longer");
    }

    const ticking = setInterval(() => (row.isConnected ? show() : clearInterval(ticking)), TICK_MS);
    keep();
    return { row, keep: () => keep(Math.max(until, Date.now() + MORE_MS)) };
  }

  Object.assign(globalThis.Afterword.panelParts, { keepingRow });
}
