"""The log of what the user shared, commented on or liked on LinkedIn (W26, W27)."""

from dataclasses import replace

from ..domain.presence import PresenceEntry
from .codec import from_document, to_document
from .durable import DurableTable
from .ids import new_id


class PresenceTable:
    """All entries of the presence log."""

    def __init__(self, table: DurableTable) -> None:
        self._table = table

    def add(self, entry: PresenceEntry) -> PresenceEntry:
        """Keep an entry; one without an id is given one."""
        kept = replace(entry, id=entry.id or new_id())
        self._table.put({kept.id: to_document(kept)})
        return kept

    def all(self) -> tuple[PresenceEntry, ...]:
        """Every entry, the oldest first."""
        entries = (from_document(PresenceEntry, document) for document in self._table.documents().values())
        return tuple(sorted(entries, key=lambda entry: entry.at))

    def remove(self, entry_id: str) -> None:
        """Take an entry out; one that is gone is no error."""
        self._table.discard(frozenset({entry_id}))
