/// <reference path="messages.d.ts" />
/// <reference path="panel.d.ts" />
// The shapes that the extension's parts share. Nothing here runs; `tsc --checkJs` holds the code to it.
// Server shapes are those of /api/v1/openapi.json; what the parts say to one another is in messages.d.ts, line and panel are in panel.d.ts.

/** What the page shows of the person and the conversation; the request of POST /api/v1/drafts. */
interface DraftRequest {
  surface:
    | "gmail" | "outlook" | "webmail" | "linkedin_profile" | "linkedin_note" | "linkedin_message"
    | "linkedin_inmail" | "linkedin_post" | "page";
  recipients?: { name: string; email: string }[];
  person?: { name: string; headline: string; company: string; linkedin_url: string };
  thread?: { is_reply: boolean; last_from: string; last_at: string | null; subject: string };
  has_signature?: boolean;
  limit?: number | null;
  record_id?: string;
  round_id?: string;
  interviewer_id?: string;
  kind?: string;
  channel?: string;
  wording?: number;
  facts?: Record<string, string | null>;
}

interface Draft {
  draft_id: string;
  /** Null, with `kind` and `channel`, for a post, which goes to nobody (W26). */
  record_id: string;
  round_id: string | null;
  interviewer_id: string | null;
  kind: string;
  channel: string;
  person?: string;
  company?: string;
  subject: string | null;
  body: string;
  limit: number | null;
  words: number;
  seconds: number | null;
  wording: number;
  sentences: { text: string; source: "note" | "profile" | "template"; rules: string[] }[];
}

interface Timing {
  verdict: "too_soon" | "open" | "late" | "stop";
  opens_at: string | null;
  best_at: string | null;
  closes_at: string | null;
  reason: string;
  rules: string[];
}

interface Finding {
  rule: string;
  level: "hint" | "warning" | "stop";
  words: string;
  start: number;
  end: number;
  why: string;
  replacement: string | null;
}

interface DraftAnswer {
  status: "ready" | "choose" | "missing" | "unknown" | "ask_reply" | "advice";
  draft: Draft | null;
  timing: Timing | null;
  findings: Finding[];
  missing: { field: string; question: string; example: string }[];
  /** With `choose` all that may be meant; with `missing` and `ask_reply` the one it is about. */
  choices: { record_id: string; interviewer_id: string | null; kind: string; label: string; why: string }[];
  advice: string | null;
  ask: "heard_since" | null;
  /** Personalised LinkedIn notes left this month (X16), where that matters. */
  notes_left?: number | null;
}

/** One plain sentence for the person and a stable code for the program. */
interface Failure {
  code: string;
  message: string;
  fields?: Record<string, string>;
}

type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** A compose box on a page, as an adapter found it. */
interface ComposeBox {
  surface: DraftRequest["surface"];
  /** The smallest element that holds body, subject and recipients; one button per root. */
  root: Element;
  body: HTMLElement;
  subject: HTMLInputElement | null;
}

/** Where a button goes: into `parent` before `before` (null: at its end). */
interface Place {
  parent: Element | ShadowRoot;
  before: Node | null;
}

/** What a page says of the people and the conversation. */
type Facts = Omit<DraftRequest, "surface">;

/** A compose box with its button. */
interface Compose {
  box: ComposeBox;
  adapter: SiteAdapter;
  host: HTMLElement;
}

/** The second half of an adapter, loaded with the first click so that a page load stays light; also its name in AfterwordContent. */
type ClickPart = "linkedinFacts" | "outlookFacts" | "webmailFacts";

/** What each file in content/sites publishes. It touches the page's DOM and nothing else. */
interface SiteAdapter {
  name: string;
  clickPart?: ClickPart;
  /** The compose box around an element that got the focus, or null. */
  findBox(target: Element): ComposeBox | null;
  /** The boxes that are open in a document or shadow root, whether or not they have the focus. */
  openBoxes(page: Document | ShadowRoot): ComposeBox[];
  /** Open shadow roots in which the site keeps boxes. */
  shadowRoots?(): ShadowRoot[];
  /** The facts of POST /drafts that this page shows for that box. */
  readFacts(box: ComposeBox): Omit<DraftRequest, "surface">;
  /** Whether this page is an editor's frame whose button stands in the page around it. */
  isServedFromOutside?(): boolean;
  /** Where the button goes; null: before the text, never over it. */
  buttonPlace(box: ComposeBox): Place | null;
  /** The first element of signature or quoted mail in the body; the draft goes before it. Null: none. */
  tailStart(box: ComposeBox): Element | null;
  /** Whether this event is the user's own sending of that box (click on Send, shortcut). */
  isSend(event: Event, box: ComposeBox): boolean;
  /** Whether the site's Send is on, where the site switches it on only for text that its own model has seen. */
  sendReady?(box: ComposeBox): boolean;
  /** A button that is not at a compose box (a LinkedIn profile). */
  profile?(): { root: Element; place: Place; facts: () => Facts } | null;
  /** Names of this adapter's hooks and whether each was found on this page (no personal data). */
  hooks(): { name: string; found: boolean }[];
}

