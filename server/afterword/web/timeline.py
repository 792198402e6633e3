"""Where the events of a record stand on a drawn line: pure arithmetic, in the units of the drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

Lane = Literal["they", "interview", "you", "window"]
LANES: tuple[Lane, ...] = ("they", "interview", "you", "window")

WIDTH = 960.0
_MARGIN = 16.0
_GUTTER = 104.0  # for the lanes' names
_ROW = 26.0
_LANE_GAP = 12.0
_TOP = 16.0  # for the word at the line of now
_AXIS = 34.0  # for the days below the lanes
_LETTER = 6.9  # a mean letter's width at the drawing's 13 units
_BESIDE = 11.0  # between a mark and its label
_LONGEST_LABEL = 34  # letters
_MOST_TICKS = 7
_LEAST_SPAN = timedelta(days=2)  # one interview alone still has a line on either side


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the line. ``until`` makes it a bar; ``part_id``: the part of the record to take out."""

    at: datetime
    lane: Lane
    label: str
    sentence: str
    until: datetime | None = None
    text: str | None = None
    part_id: str | None = None
    is_whole_day: bool = False
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in its place: ``x`` to ``x + width`` at the height ``y``; the label begins at ``label_x``."""

    event: Event
    x: float
    y: float
    width: float
    label: str
    label_x: float
    is_label_before: bool


@dataclass(frozen=True, slots=True)
class LaneName:
    """A lane's name and the height at which it stands."""

    lane: Lane
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day below the line."""

    at: datetime
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    lanes: tuple[LaneName, ...]
    ticks: tuple[Tick, ...]
    now_x: float


def draw(events: Sequence[Event], now: datetime) -> Timeline | None:
    """Place every event by its time, in its lane, so that no two labels lie on each other.

    ``now`` is always on the line. None: there is nothing to draw.
    """
    if not events:
        return None
    scale = _with_room_for_labels(_Scale.over(events, now), events)
    marks: list[Mark] = []
    names: list[LaneName] = []
    y = _TOP
    for lane in LANES:
        in_lane = [event for event in events if event.lane == lane]
        if not in_lane:
            continue
        placed, rows = _placed(in_lane, scale, y)
        marks += placed
        names.append(LaneName(lane, y + _ROW / 2))
        y += rows * _ROW + _LANE_GAP
    return Timeline(WIDTH, y + _AXIS, tuple(marks), tuple(names), _ticks(scale), scale.x(now))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From moments to places; ``room`` is left free at the right edge."""

    start: datetime
    end: datetime
    room: float = _MARGIN

    @classmethod
    def over(cls, events: Iterable[Event], now: datetime) -> "_Scale":
        moments = [now, *(m for event in events for m in (event.at, event.until or event.at))]
        start, end = min(moments), max(moments)
        spare = max((end - start) * 0.06, (_LEAST_SPAN - (end - start)) / 2)
        return cls(start - spare, end + spare)

    def x(self, moment: datetime) -> float:
        share = (moment - self.start) / (self.end - self.start)
        return round(_GUTTER + share * (WIDTH - _GUTTER - self.room), 1)


def _with_room_for_labels(scale: _Scale, events: Iterable[Event]) -> _Scale:
    """A bar from edge to edge leaves its label no place; then all of the line moves to the left for it."""
    outside = [_length(mark.label) for mark in (_mark(event, scale) for event in events) if _is_outside(mark)]
    return replace(scale, room=max(outside) + 2 * _BESIDE) if outside else scale


def _is_outside(mark: Mark) -> bool:
    return not mark.is_label_before and mark.label_x + _length(mark.label) > WIDTH - _MARGIN / 2


def _placed(events: Sequence[Event], scale: _Scale, top: float) -> tuple[list[Mark], int]:
    """The lane's marks, each in the first row whose labels leave it room, and the number of rows."""
    row_ends: list[float] = []
    marks = []
    for event in sorted(events, key=lambda e: e.at):
        mark = _mark(event, scale)
        begin = min(mark.x, mark.label_x if not mark.is_label_before else mark.label_x - _length(mark.label))
        end = max(mark.x + mark.width, mark.label_x + (0 if mark.is_label_before else _length(mark.label)))
        row = next((i for i, taken in enumerate(row_ends) if taken + _BESIDE <= begin), len(row_ends))
        row_ends[row : row + 1] = [end]
        y = top + row * _ROW + _ROW / 2
        marks.append(Mark(event, mark.x, y, mark.width, mark.label, mark.label_x, mark.is_label_before))
    return marks, len(row_ends)


def _mark(event: Event, scale: _Scale) -> Mark:
    x = scale.x(event.at)
    width = max(scale.x(event.until) - x, 6.0) if event.until else 0.0
    label = event.label if len(event.label) <= _LONGEST_LABEL else event.label[: _LONGEST_LABEL - 1] + "…"
    after = x + width + _BESIDE
    before = x - _BESIDE
    is_before = after + _length(label) > WIDTH - _MARGIN / 2 and before - _length(label) > _GUTTER
    return Mark(event, x, 0.0, width, label, before if is_before else after, is_before)


def _length(label: str) -> float:
    return len(label) * _LETTER


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """Midnights at even distances, few enough to be read."""
    first = (scale.start + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    days = max((scale.end - first).days, 0)
    step = max(1, -(-(days + 1) // _MOST_TICKS))
    moments = (first + timedelta(days=n) for n in range(0, days + 1, step))
    return tuple(Tick(moment, scale.x(moment)) for moment in moments)
