"""The main job: from a click to the draft that is due. A draft alone writes nothing."""

from dataclasses import dataclass, replace
from datetime import datetime

from .checking import context_of
from .domain.cadence import Elsewhere, due_for, notes_left, persistence_findings, timing_for
from .domain.checking import check_text
from .domain.composing import compose_draft, missing_facts
from .domain.drafts import Choice, Draft, DraftAnswer, DraftRequest, DueItem, Finding, Timing
from .domain.kinds import Channel, Kind, Surface
from .domain.matching import Match
from .domain.records import Record
from .domain.settings import Settings
from .storage.records_table import RecordsTable
from .templates.library import Collection, Library
from .whom import employer_wrote_last, no_reply_advice, people_meant

CHANNELS_OF: dict[Surface, tuple[Channel, ...]] = {
    "gmail": ("email",),
    "outlook": ("email",),
    "webmail": ("email",),
    "page": ("email", "linkedin_note", "linkedin_message", "linkedin_inmail", "phone", "handwritten"),
    "linkedin_profile": ("linkedin_note", "linkedin_message"),
    "linkedin_note": ("linkedin_note",),
    "linkedin_message": ("linkedin_message",),
    "linkedin_inmail": ("linkedin_inmail",),
}
_NUDGES: frozenset[Kind] = frozenset({"check_in", "second_follow_up"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, how it travels, when its time is, and what matters of the other records."""

    kind: Kind
    channel: Channel
    timing: Timing
    elsewhere: Elsewhere


@dataclass(frozen=True, slots=True)
class Desk:
    """What a draft is written with: the records, the user's settings, the library of texts and the clock."""

    records: RecordsTable
    settings: Settings
    library: Collection
    now: datetime


def draft_follow_up(
    request: DraftRequest, *, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> DraftAnswer:
    """Answer a click: the draft that is due for the person on the page, or what to ask first.

    Raises:
        NotFoundError: the request names a record that is not there.
    """
    desk = Desk(records, settings, library.current(), now)
    with records.at_one_moment():
        return _answer(request, desk)


def _answer(request: DraftRequest, desk: Desk) -> DraftAnswer:
    matches = people_meant(request, desk.records, desk.now)
    if advice := no_reply_advice(request, matches):
        return DraftAnswer("advice", advice=advice)
    if not matches:
        return DraftAnswer("unknown")
    if len(matches) > 1 or not matches[0].certain:
        return DraftAnswer("choose", choices=tuple(_choice(m, request, desk) for m in matches))
    match = matches[0]
    if request.kind is None and employer_wrote_last(request, match, desk.settings):
        return DraftAnswer("ask_reply", choices=(_choice(match, request, desk),))
    return _draft_for(match, request, desk)


def _choice(match: Match, request: DraftRequest, desk: Desk) -> Choice:
    due = _due(match, request, desk, elsewhere_of(match.record, desk.records))
    who = match.interviewer.name if match.interviewer else match.record.company
    return Choice(
        record_id=match.record.id,
        interviewer_id=match.interviewer.id if match.interviewer else None,
        kind=request.kind or (due.kind if due else "thank_you"),
        label=f"{who} · {match.record.role} at {match.record.company}",
        why=due.timing.reason if due else "Nothing is due for this person now.",
    )


def _due(match: Match, request: DraftRequest, desk: Desk, elsewhere: Elsewhere) -> DueItem | None:
    channels = (request.channel,) if request.channel else CHANNELS_OF[request.surface]
    return due_for(
        match.record,
        match.round.id if match.round else None,
        match.interviewer.id if match.interviewer else None,
        channels,
        desk.settings,
        desk.library.playbook,
        desk.now,
        elsewhere,
    )


def elsewhere_of(record: Record, records: RecordsTable) -> Elsewhere:
    """What the user's other records say that matters to this one: offers with a deadline, an acceptance."""
    return Elsewhere.of(other for other in records.with_outcome("offer", "accepted") if other.id != record.id)


def _draft_for(match: Match, request: DraftRequest, desk: Desk) -> DraftAnswer:
    elsewhere = elsewhere_of(match.record, desk.records)
    due = _due(match, request, desk, elsewhere)
    kind = request.kind or (due.kind if due else None)
    if kind is None:
        choices = (_choice(match, request, desk),)
        return DraftAnswer("advice", advice="Nothing is due for this person now.", choices=choices)
    channel = request.channel or _channel_for(kind, due, request.surface)
    timing = due.timing if due and due.kind == kind else _timing(match, kind, channel, desk, elsewhere)
    if request.kind is None and due and (due.advice or timing.verdict == "stop"):
        advice = due.advice or timing.reason
        return DraftAnswer("advice", timing=timing, advice=advice, choices=(_choice(match, request, desk),))
    return _compose(match, Plan(kind, channel, timing, elsewhere), request, desk)


def _timing(match: Match, kind: Kind, channel: Channel, desk: Desk, elsewhere: Elsewhere) -> Timing:
    return timing_for(
        match.record,
        match.round.id if match.round else None,
        match.interviewer.id if match.interviewer else None,
        kind,
        channel,
        desk.settings,
        desk.library.playbook,
        desk.now,
        elsewhere,
    )


def _channel_for(kind: Kind, due: DueItem | None, surface: Surface) -> Channel:
    """The channel of the box in front of the user; on a profile, the one in which the kind travels."""
    offered = CHANNELS_OF[surface]
    recommended = due.channels if due and due.kind == kind else ()
    return next((c for c in recommended if c in offered), offered[0])


def _compose(match: Match, plan: Plan, request: DraftRequest, desk: Desk) -> DraftAnswer:
    template = desk.library.message(plan.kind, plan.channel)
    if request.facts is None:
        missing = missing_facts(
            template,
            record=match.record,
            round_=match.round,
            interviewer=match.interviewer,
            settings=desk.settings,
        )
        if missing:
            return DraftAnswer(
                "missing", timing=plan.timing, missing=missing, choices=(_choice(match, request, desk),)
            )
    draft = compose_draft(
        template,
        record=match.record,
        round_=match.round,
        interviewer=match.interviewer,
        settings=desk.settings,
        playbook=desk.library.playbook,
        timing=plan.timing,
        kind=plan.kind,
        channel=plan.channel,
        wording=request.wording,
        facts=request.facts,
        has_signature=request.has_signature,
        limit=request.limit,
        now=desk.now,
        elsewhere=plan.elsewhere,
    )
    return DraftAnswer(
        "ready",
        draft=draft,
        timing=plan.timing,
        findings=_findings(draft, match, request, desk),
        ask="heard_since" if plan.kind in _NUDGES else None,
        notes_left=_notes_left(desk) if plan.channel == "linkedin_note" else None,
    )


def _notes_left(desk: Desk) -> int | None:
    sent = [entry for record in desk.records.with_channel("linkedin_note") for entry in record.follow_ups]
    return notes_left(sent, desk.settings, desk.now)


def _findings(draft: Draft, match: Match, request: DraftRequest, desk: Desk) -> tuple[Finding, ...]:
    library = desk.library
    asked = persistence_findings(match.record, draft.interviewer_id, draft.kind, library.playbook, desk.now)
    whole = f"{draft.subject or ''}\n{draft.body}"
    context = context_of(match.record, match.interviewer, whole, records=desk.records, settings=desk.settings)
    context = replace(context, has_signature=request.has_signature, recipients=request.recipients)
    return (
        *check_text(
            draft.body,
            subject=draft.subject or "",
            channel=draft.channel,
            lists=library.check_lists,
            playbook=library.playbook,
            context=context,
        ),
        *asked,
    )
