"""What is due now, what comes, what is late: over all records."""

from datetime import datetime

from .domain.cadence import due_items
from .domain.drafts import DueItem
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
        for record in records.all()
        for item in due_items(record, settings, playbook, now, elsewhere_of(record, records))
    ]
    return tuple(sorted(items, key=_pressing))


def _pressing(item: DueItem) -> tuple[int, float]:
    timing = item.timing
    moment = timing.closes_at if timing.verdict in ("late", "open") else timing.opens_at
    return _ORDER[timing.verdict], moment.timestamp() if moment else 0
