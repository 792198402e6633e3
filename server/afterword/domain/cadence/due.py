"""What is due for a record, and what a click for one person should draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..drafts import DueItem
from ..kinds import Channel, Kind
from ..playbook import Playbook
from ..records import Interviewer, Record, Round
from ..settings import Settings
from . import call, missed_interview, offer
from .elsewhere import Elsewhere
from .log import CALLS, has_ended, latest_sent
from .situation import Situation, situation_of
from .table import TABLE, KindRule
from .thank_you import CALLED_OFF
from .timing import round_meant, timing_in

_CONTACT_ORDER = ("recruiter", "hiring_manager", "coordinator", "peer", "other")
_URGENCY = {"open": 0, "late": 0, "too_soon": 1, "stop": 2}
_AFTER_THE_THANK_YOU: frozenset[Kind] = frozenset({"check_in", "second_follow_up"})


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every situation of one question shares. ``seen`` keeps each: most kinds look at the same one."""

    record: Record
    settings: Settings
    playbook: Playbook
    now: datetime
    elsewhere: Elsewhere
    seen: dict[tuple[str | None, str | None], Situation] = field(default_factory=dict)

    def situation(self, round_: Round | None, person: Interviewer | None) -> Situation:
        key = (round_.id if round_ else None, person.id if person else None)
        if key not in self.seen:
            self.seen[key] = self._situation(round_, person)
        return self.seen[key]

    def _situation(self, round_: Round | None, person: Interviewer | None) -> Situation:
        return situation_of(
            self.record,
            round_=round_,
            interviewer=person,
            settings=self.settings,
            playbook=self.playbook,
            now=self.now,
            elsewhere=self.elsewhere,
        )


def due_items(
    record: Record,
    settings: Settings,
    playbook: Playbook,
    now: datetime,
    elsewhere: Elsewhere = Elsewhere(),  # noqa: B008 - frozen
) -> tuple[DueItem, ...]:
    """Everything due, coming, late or stopped for this record, in the order of the table of kinds.

    Left out: what the user put off until later, and all that belongs to interviews still to come.
    """
    desk = _Desk(record, settings, playbook, now, elsewhere)
    put_off = {snooze.kind for snooze in record.snoozes if snooze.until > now}
    items = (
        _item(row, situation) for row in TABLE if row.kind not in put_off for situation in _seen_by(row, desk)
    )
    return tuple(item for item in items if item)


def due_for(  # noqa: PLR0917 - the parts of the question in the order in which they narrow it
    record: Record,
    round_id: str | None,
    interviewer_id: str | None,
    channels: Sequence[Channel],
    settings: Settings,
    playbook: Playbook,
    now: datetime,
    elsewhere: Elsewhere = Elsewhere(),  # noqa: B008 - frozen
) -> DueItem | None:
    """What a click for this person should draft, on the first of ``channels`` for which there is something.

    The order of X3 decides between kinds that are open or late; what is too soon or stopped comes after them.
    Where only the user can decide what to answer (W23), the item carries that as its advice.
    None: nothing is to be written to this person.
    """
    desk = _Desk(record, settings, playbook, now, elsewhere)
    person = record.interviewer(interviewer_id) if interviewer_id else None
    items = _in_order(desk, round_id, person)
    for channel in channels:
        fitting = [found for found in items if channel in found.item.channels]
        if fitting or CALLS.issuperset(channels):
            return _most_urgent(fitting or items, channel, channels)
    return None


def main_contact(round_: Round | None) -> Interviewer | None:
    """Whom to write to about the process: the recruiter if there is one, else the hiring manager."""
    people = round_.interviewers if round_ else ()
    return min(people, key=contact_rank, default=None)


def contact_rank(person: Interviewer | None) -> int:
    """How near this person is to the process, the lowest first; nobody comes last."""
    return _CONTACT_ORDER.index(person.hiring_role) if person else len(_CONTACT_ORDER)


@dataclass(frozen=True, slots=True)
class _Found:
    """An item and the situation it was found in."""

    item: DueItem
    situation: Situation


def _seen_by(row: KindRule, desk: _Desk) -> Iterator[Situation]:
    """The situations in which a row may be called for."""
    rounds, now = desk.record.rounds, desk.now
    if row.to == "employer":
        round_ = round_meant(desk.record, None, None, row.kind, now)
        yield desk.situation(round_, _partner(desk, row.kind, round_) or main_contact(round_))
    elif row.to == "missed_round":
        for round_ in rounds:
            situation = desk.situation(round_, main_contact(round_))
            if round_.status in CALLED_OFF and missed_interview.opens_at(situation, round_) <= now:
                yield situation
    else:
        for round_ in rounds:
            if has_ended(round_, now):
                yield from (desk.situation(round_, person) for person in round_.interviewers or (None,))


def _partner(desk: _Desk, kind: Kind, round_: Round | None) -> Interviewer | None:
    """Who got the check-in, for the message that comes after it."""
    if kind != "second_follow_up":
        return None
    asked = latest_sent(desk.record, "check_in", since=round_.at if round_ else None)
    return desk.record.interviewer(asked.interviewer_id) if asked and asked.interviewer_id else None


def _item(row: KindRule, situation: Situation, *, asked: bool = False) -> DueItem | None:
    """The row's item in this situation; None where it is not called for. ``asked``: by a click."""
    if not row.called_for(situation):
        return None
    timing = timing_in(situation, row.kind, row.channels[0])
    if row.optional and timing.verdict == "late" and not asked:
        return None
    calls: tuple[Channel, ...] = ("phone", "voicemail") if call.is_offered(situation, row.kind) else ()
    round_, person = situation.round_, situation.interviewer
    return DueItem(
        record_id=situation.record.id,
        round_id=round_.id if round_ else None,
        interviewer_id=person.id if person else None,
        company=situation.record.company,
        person=person.name if person else "",
        kind=row.kind,
        channels=(*row.channels, *calls),
        timing=timing,
        advice=row.advice(situation),
    )


def _in_order(desk: _Desk, round_id: str | None, person: Interviewer | None) -> list[_Found]:
    """All that is called for with this person, in the order of X3: nothing is asked before the thank-you."""
    found: list[_Found] = []
    meant: dict[str, Round | None] = {}  # all kinds for the same people mean the same round
    for row in TABLE:
        if row.kind in _AFTER_THE_THANK_YOU and any(f.item.kind == "thank_you" for f in found):
            continue
        if row.to not in meant:
            person_id = person.id if person else None
            meant[row.to] = round_meant(desk.record, round_id, person_id, row.kind, desk.now)
        situation = desk.situation(meant[row.to], person)
        item = _item(row, situation, asked=True)
        if item:
            found.append(_Found(item, situation))
    return found


def _most_urgent(found: Sequence[_Found], channel: Channel, channels: Sequence[Channel]) -> DueItem | None:
    """The first that is open or late, else the first to come, else the first that is stopped."""
    chosen = min(found, key=lambda f: _URGENCY[f.item.timing.verdict], default=None)
    if chosen is None:
        return None
    item, situation = chosen.item, chosen.situation
    return replace(
        item,
        channels=tuple(c for c in item.channels if c in channels) or (channel,),
        timing=timing_in(situation, item.kind, channel) if channel in CALLS else item.timing,
        advice=offer.DECIDE if offer.is_undecided(situation, item.kind) else item.advice,
    )
