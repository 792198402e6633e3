"""Today's list: each follow-up in the section the user looks for it in, with the one step that comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from .domain.drafts import DueItem
from .domain.kinds import Kind
from .domain.records import FollowUp, Record
from .storage.records_table import RecordsTable

Section = Literal["now", "soon", "waiting", "past"]
Step = Literal["draft", "mark_sent", "log_reply", "move_on", "look"]
SECTIONS: tuple[Section, ...] = get_args(Section)

SOON = timedelta(days=7)
_NUDGES: frozenset[Kind] = frozenset({"check_in", "second_follow_up"})
_NUDGE_SOON = timedelta(days=2)  # before that, the ball is with the employer


@dataclass(frozen=True, slots=True)
class Line:
    """One follow-up of the list. ``inserted``: its text that was put into a box and not seen sent."""

    item: DueItem
    section: Section
    step: Step
    inserted: FollowUp | None = None


def todays_lines(items: Iterable[DueItem], *, records: RecordsTable, now: datetime) -> tuple[Line, ...]:
    """The agenda's items as lines: due now, opening soon, waiting for the employer, late or over.

    Left out: what opens later than in a week and waits for nobody, such as staying in touch.
    """
    lines = (
        _line(item, section, records.get(item.record_id))
        for item in items
        if (section := _section(item, now))
    )
    return tuple(sorted(lines, key=lambda line: SECTIONS.index(line.section)))


def _line(item: DueItem, section: Section, record: Record) -> Line:
    inserted = _inserted(item, record)
    return Line(item, section, _step(item, section, inserted), inserted)


def _section(item: DueItem, now: datetime) -> Section | None:
    timing = item.timing
    if timing.verdict == "open":
        return "now"
    if timing.verdict in ("late", "stop") or item.advice:
        return "past"
    is_nudge = item.kind in _NUDGES
    if timing.opens_at and timing.opens_at - now <= (_NUDGE_SOON if is_nudge else SOON):
        return "soon"
    return "waiting" if is_nudge else None


def _step(item: DueItem, section: Section, inserted: FollowUp | None) -> Step:
    if item.advice or (item.timing.verdict == "stop" and item.kind in _NUDGES):
        return "move_on"
    if item.timing.verdict == "stop":
        return "look"
    if section == "waiting":
        return "log_reply"
    return "mark_sent" if inserted else "draft"


def _inserted(item: DueItem, record: Record) -> FollowUp | None:
    """The latest text for this follow-up that went into a box; still due, it was not seen sent."""
    fitting = (
        entry
        for entry in record.follow_ups
        if entry.state == "inserted"
        and entry.kind == item.kind
        and entry.channel in item.channels
        and entry.interviewer_id in (item.interviewer_id, None)
        and entry.round_id in (item.round_id, None)
        and not _is_settled(entry, record)
    )
    return max(fitting, key=lambda entry: entry.at, default=None)


def _is_settled(inserted: FollowUp, record: Record) -> bool:
    return any(
        entry.state != "inserted" and entry.kind == inserted.kind and entry.at >= inserted.at
        for entry in record.follow_ups
        if entry.interviewer_id == inserted.interviewer_id
    )
