// Whether a draft of an earlier visit was sent, where a site's sending can't be seen. Runs at page load, but only on sites
// where there is something to ask about: background/unsent.mjs registers it there.
"use strict";
{
  async function askWhetherSent() {
    const { moments } = globalThis.Afterword;
    if (!(await moments.wake()) || !(await globalThis.Afterword.main.isOn())) return;
    const { ask, text } = globalThis.Afterword;
    const [answer] = await Promise.all([ask("unsent_here", {}), ask("load", { part: "line" })]);
    if (!answer.ok || !answer.value) return;
    const { record_id, entry, person, company } = answer.value;
    const message = text("content_was_it_sent", text(`kind_${entry.kind}`), [person, company].filter(Boolean).join(", "));
    globalThis.Afterword.line?.say({ anchor: document.documentElement, message, actions: [
      { label: text("content_yes_sent"), run: () => ask("log_follow_up", { record_id, entry: { ...entry, state: "sent" } }) },
      { label: text("content_no_not_sent"), run: () => ask("forget_unsent", { draft_id: entry.draft_id }) },
    ] });
  }

  // Its pattern may cover a page of the same host on which nothing else of ours runs.
  if (globalThis.Afterword?.moments) askWhetherSent();
}