/** What is known of one webmail site; each member but the name is a selector. */
interface WebmailHint {
  site: string;
  /** What only a page of this site has. */
  known: string;
  recipients?: string;
  signature?: string;
  quote?: string;
  repliedTo?: string;
  send?: string;
}

/** What LinkedIn's second half uses of its first. */
interface LinkedinAdapter extends SiteAdapter {
  shared: {
    nearest(element: Element, selector: string): Element | null;
    topCard(): Element | null;
    nameInTitle(): string;
    send: string;
    nameHook: string;
  };
}

/** The general adapter is in two files; the second uses what the first means by its words. */
interface WebmailAdapter extends SiteAdapter {
  meanings: {
    field: string;
    isTo(field: Element): boolean;
    isCc(field: Element): boolean;
    isNotTo(field: Element): boolean;
  };
}

/**
 * Outcome of an insertion, read back from the box. `already`: the draft stood there; `gone`: the box went away before;
 * `undo` answers whether the box is as it was.
 */
type Insertion =
  | { state: "landed" | "uncertain"; undo: () => boolean }
  | { state: "untouched" | "already" | "gone" };

/** One way to put text at the start of an editor (content/insertion/*.js). `gap`: line ends that part it from what stands there. */
interface InsertionMethod {
  name: string;
  /** No other method is tried after this one, even if it left the box untouched. */
  alone?: boolean;
  fits(body: HTMLElement): boolean;
  insert(body: HTMLElement, text: string, gap: number): Promise<boolean> | boolean;
}

/** What the files of content/insertion publish for one another. */
interface InsertionMethods {
  textField: InsertionMethod & {
    insertAtStart(field: HTMLTextAreaElement | HTMLInputElement, text: string): boolean;
    setValue(field: HTMLTextAreaElement | HTMLInputElement, value: string): void;
  };
  richText: InsertionMethod;
  rooster: InsertionMethod;
  paragraphs: InsertionMethod;
  lineByLine: InsertionMethod;
  tinymce: InsertionMethod;
  ckeditor4: InsertionMethod;
  paste: InsertionMethod;
  caretToStart(body: HTMLElement, start?: Node): void;
}

/** What is told of a compose that is watched. */
interface SendWatch {
  /** At the moment of sending, before the site empties the box, or when its page goes. */
  sent(written: { text: string; subject: string }): void;
  /** The site said something instead of sending; the watch goes on. */
  refused(): void;
  /** Seconds later the text still stands there. */
  stillOpen(): void;
  /** Pointer or caret leaves the text, or Ctrl is pressed: Send may come next. */
  leaving(text: string): void;
}

/** What runs at page load for a site (content/sites/*_signs.js): whether there is a box or a button to place without a focus. */
interface PageSigns {
  site: "gmail" | "linkedin" | "outlook" | "webmail";
  /** Selectors that the site's adapter uses, too. */
  hooks: Record<string, string>;
  found(): boolean;
}

