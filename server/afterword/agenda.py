"""What is due now, what comes, what is late: over all records."""

from collections.abc import Iterator
from datetime import datetime

from .domain.cadence import Elsewhere, due_items, was_late
from .domain.drafts import DueItem
from .domain.records import Record
from .domain.settings import Settings
from .drafting import elsewhere_of
from .storage.records_table import RecordsTable
from .templates.library import Library

_ORDER = {"late": 0, "open": 1, "too_soon": 2, "stop": 3}


def agenda(
    *, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> tuple[DueItem, ...]:
    """Every follow-up of every record, the most pressing first."""
    playbook = library.playbook
    items = [
        item
        for record, elsewhere in _with_elsewhere(records)
        for item in due_items(record, settings, playbook, now, elsewhere)
    ]
    return tuple(sorted(items, key=_pressing))


def _with_elsewhere(records: RecordsTable) -> Iterator[tuple[Record, Elsewhere]]:
    """Each record with what all others say of offers: the same for the many that have no offer themselves."""
    with_offers = {record.id: record for record in records.with_outcome("offer", "accepted")}
    everywhere = Elsewhere.of(with_offers.values())
    for record in records.all():
        others = (other for other in with_offers.values() if other.id != record.id)
        yield record, Elsewhere.of(others) if record.id in with_offers else everywhere


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
