"""What is due now, what comes, what is late: over all records."""

from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakKeyDictionary

from .domain.cadence import Elsewhere, due_items, was_late
from .domain.drafts import DueItem
from .domain.playbook import Playbook
from .domain.records import Record
from .domain.settings import Settings
from .drafting import elsewhere_of
from .storage.records_table import RecordsTable
from .templates.library import Library

_ORDER = {"late": 0, "open": 1, "too_soon": 2, "stop": 3}


@dataclass(frozen=True, slots=True)
class _Given:
    """All that a record's items hang on besides the record. To the minute is near enough for a page."""

    minute: datetime
    settings: Settings
    playbook: Playbook
    everywhere: Elsewhere


@dataclass(frozen=True, slots=True)
class _Known:
    """What was worked out in one minute: a change to one record leaves the others' items as they are."""

    given: _Given
    items: dict[str, tuple[Record, tuple[DueItem, ...]]] = field(default_factory=dict)


_known: WeakKeyDictionary[RecordsTable, _Known] = WeakKeyDictionary()


def agenda(
    *, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> tuple[DueItem, ...]:
    """Every follow-up of every record, the most pressing first; of unchanged records as in this minute."""
    with_offers = {record.id: record for record in records.with_outcome("offer", "accepted")}
    everywhere = Elsewhere.of(with_offers.values())
    minute = now.replace(second=0, microsecond=0)
    known = _known_of(records, _Given(minute, settings, library.playbook, everywhere))

    def items_of(record: Record) -> tuple[DueItem, ...]:
        of, items = known.items.get(record.id, (None, ()))
        if of is not record:
            others = (other for other in with_offers.values() if other.id != record.id)
            elsewhere = Elsewhere.of(others) if record.id in with_offers else everywhere
            items = due_items(record, settings, known.given.playbook, now, elsewhere)
            known.items[record.id] = record, items
        return items

    return tuple(sorted((item for r in records.all() for item in items_of(r)), key=_pressing))


def _known_of(records: RecordsTable, given: _Given) -> _Known:
    known = _known.get(records)
    if known is None or known.given != given:
        known = _known[records] = _Known(given)
    return known


def agenda_of(
    record: Record, *, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> tuple[DueItem, ...]:
    """Every follow-up of one record, the most pressing first."""
    items = due_items(record, settings, library.playbook, now, elsewhere_of(record, records))
    return tuple(sorted(items, key=_pressing))


def sent_late(
    record: Record, *, records: RecordsTable, settings: Settings, library: Library
) -> frozenset[str]:
    """The ids of the messages of this record that were sent after their window had closed (W7)."""
    elsewhere = elsewhere_of(record, records)
    return frozenset(
        entry.id
        for entry in record.follow_ups
        if entry.state == "sent" and was_late(record, entry, settings, library.playbook, elsewhere)
    )


def _pressing(item: DueItem) -> tuple[int, float]:
    timing = item.timing
    moment = timing.closes_at if timing.verdict in ("late", "open") else timing.opens_at
    return _ORDER[timing.verdict], moment.timestamp() if moment else 0