/** The one global of the content scripts: each file publishes one member. */
interface AfterwordContent {
  signs: PageSigns;
  /** Runs from page load on, and brings the rest. */
  moments: {
    /** Brings the rest of the scripts, once; answers whether they are there. */
    wake(): Promise<boolean>;
    /** Listens for the focus in a shadow root. */
    hear(place: Document | ShadowRoot): void;
    /** The document and every shadow root that is listened in. */
    places: Set<Document | ShadowRoot>;
    /** What has the focus, down through open shadow roots. */
    deepestActive(): Element | null;
  };
  main: {
    /** Whether the person wants the button on this page. */
    isOn(): Promise<boolean>;
    /** The caret came to this element. */
    meet(target: Element): void;
    /** Looks for boxes that are open without the caret in them. */
    look(): void;
  };
  sites: { gmail?: SiteAdapter; linkedin?: LinkedinAdapter; outlook?: SiteAdapter; webmail?: WebmailAdapter };
  /**
   * Stops everything that tells what is typed (keydown, keypress, keyup, beforeinput, input, composition*, paste, copy, cut)
   * at the window's capture phase when it comes from this root, and hands it to `heard` instead: listeners inside the root
   * don't get it any more. The browser's own action (typing, Tab, Enter on a button) still happens unless `heard` prevents it.
   * Returns the way to stop guarding.
   */
  keys: { guard(root: ShadowRoot, heard?: (event: Event) => void): () => void };
  reading: {
    visible(element: Element | null | undefined): boolean;
    around(element: Element): Element | null;
    editableAt(element: Element | null): HTMLElement | null;
    frameOf(element: Element): HTMLIFrameElement | null;
    textOf(body: HTMLElement): string;
  };
  people: {
    ADDRESS: RegExp;
    oneLine(text: string | null | undefined, longest?: number): string;
    address(text: string | null | undefined): string;
    person(shown: string | null | undefined, email?: string | null): { name: string; email: string } | null;
    peopleIn(value: string): { name: string; email: string }[];
    distinct(people: ({ name: string; email: string } | null)[]): { name: string; email: string }[];
  };
  button: {
    TAG: string;
    place(box: { root: Element; body?: HTMLElement }, place: Place | null, name: string, onClick: (event: MouseEvent) => void, onNear?: () => void): HTMLElement;
    busy(host: HTMLElement, on: boolean): void;
    say(host: HTMLElement, sentence: string): void;
    /** Gives a shadow root its styles. */
    dress(root: ShadowRoot, css: string): void;
  };
  /** Asks the background; main.js and moments.js alone talk to chrome.runtime. */
  ask<K extends keyof ContentMessages>(type: K, message: ContentMessages[K][0]): Promise<Answer<ContentMessages[K][1]>>;
  /** A text of _locales. */
  text(key: string, ...values: string[]): string;
  sendControl: { ANY: string; is(control: Element): boolean };
  webmailFacts: Pick<SiteAdapter, "readFacts" | "tailStart" | "isSend">;
  outlookFacts: Pick<SiteAdapter, "readFacts">;
  linkedinFacts: Required<Pick<SiteAdapter, "readFacts" | "isSend" | "sendReady">> & { personOnProfile(): NonNullable<DraftRequest["person"]> };
  webmailHints: WebmailHint[];
  markup: { asLines(text: string): string; asParagraphs(text: string): string };
  methods: InsertionMethods;
  insertion: {
    insertDraft(box: ComposeBox, adapter: SiteAdapter, draft: Draft, isReply: boolean): Promise<Insertion>;
    words(text: string): string;
  };
  sends: {
    watch(box: ComposeBox, adapter: SiteAdapter, on: SendWatch): () => void;
    ownText(box: ComposeBox, adapter: SiteAdapter): string;
    isOrdinarySend: SiteAdapter["isSend"];
  };
  clipboard?: { copy(draft: string): Promise<boolean> };
  followUp: {
    foresee(compose: Compose): void;
    draftFollowUp(compose: Compose, options?: { always?: boolean }): Promise<unknown>;
    requestOf(compose: Compose): DraftRequest;
    /** Whether a draft of ours stands in the box already. */
    holdsOurDraft(box: ComposeBox): boolean;
    insert(compose: Compose, request: DraftRequest, draft: Draft, note: string): Promise<unknown>;
    /** A part, fetched on first need; null where it can't be had. */
    load<P extends "line" | "panel" | "clipboard">(part: P): Promise<AfterwordContent[P] | null>;
    say(host: HTMLElement, message: string, action?: LineAction): Promise<void>;
  };
  /** Only where LinkedIn's profiles are. */
  profile?: {
    draftForProfile(profile: { host: HTMLElement; facts: Facts }): Promise<unknown>;
    insertKept(compose: Compose): Promise<boolean>;
    keptDraft(request: DraftRequest): Promise<Draft | null>;
    forgetKept(request: DraftRequest): void;
  };
  panelParts: PanelParts;
  line: Line;
  panel: Panel;
}

declare var Afterword: AfterwordContent;
