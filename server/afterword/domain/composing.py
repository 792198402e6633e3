"""From a template and the facts to a finished draft: pick the sections, deal the wordings, make it fit.

The same input always gives the same draft; nothing here is drawn at random or looks at a clock.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from .arranging import Hand, Piece, arrange, body_of, choices_of
from .cadence import Elsewhere
from .checking import spoken_seconds, word_count
from .drafts import Draft, MissingFact, Timing
from .facts import gather_facts, skill_of
from .fitting import fit, fit_subject
from .kinds import Channel, Kind
from .limits import limits_for
from .messages import Ask, Limits, MessageTemplate
from .names import called
from .occasion import Occasion
from .playbook import Playbook
from .records import FollowUp, Interviewer, Record, Round
from .settings import Settings

_WITH_SUBJECT: frozenset[Channel] = frozenset(("email", "linkedin_inmail"))
_SPOKEN: frozenset[Channel] = frozenset(("phone", "voicemail"))


def compose_draft(
    template: MessageTemplate,
    *,
    record: Record,
    round_: Round | None,
    interviewer: Interviewer | None,
    settings: Settings,
    playbook: Playbook,
    timing: Timing,
    kind: Kind,
    channel: Channel,
    wording: int = 0,
    facts: Mapping[str, str | None] | None = None,
    has_signature: bool = False,
    limit: int | None = None,
    now: datetime,
    elsewhere: Elsewhere | None = None,
) -> Draft:
    """The draft of this kind on this channel for this person.

    Args:
        facts: answers given a moment ago; they go before what the record holds.
        has_signature: the box holds the user's signature, so name and contact lines are left to it (W18).
        limit: characters that the page's box takes, if it says so.
        wording: 0 for the deal's own; 1, 2, … deal anew. Once a wording was sent it is the deal's own (X8).
    """
    occasion = Occasion(
        record=record,
        round=round_,
        interviewer=interviewer,
        settings=settings,
        timing=timing,
        kind=kind,
        channel=channel,
        now=now,
        answers=facts or {},
        has_signature=has_signature,
        elsewhere=elsewhere or Elsewhere(),
    )
    known = gather_facts(occasion)
    hand = _hand(occasion, wording or _sent_wording(occasion))
    limits = limits_for(channel, template.limits, settings, playbook, limit)
    pieces = fit(arrange(template, known, hand), limits, known, hand)
    subject = _subject(template, known, hand, limits)
    return _draft(occasion, subject=subject, pieces=pieces, limits=limits, hand=hand, playbook=playbook)


def missing_facts(
    template: MessageTemplate,
    *,
    record: Record,
    round_: Round | None,
    interviewer: Interviewer | None,
    settings: Settings,
) -> tuple[MissingFact, ...]:
    """What is worth asking the user before this draft, because it would be poorer without the answer."""
    known = {"skill"} if skill_of(record, settings) else set()
    for holder in (record, record.outcome, round_, interviewer):
        known |= {ask.field for ask in template.asks if getattr(holder, ask.field, None)}
    missing = {ask.field for ask in template.asks} - known
    person = called(interviewer) if interviewer else record.company
    return tuple(
        _question(ask, person)
        for ask in template.asks
        if ask.field in missing and (ask.only_with is None or ask.only_with in missing)
    )


def _question(ask: Ask, person: str) -> MissingFact:
    return MissingFact(ask.field, ask.question.replace("PERSON", person), ask.example)


def _hand(occasion: Occasion, wording: int) -> Hand:
    key = (occasion.record.id, occasion.round_id or "", occasion.kind, occasion.channel)
    seat = occasion.interviewer.seat if occasion.interviewer else 0
    others = (
        entry.text
        for entry in occasion.record.follow_ups
        if entry.kind == occasion.kind
        and entry.round_id == occasion.round_id
        and entry.interviewer_id != occasion.interviewer_id
    )
    return Hand(key, seat, wording, tuple(text for text in others if text))


def _sent_wording(occasion: Occasion) -> int:
    """The wording of this very message if it was sent, so that it stays what the other person has read."""
    sent = [entry for entry in occasion.record.follow_ups if _is_this_message(entry, occasion)]
    latest = max(sent, key=lambda entry: entry.at, default=None)
    return (latest.wording or 0) if latest else 0


def _is_this_message(entry: FollowUp, occasion: Occasion) -> bool:
    same_person = entry.interviewer_id == occasion.interviewer_id and entry.round_id == occasion.round_id
    same_kind = entry.kind == occasion.kind and entry.channel == occasion.channel
    return entry.state == "sent" and same_person and same_kind


def _subject(template: MessageTemplate, known: Mapping[str, str], hand: Hand, limits: Limits) -> str | None:
    section = template.section("subject", known) if template.channel in _WITH_SUBJECT else None
    if section is None:
        return None
    return fit_subject(choices_of(section, known, hand), limits.subject)[0].text


def _draft(
    occasion: Occasion,
    *,
    subject: str | None,
    pieces: tuple[Piece, ...],
    limits: Limits,
    hand: Hand,
    playbook: Playbook,
) -> Draft:
    body = body_of(pieces)
    return Draft(
        draft_id=_draft_id(*hand.key, occasion.interviewer_id or "", hand.wording, subject or "", body),
        record_id=occasion.record.id,
        round_id=occasion.round_id,
        interviewer_id=occasion.interviewer_id,
        kind=occasion.kind,
        channel=occasion.channel,
        subject=subject,
        body=body,
        limit=limits.characters,
        words=word_count(body),
        seconds=spoken_seconds(body, playbook) if occasion.channel in _SPOKEN else None,
        sentences=tuple(sentence for piece in pieces for sentence in piece.sentences),
        wording=hand.wording,
    )


def _draft_id(*parts: str | int) -> str:
    """An id computed from what the draft is made of: the same after a restart, another for other words."""
    return "d-" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]
