"""Looking through the records: searched, filtered, sorted, one page at a time; and as a board."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from .agenda import agenda, agenda_of
from .domain.cadence import Stage, stage_of
from .domain.drafts import DueItem
from .domain.kinds import Verdict
from .domain.records import Record, Round
from .domain.settings import Settings
from .storage.records_table import RecordsTable
from .templates.library import Library

Column = Literal["planned", "waiting", "next_round", "offer", "closed"]
Selection = Literal["all", "due", "planned", "waiting", "next_round", "offer", "closed"]
Order = Literal["changed", "company", "role", "interview", "stage"]
COLUMNS: tuple[Column, ...] = get_args(Column)
SELECTIONS: tuple[Selection, ...] = get_args(Selection)
ORDERS: tuple[Order, ...] = get_args(Order)

_COLUMN_OF: Mapping[Stage, Column] = {
    "planned": "planned",
    "interviewed": "waiting",
    "waiting": "waiting",
    "next_round": "next_round",
    "offer": "offer",
    "accepted": "closed",
    "declined": "closed",
    "rejected": "closed",
    "withdrawn": "closed",
    "moved_on": "closed",
}
_DUE: frozenset[Verdict] = frozenset({"open", "late"})


@dataclass(frozen=True, slots=True)
class Question:
    """Which records to list: those with every word of ``text`` in the selection, in an order."""

    text: str = ""
    only: Selection = "all"
    order: Order = "changed"
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A record as a list shows it, with its latest interview and the most pressing follow-up."""

    record: Record
    stage: Stage
    last_round: Round | None
    next: DueItem | None


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of rows, and how many rows there are in all."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One column of the board: its first records, and how many it has in all."""

    column: Column
    rows: tuple[Row, ...]
    total: int


def browse(
    asked: Question,
    *,
    offset: int,
    limit: int,
    records: RecordsTable,
    settings: Settings,
    library: Library,
    now: datetime,
) -> Rows:
    """The rows from ``offset`` on, at most ``limit``, of the records that were asked for."""
    found: Iterable[Record] = records.search(asked.text).records
    if asked.only == "due":
        items = agenda(records=records, settings=settings, library=library, now=now)
        due = {item.record_id for item in items if item.timing.verdict in _DUE}
        found = (record for record in found if record.id in due)
    elif asked.only != "all":
        found = (record for record in found if _COLUMN_OF[stage_of(record, now)] == asked.only)
    ordered = list(found)
    if asked.order != "changed":
        ordered.sort(key=_key(asked.order, now), reverse=asked.backwards)
    elif asked.backwards:
        ordered.reverse()
    page = ordered[offset : offset + limit]
    rows = (_row(r, records=records, settings=settings, library=library, now=now) for r in page)
    return Rows(tuple(rows), len(ordered))


def board(
    *, most: int, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> tuple[Shelf, ...]:
    """Every column with its records, the last changed first; at most ``most`` of each."""
    columns: dict[Column, list[Record]] = {column: [] for column in COLUMNS}
    for record in records.search().records:
        columns[_COLUMN_OF[stage_of(record, now)]].append(record)

    def row(record: Record) -> Row:
        return _row(record, records=records, settings=settings, library=library, now=now)

    return tuple(
        Shelf(column, tuple(map(row, found[:most])), len(found)) for column, found in columns.items()
    )


def _row(
    record: Record, *, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> Row:
    due = agenda_of(record, records=records, settings=settings, library=library, now=now)
    return Row(record, stage_of(record, now), _last_round(record), due[0] if due else None)


def _last_round(record: Record) -> Round | None:
    return max(record.rounds, key=lambda r: r.at, default=None)


def _key(order: Order, now: datetime) -> Callable[[Record], Any]:
    keys: dict[Order, Callable[[Record], Any]] = {
        "company": lambda record: (record.company.casefold(), record.role.casefold()),
        "role": lambda record: (record.role.casefold(), record.company.casefold()),
        "interview": lambda record: last.at.timestamp() if (last := _last_round(record)) else 0.0,
        "stage": lambda record: COLUMNS.index(_COLUMN_OF[stage_of(record, now)]),
    }
    return keys[order]
