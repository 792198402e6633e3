"""From an article and the user's own remark to a post on LinkedIn (W26)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..checking import word_count
from ..drafts import Finding, MissingFact, Sentence
from ..kinds import Status
from ..playbook import Playbook
from .arranging import Hand, arrange, body_of
from .fitting import fit
from .messages import Limits, Template


@dataclass(frozen=True, slots=True)
class Post:
    """A finished post. It goes to nobody in particular: record, person, kind and channel are none.

    ``limit`` is in characters.
    """

    draft_id: str
    body: str
    limit: int
    words: int
    sentences: tuple[Sentence, ...]
    wording: int = 0
    record_id: None = None
    round_id: None = None
    interviewer_id: None = None
    kind: None = None
    channel: None = None
    subject: None = None
    seconds: None = None
    person: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """The answer to a click in the box for posts, read like a ``DraftAnswer``."""

    status: Status
    draft: Post | None = None
    findings: tuple[Finding, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    advice: str | None = None
    timing: None = None
    choices: tuple[()] = ()
    ask: None = None
    notes_left: None = None


def missing_for_post(template: Template, facts: Mapping[str, str | None]) -> tuple[MissingFact, ...]:
    """What to ask before the post is written; a fact of None was asked and skipped."""
    return tuple(
        MissingFact(ask.field, ask.question, ask.example) for ask in template.asks if ask.field not in facts
    )


def compose_post(
    template: Template,
    facts: Mapping[str, str | None],
    *,
    playbook: Playbook,
    wording: int = 0,
    limit: int | None = None,
) -> Post:
    """The post for these facts; ``limit``: characters that the page's box takes, if it says so."""
    known = {name: text.strip() for name, text in facts.items() if text and text.strip()}
    most = min(playbook.linkedin_post_characters, limit or playbook.linkedin_post_characters)
    hand = Hand(key=("post", *sorted(known.values())), seat=0, wording=wording)
    pieces = fit(arrange(template, known, hand), Limits(characters=most, firm=True), known, hand)
    body = body_of(pieces)
    return Post(
        draft_id=_post_id(body, wording),
        body=body,
        limit=most,
        words=word_count(body),
        sentences=tuple(sentence for piece in pieces for sentence in piece.sentences),
        wording=wording,
    )


def _post_id(body: str, wording: int) -> str:
    """Computed from the text, so that it is the same after a restart."""
    return f"p-{hashlib.sha256(json.dumps([body, wording]).encode()).hexdigest()[:24]}"
