// The shapes of the line and the panel (content/panel/). Nothing here runs.

/** The line at the box (content/panel/line.js, loaded with the first click), in a closed shadow root. */
interface Line {
  /** After insertion; `undo` and `check` are what its buttons do. */
  inserted(options: { anchor: Element; text: string; undo: (() => void) | null; check: (() => void) | null; other: (() => void) | null;
    posted?: (() => void) | null }): void;
  /** One plain sentence at the box (an error, a note), announced to screen readers. */
  say(options: { anchor: Element; message: string; action?: LineAction; actions?: LineAction[]; remarks?: Node }): void;
  close(): void;
}

/** The panel (content/panel/*.js, loaded where there is something to ask), in a closed shadow root. */
interface Panel {
  /** Shows an answer and resolves with what the person decided; null when closed. */
  open(options: {
    anchor: Element;
    answer: DraftAnswer;
    request: DraftRequest;
    ask: <K extends keyof ContentMessages>(type: K, message: ContentMessages[K][0]) => Promise<Answer<ContentMessages[K][1]>>;
    canInsert: boolean;
  }): Promise<PanelDecision>;
  /** What the checker found, to stand in the line. */
  remarks(findings: Finding[]): HTMLElement;
  close(): void;
}

interface LineAction {
  label: string;
  run: () => void;
}

/** What a person decides in the panel. */
type PanelDecision = { action: "insert"; draft: Draft } | { action: "copied" | "closed" };

/** What is shown only where there is reason to. */
type MaybeNode = Node | string | false | null | undefined;

/** The dialog round what the panel shows (content/panel/shell.js). */
interface PanelShell {
  show(content: { about?: string; nodes: MaybeNode[]; buttons?: MaybeNode[]; focus?: HTMLElement | null; typed?: () => void }): void;
  /** For screen readers. */
  announce(text: string): void;
  /** One plain sentence in the panel. */
  fail(message: string): void;
  busy(on: boolean): void;
  close(): void;
}

/** One opening of the panel, as its views see it. */
interface PanelSession {
  shell: PanelShell;
  request: DraftRequest;
  canInsert: boolean;
  /** What there was to choose from, for switching later. */
  offered: DraftAnswer["choices"];
  ask: <K extends keyof ContentMessages>(type: K, message: ContentMessages[K][0]) => Promise<Answer<ContentMessages[K][1]>>;
  finish(decision: PanelDecision): void;
  /** Drafts anew with these changes and shows the answer. */
  again(changes: Partial<DraftRequest>, announcement?: string, at?: PanelSession["at"]): unknown;
  /** The list that the person is changing, where this view came from. */
  at?: "kind" | "channel" | "person";
  /** Asks what they said, about the follow-up of this answer. */
  askReply(answer: DraftAnswer): void;
}

/** What the panel's files publish for one another, in the order they are loaded. */
interface PanelParts {
  word(key: string, ...values: (string | number)[]): string;
  nameOf(list: string, value: string): string;
  element(tag: string, properties?: Record<string, any>, ...children: (Node | string | null | undefined | false)[]): any;
  button(label: string, run: () => unknown, look?: { primary?: boolean }): HTMLButtonElement;
  labelled(label: string, field: any, hint?: string): HTMLElement;
  select(options: [value: string, label: string][], chosen: string, onChange?: (value: string) => void): HTMLSelectElement;
  SHARED_STYLE: string;
  LINE_STYLE: string;
  PANEL_STYLE: string;
  MARGIN: number;
  openShell(anchor: Element, onClose: () => void): PanelShell;
  makeHost(anchor: Element): HTMLElement;
  moveTo(host: HTMLElement, corner: { left: number; top: number }): void;
  keepingRow(options: { profile: string; ask: PanelSession["ask"]; current: () => Draft }): { row: HTMLElement; keep: () => void };
  findingsList(findings: Finding[], replace: (finding: Finding) => void): Node[];
  findingsToRead(findings: Finding[]): HTMLElement;
  replaced(text: string, finding: Finding): string;
  pick(choice: DraftAnswer["choices"][number]): Partial<DraftRequest>;
  showDraft(session: PanelSession, answer: DraftAnswer): void;
  showChoices(session: PanelSession, answer: DraftAnswer): void;
  showMissing(session: PanelSession, answer: DraftAnswer): void;
  showAskReply(session: PanelSession, answer: DraftAnswer): void;
  showAdvice(session: PanelSession, answer: DraftAnswer): void;
  showUnknown(session: PanelSession): void;
}
