"""A record told in the order of time: what happened, what was promised, what comes."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from flask_babel import gettext

from ..domain.drafts import DueItem
from ..domain.records import FollowUp, Record
from .timeline import Event
from .words import CHANNEL_WORDS, KIND_WORDS, OUTCOME_WORDS, REPLY_WORDS, ROUND_KIND_WORDS, STATE_WORDS

_NOON = time(12)


def story_of(record: Record, due: Iterable[DueItem], late: Container[str], zone: str) -> tuple[Event, ...]:
    """Every event of the record, the earliest first; what is due comes as windows.

    ``late``: the ids of the messages that were sent late (W7).
    """
    clock = ZoneInfo(zone)
    events = (*_rounds(record, clock), *_log(record, late), *_outcome(record, clock), *_windows(due))
    return tuple(sorted(events, key=lambda event: event.at))


def _rounds(record: Record, clock: ZoneInfo) -> Iterator[Event]:
    for round_ in record.rounds:
        people = ", ".join(person.name for person in round_.interviewers)
        kind = str(ROUND_KIND_WORDS[round_.kind])
        sentence = gettext("%(kind)s with %(people)s", kind=kind, people=people) if people else kind
        is_off = round_.status in ("missed", "cancelled")
        if is_off:
            sentence = gettext("%(interview)s did not take place", interview=sentence)
        yield Event(round_.at, "interview", kind, sentence, is_faint=is_off)
        if round_.promised_by:
            at = _on(round_.promised_by, clock)
            label = gettext("Answer promised")
            yield Event(at, "they", label, gettext("They promised an answer by this day"), is_whole_day=True)


def _log(record: Record, late: Container[str]) -> Iterator[Event]:
    for entry in record.follow_ups:
        label = str(KIND_WORDS[entry.kind])
        sentence = _entry_sentence(record, entry)
        if entry.id in late:
            label = gettext("%(kind)s, late", kind=label)
            sentence = gettext("%(sentence)s (late)", sentence=sentence)
        yield Event(
            entry.at,
            "you",
            label,
            sentence,
            text=entry.text,
            part_id=entry.id,
            is_faint=entry.state != "sent",
        )
    for reply in record.replies:
        says = str(REPLY_WORDS[reply.says])
        who = reply.sender or record.company
        sentence = gettext("%(who)s answered: %(says)s", who=who, says=says)
        yield Event(reply.at, "they", says, sentence, text=reply.text, part_id=reply.id)


def _entry_sentence(record: Record, entry: FollowUp) -> str:
    words = {
        "kind": KIND_WORDS[entry.kind],
        "channel": CHANNEL_WORDS[entry.channel],
        "state": STATE_WORDS[entry.state],
    }
    person = record.interviewer(entry.interviewer_id) if entry.interviewer_id else None
    if person:
        return str(gettext("%(kind)s (%(channel)s), %(state)s: %(person)s", person=person.name, **words))
    return str(gettext("%(kind)s (%(channel)s), %(state)s", **words))


def _outcome(record: Record, clock: ZoneInfo) -> Iterator[Event]:
    outcome = record.outcome
    if outcome.at and outcome.kind != "waiting":
        word = str(OUTCOME_WORDS[outcome.kind])
        yield Event(outcome.at, "they", word, word)
    if outcome.decide_by:
        is_day = not isinstance(outcome.decide_by, datetime)
        label = gettext("Your answer is due")
        yield Event(_on(outcome.decide_by, clock), "they", label, label, is_whole_day=is_day)


def _windows(due: Iterable[DueItem]) -> Iterator[Event]:
    for item in due:
        timing = item.timing
        start, end = timing.opens_at, timing.closes_at
        if start is None or timing.verdict == "stop":
            continue
        kind = str(KIND_WORDS[item.kind])
        label = f"{kind}: {item.person}" if item.person else kind
        sentence = gettext("The window for: %(what)s", what=label)
        yield Event(start, "window", label, sentence, until=max(end or start, start))


def _on(day: date | datetime, clock: ZoneInfo) -> datetime:
    return day if isinstance(day, datetime) else datetime.combine(day, _NOON, tzinfo=clock)
