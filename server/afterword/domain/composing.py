"""From a template and the facts to a finished draft: pick the sections, deal the wordings, make it fit.

The same input always gives the same draft; nothing here is drawn at random or looks at a clock.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from .arranging import Hand, arrange, body_of, choices_of
from .drafts import Draft, MissingFact, Timing
from .facts import Situation, gather_facts, skill_of
from .fitting import fit, fit_subject
from .kinds import Channel, Kind
from .length import spoken_seconds, word_count
from .messages import Ask, Limits, MessageTemplate
from .names import called
from .records import FollowUp, Interviewer, Record, Round
from .settings import Settings

if TYPE_CHECKING:
    from .cadence import Elsewhere
    from .playbook import Playbook

_SPOKEN: frozenset[Channel] = frozenset(("phone", "voicemail"))


def compose_draft(
    template: MessageTemplate,
    *,
    record: Record,
    round_: Round | None,
    interviewer: Interviewer | None,
    settings: Settings,
    playbook: "Playbook",
    timing: Timing,
    kind: Kind,
    channel: Channel,
    wording: int = 0,
    facts: Mapping[str, str | None] | None = None,
    has_signature: bool = False,
    limit: int | None = None,
    now: datetime,
    elsewhere: "Elsewhere | None" = None,
) -> Draft:
    """The draft of this kind on this channel for this person.

    Args:
        facts: answers given a moment ago; they go before what the record holds.
        has_signature: the box holds the user's signature, so name and contact lines are left to it (W18).
        limit: characters that the page's box takes, if it says so.
        wording: 0 for the deal's own; 1, 2, … deal anew. Once a wording was sent it is the deal's own (X8).
    """
    situation = Situation(
        record=record,
        round=round_,
        interviewer=interviewer,
        settings=settings,
        timing=timing,
        kind=kind,
        now=now,
        answers=facts or {},
        has_signature=has_signature,
        other_deadline=_other_deadline(elsewhere),
        accepted_elsewhere=bool(elsewhere and elsewhere.accepted),
    )
    words = gather_facts(situation)
    wording = wording or _sent_wording(record, round_, interviewer, kind, channel)
    hand = _hand(record, round_, interviewer, kind, channel, wording)
    limits = _limits(template.limits, channel, settings, playbook, limit)
    pieces = fit(arrange(template, words, hand), limits, words, hand)
    subject = _subject(template, words, hand, limits)
    body = body_of(pieces)
    sentences = tuple(sentence for piece in pieces for sentence in piece.sentences)
    return Draft(
        draft_id=_draft_id(record, round_, interviewer, kind, channel, wording, subject or "", body),
        record_id=record.id,
        round_id=round_.id if round_ else None,
        interviewer_id=interviewer.id if interviewer else None,
        kind=kind,
        channel=channel,
        subject=subject,
        body=body,
        limit=limits.characters,
        words=word_count(body),
        seconds=spoken_seconds(body, playbook.words_per_minute) if channel in _SPOKEN else None,
        sentences=sentences,
        wording=wording,
    )


def missing_facts(
    template: MessageTemplate,
    *,
    record: Record,
    round_: Round | None,
    interviewer: Interviewer | None,
    settings: Settings,
) -> tuple[MissingFact, ...]:
    """What is worth asking the user before this draft, because it would be poorer without the answer."""
    missing = {
        ask.field for ask in template.asks if not _is_known(ask.field, record, round_, interviewer, settings)
    }
    wanted = (ask for ask in template.asks if ask.field in missing and ask.only_with in (None, *missing))
    return tuple(_question(ask, record, interviewer) for ask in wanted)


def _is_known(
    field: str, record: Record, round_: Round | None, interviewer: Interviewer | None, settings: Settings
) -> bool:
    if field == "skill":
        return bool(skill_of(record, settings))
    holders = (interviewer, round_, record.outcome, record)
    return any(getattr(holder, field, None) for holder in holders if holder)


def _question(ask: Ask, record: Record, interviewer: Interviewer | None) -> MissingFact:
    person = called(interviewer) if interviewer else record.company
    return MissingFact(ask.field, ask.question.replace("PERSON", person), ask.example)


def _hand(
    record: Record,
    round_: Round | None,
    interviewer: Interviewer | None,
    kind: Kind,
    channel: Channel,
    wording: int,
) -> Hand:
    round_id = round_.id if round_ else ""
    others = tuple(
        entry.text
        for entry in record.follow_ups
        if entry.text
        and entry.kind == kind
        and entry.round_id == (round_.id if round_ else None)
        and entry.interviewer_id != (interviewer.id if interviewer else None)
    )
    seat = interviewer.seat if interviewer else 0
    return Hand((record.id, round_id, kind, channel), seat, wording, others)


def _sent_wording(
    record: Record, round_: Round | None, interviewer: Interviewer | None, kind: Kind, channel: Channel
) -> int:
    """The wording of this very message if it was sent, so that it stays what the other person has read."""

    def is_this(entry: FollowUp) -> bool:
        same_person = entry.interviewer_id == (interviewer.id if interviewer else None)
        same_round = entry.round_id == (round_.id if round_ else None)
        return (
            entry.state == "sent"
            and same_person
            and same_round
            and (entry.kind, entry.channel) == (kind, channel)
        )

    sent = (entry for entry in record.follow_ups if entry.wording is not None and is_this(entry))
    latest = max(sent, key=lambda entry: entry.at, default=None)
    return latest.wording or 0 if latest else 0


def _limits(
    own: Limits, channel: Channel, settings: Settings, playbook: "Playbook", box: int | None
) -> Limits:
    """The template's limits, the site's (X15, X17) and the box's; the narrowest of each holds."""
    note = playbook.linkedin_note_paid if settings.linkedin_paid else playbook.linkedin_note_free
    of_site = {
        "linkedin_note": note,
        "linkedin_message": playbook.linkedin_message_characters,
        "linkedin_inmail": playbook.inmail_body,
    }
    bounds = [bound for bound in (own.characters, of_site.get(channel), box) if bound]
    subject = playbook.inmail_subject if channel == "linkedin_inmail" else own.subject
    return replace(own, characters=min(bounds, default=None), subject=subject)


def _subject(template: MessageTemplate, words: Mapping[str, str], hand: Hand, limits: Limits) -> str | None:
    section = template.section("subject", words)
    if section is None:
        return None
    return fit_subject(choices_of(section, words, hand), limits.subject)[0].text


def _other_deadline(elsewhere: "Elsewhere | None") -> "date | datetime | None":
    return elsewhere.first_deadline if elsewhere else None


def _draft_id(*parts: object) -> str:
    """An id computed from what the draft is made of: the same after a restart, another for other words."""
    keys = [part if isinstance(part, str | int) else getattr(part, "id", None) for part in parts]
    return "d-" + hashlib.sha256(json.dumps(keys).encode()).hexdigest()[:24]
