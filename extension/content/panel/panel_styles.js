// The look of the panel.
"use strict";
{
  const { SHARED_STYLE } = globalThis.Afterword.panelParts;

  const PANEL_STYLE = `${SHARED_STYLE}
    .panel { display: flex; flex-direction: column; width: min(460px, calc(100vw - 16px)); max-height: min(680px, calc(100vh - 16px));
      max-height: min(680px, calc(100dvh - 16px)); background: var(--paper); border: 1px solid var(--line); border-radius: 14px;
      box-shadow: 0 12px 40px rgb(0 0 0 / .28); overflow: hidden; }
    header { display: flex; align-items: flex-start; gap: 8px; padding: 12px 8px 8px 16px; }
    header > div { flex: 1; min-width: 0; }
    h2 { font-size: 16px; font-weight: 650; overflow-wrap: anywhere; }
    h3 { font-size: 14px; font-weight: 650; }
    header p, .hint, .soft { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
    .close { border-color: transparent; padding: 2px 10px; font-size: 20px; line-height: 1.3; background: none; }
    .body { padding: 4px 16px 12px; overflow: auto; display: flex; flex-direction: column; gap: 12px; overscroll-behavior: contain; }
    footer { display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 16px 14px; border-top: 1px solid var(--line); }
    footer:empty { display: none; }
    .field { display: flex; flex-direction: column; gap: 4px; }
    .field:empty { display: none; }
    .buttons { display: inline-flex; gap: 8px; }
    .field label { font-weight: 550; font-size: 13px; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; }
    input, select, textarea { width: 100%; padding: 7px 10px; border: 1px solid light-dark(#8795a3, #76838f); border-radius: 8px;
      background: var(--paper); }
    input[type=radio], input[type=checkbox] { width: auto; }
    textarea { resize: vertical; min-height: 64px; }
    textarea.draft { min-height: 190px; line-height: 1.5; }
    .timing { display: flex; gap: 8px; align-items: baseline; padding: 8px 10px; border-radius: 8px; background: var(--wash); font-size: 13px; }
    .verdict { font-weight: 650; white-space: nowrap; }
    .open .verdict { color: var(--good); } .late .verdict, .too_soon .verdict { color: var(--warn); } .stop .verdict { color: var(--stop); }
    .findings { list-style: none; display: flex; flex-direction: column; gap: 8px; }
    .findings li { border-inline-start: 3px solid var(--line); padding: 2px 0 2px 10px; font-size: 13px; overflow-wrap: anywhere; }
    .findings li.level-warning { border-color: var(--warn); } .findings li.level-stop { border-color: var(--stop); }
    .findings q { font-weight: 600; } .findings button { margin-top: 4px; padding: 3px 8px; }
    .notice { padding: 10px 12px; border: 1px solid var(--stop); border-radius: 8px; font-size: 13px; }
    .notice button { margin: 8px 8px 0 0; }
    .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; justify-content: space-between; }
    .switch { display: inline-flex; gap: 12px; border: 0; margin: 0; padding: 0; } .switch label { display: inline-flex; gap: 6px; align-items: center; }
    .count { font-variant-numeric: tabular-nums; font-size: 13px; color: var(--soft); } .count.over { color: var(--stop); font-weight: 650; }
    .choices { display: flex; flex-direction: column; gap: 8px; list-style: none; }
    .choices button { width: 100%; text-align: start; padding: 10px 12px; } .choices small { display: block; color: var(--soft); font-size: 13px; }
    details summary { cursor: pointer; color: var(--accent); font-size: 13px; width: fit-content; }
    details[open] summary { margin-bottom: 8px; }
    .sources { list-style: none; display: flex; flex-direction: column; gap: 6px; font-size: 13px; } .sources small { display: block; color: var(--soft); }
    .failure { color: var(--stop); font-size: 13px; } .failure:empty { display: none; }
    .pending { opacity: .55; pointer-events: none; }`;

  Object.assign(globalThis.Afterword.panelParts, { PANEL_STYLE });
}
