"""What a click asks for and what it gets back: the data that use cases, API and page share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .kinds import Channel, Kind, Level, SentenceSource, Status, Surface, Verdict


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person in the compose box's To line, as the page shows it."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person on a profile page, as the page shows it."""

    name: str = ""
    headline: str = ""
    company: str = ""
    linkedin_url: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """The conversation the compose box belongs to. ``last_from`` is an address or a name."""

    is_reply: bool = False
    last_from: str = ""
    last_at: datetime | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """A click: what the page showed, and what narrows the choice.

    ``facts`` is None when nobody was asked; a key with None was asked and skipped.
    ``limit`` is in characters, as the page's box states it.
    """

    surface: Surface = "page"
    recipients: tuple[Recipient, ...] = ()
    person: Person = Person()
    thread: Thread = Thread()
    has_signature: bool = False
    limit: int | None = None
    record_id: str | None = None
    round_id: str | None = None
    interviewer_id: str | None = None
    kind: Kind | None = None
    channel: Channel | None = None
    wording: int = 0
    facts: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft, where it comes from and the rules it serves."""

    text: str
    source: SentenceSource
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished draft. ``limit`` in characters, ``seconds`` as spoken (X4; None where nothing is spoken).

    ``person`` and ``company`` name whom it is for, so that the extension can say what it inserted.
    """

    draft_id: str
    record_id: str
    round_id: str | None
    interviewer_id: str | None
    kind: Kind
    channel: Channel
    subject: str | None
    body: str
    limit: int | None
    words: int
    seconds: int | None
    sentences: tuple[Sentence, ...]
    wording: int = 0
    person: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """A window with its verdict, the reason in one sentence and the rules that gave it."""

    verdict: Verdict
    opens_at: datetime | None
    best_at: datetime | None
    closes_at: datetime | None
    reason: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueItem:
    """One follow-up: due, coming, late or stopped. ``advice`` is set where there is no draft (W19)."""

    record_id: str
    round_id: str | None
    interviewer_id: str | None
    company: str
    person: str
    kind: Kind
    channels: tuple[Channel, ...]
    timing: Timing
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of the checker. ``start`` and ``end``: character offsets into the checked text."""

    rule: str
    level: Level
    words: str
    start: int
    end: int
    why: str
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A question the panel asks because a draft would be poorer without the answer."""

    field: str
    question: str
    example: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several follow-ups a click may mean."""

    record_id: str
    interviewer_id: str | None
    kind: Kind
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """The answer to a click; ``status`` tells which of the fields to read.

    ``notes_left``: personalised connection notes left this month (X16); None where that does not matter.
    """

    status: Status
    draft: Draft | None = None
    timing: Timing | None = None
    findings: tuple[Finding, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    choices: tuple[Choice, ...] = ()
    advice: str | None = None
    ask: str | None = None
    notes_left: int | None = None
