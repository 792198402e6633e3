// The look of the line, and what the panel shares with it. Colours have a contrast of 4.5 or more in both schemes.
"use strict";
{
  const SHARED = `
    .panel, .line { --ink: light-dark(#1c2430, #e8edf3); --soft: light-dark(#54606e, #a9b5c2); --paper: light-dark(#ffffff, #1d2229);
      --line: light-dark(#c9d2dc, #46505b); --wash: light-dark(#f3f6f9, #272d35); --accent: light-dark(#17599e, #8dc0f4);
      --on-accent: light-dark(#ffffff, #10202f); --stop: light-dark(#a31621, #ffb1b4); --warn: light-dark(#7a4b00, #ffd08a);
      --good: light-dark(#1b6438, #93dcae);
      color-scheme: light dark; color: var(--ink); font: 14px/1.45 system-ui, "Segoe UI", Roboto, sans-serif; }
    * { box-sizing: border-box; font: inherit; color: inherit; }
    h2, h3, p, ul, ol { margin: 0; padding: 0; }
    button { padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); cursor: pointer; }
    button:hover { background: var(--wash); }
    button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
    button.primary:hover { filter: brightness(1.08); }
    button.plain { border-color: transparent; padding: 4px 8px; color: var(--accent); }
    button[aria-busy=true] { opacity: .65; cursor: progress; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    h2:focus { outline: none; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (forced-colors: active) { button { border-color: ButtonText; } }`;

  const LINE = `${SHARED}
    .line { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 6px; max-width: min(560px, calc(100vw - 16px)); padding: 4px 6px 4px 12px;
      background: var(--paper); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 4px 16px rgb(0 0 0 / .18); font-size: 13px; }
    .line ul { flex: 1 0 100%; max-height: 40vh; overflow: auto; list-style: none; border-top: 1px solid var(--line); padding: 6px 8px 4px 0; }
    .line li + li { margin-top: 6px; } .line .level-stop { color: var(--stop); }
    .line p { flex: 1 1 180px; overflow-wrap: anywhere; padding: 4px 0; }
    .line button { padding: 3px 9px; }
    .line .close { border-color: transparent; background: none; font-size: 17px; padding: 0 8px; }`;

  Object.assign(globalThis.Afterword.panelParts, { SHARED_STYLE: SHARED, LINE_STYLE: LINE });
}
