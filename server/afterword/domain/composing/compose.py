"""From a template and the facts to a finished draft: pick the sections, deal the wordings, make it fit.

The same input always gives the same draft; nothing here is drawn at random or looks at a clock.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from ..cadence import Elsewhere
from ..checking import spoken_seconds, word_count
from ..drafts import Draft, MissingFact, Timing
from ..kinds import Channel, Kind
from ..playbook import Playbook
from ..records import FollowUp, Interviewer, Record, Round
from ..settings import Settings
from .arranging import Hand, Piece, arrange, body_of, choices_of
from .facts import addressee_of, gather_facts, skill_of
from .fitting import fit, fit_subject
from .limits import limits_for
from .messages import Ask, Limits, MessageTemplate
from .names import called
from .occasion import Occasion

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
    hand = _hand(occasion, wording)
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
    sent = _sent_message(occasion)
    addressee = addressee_of(occasion)
    return Hand(
        key=(occasion.record.id, occasion.round_id or "", occasion.kind, occasion.channel),
        seat=addressee.seat if addressee else 0,
        wording=wording or (_wording_of(sent) if sent else 0),
        taken=_texts_to_others(occasion, sent.at if sent else None),
    )


def _sent_message(occasion: Occasion) -> FollowUp | None:
    """This very message as it was sent: its wording stays what the other person has read (X8)."""
    return max(
        (
            entry
            for entry in occasion.record.follow_ups
            if entry.state == "sent"
            and (entry.kind, entry.channel) == (occasion.kind, occasion.channel)
            and entry.interviewer_id == occasion.interviewer_id
            and entry.round_id in (None, occasion.round_id)
        ),
        key=lambda entry: entry.at,
        default=None,
    )


def _wording_of(entry: FollowUp) -> int:
    """The wording of a logged message, as logged or else as its draft's id tells."""
    told = (entry.draft_id or "").rpartition("-w")[2]
    return entry.wording or (int(told) if told.isdecimal() else 0)


def _texts_to_others(occasion: Occasion, before: datetime | None) -> tuple[str, ...]:
    """What others of the panel were written, up to the moment at which this message was sent."""
    return tuple(
        entry.text
        for entry in occasion.record.follow_ups
        if entry.text
        and entry.kind == occasion.kind
        and entry.round_id in (None, occasion.round_id)
        and entry.interviewer_id not in (None, occasion.interviewer_id)
        and entry.state != "dismissed"
        and (before is None or entry.at < before)
    )


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
        draft_id=_draft_id(
            *hand.key, occasion.interviewer_id or "", subject or "", body, wording=hand.wording
        ),
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
        person=occasion.interviewer.name if occasion.interviewer else "",
        company=occasion.record.company,
    )


def _draft_id(*parts: str, wording: int) -> str:
    """An id computed from what the draft is made of: the same after a restart, another for other words.

    It ends in the wording's number, so that the log of a sent draft tells which wording it was.
    """
    return f"d-{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]}-w{wording}"
