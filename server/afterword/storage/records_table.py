"""The records: read by id, by what matching compares, or by words; changed one at a time, under a version."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import cast

from ..domain.errors import ConflictError, NotFoundError
from ..domain.kinds import Channel, OutcomeKind
from ..domain.records import Record
from .codec import from_document, to_document
from .compact_document import CompactDocument
from .durable import DurableStorage, DurableTable
from .ids import new_id
from .record_index import RecordIndex

KEPT_IN_TRASH = timedelta(days=30)

_GONE = "This record is gone. It may be in the trash."


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some of the records that were asked for, and how many there are in all."""

    records: tuple[Record, ...]
    total: int


class RecordsTable:
    """All records. ``now`` gives the stamps of changes; they are kept in UTC."""

    def __init__(self, table: DurableTable, storage: DurableStorage, *, now: Callable[[], datetime]) -> None:
        self._table = table
        self._storage = storage
        self._now = now
        self._made: dict[str, Record] = {}
        self._index: RecordIndex | None = None
        self._generation = storage.generation

    # --- Reading ---

    def at_one_moment(self) -> AbstractContextManager[None]:
        """All that is read within is of one state of the data; whoever wants to write waits."""
        return self._storage.at_one_moment()

    def get(self, record_id: str, *, include_deleted: bool = False) -> Record:
        """The record of this id.

        Raises:
            NotFoundError: there is none, or it is in the trash and ``include_deleted`` is not set.
        """
        with self._storage.lock:
            document = self._documents().get(record_id)
            if document is None or (document.deleted_at and not include_deleted):
                raise NotFoundError(_GONE)
            return self._record(record_id, document)

    def all(self) -> tuple[Record, ...]:
        """Every record that is not in the trash, in the order of adding."""
        return self._where(lambda document: not document.deleted_at)

    def trashed(self) -> tuple[Record, ...]:
        """Every record in the trash, the last deleted first."""
        return tuple(
            sorted(self._where(lambda document: bool(document.deleted_at)), key=_deleted_at, reverse=True)
        )

    def search(self, text: str = "", *, offset: int = 0, limit: int | None = None) -> RecordPage:
        """Records that have every word of the text, the last changed first; an empty text finds all."""
        with self._storage.lock:
            documents = self._documents()
            ids = self._indexed(documents).with_text(text, lambda found: documents[found].parsed())
            newest_first = sorted(ids, key=lambda found: documents[found].updated_at or "", reverse=True)
            end = None if limit is None else offset + limit
            page = tuple(self._record(found, documents[found]) for found in newest_first[offset:end])
            return RecordPage(page, total=len(newest_first))

    def with_email(self, address: str) -> tuple[Record, ...]:
        """Records in which somebody has this address, whatever its case."""
        return self._found(lambda index: index.with_email(address))

    def with_linkedin(self, address: str) -> tuple[Record, ...]:
        """Records in which somebody has this LinkedIn profile, given as address or path (``/in/…``)."""
        return self._found(lambda index: index.with_linkedin(address))

    def with_person_name(self, name: str) -> tuple[Record, ...]:
        """Records in which somebody has this name, whatever its case and accents."""
        return self._found(lambda index: index.with_person_name(name))

    def with_company(self, name: str) -> tuple[Record, ...]:
        """Records at this company, whatever case, accents and legal form."""
        return self._found(lambda index: index.with_company(name))

    def with_outcome(self, *kinds: OutcomeKind) -> tuple[Record, ...]:
        """Records whose process stands or ended in one of these ways."""
        return self._found(lambda index: frozenset(i for kind in kinds for i in index.with_outcome(kind)))

    def with_channel(self, channel: Channel) -> tuple[Record, ...]:
        """Records in whose log something travelled on this channel."""
        return self._found(lambda index: index.with_channel(channel))

    def named_in(self, text: str) -> tuple[Record, ...]:
        """Records whose company or one of whose people a text names in full (X20)."""
        return self._found(lambda index: index.named_in(text))

    # --- Writing ---

    def add(self, record: Record) -> Record:
        """Keep a new record; one without an id is given one.

        Raises:
            ConflictError: there is a record of this id, be it in the trash.
        """
        return self.add_all((record,))[0]

    def add_all(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Keep new records in one write: all of them or none."""
        now = self._stamp()
        added = tuple(
            replace(r, id=r.id or new_id(), version=1, created_at=now, updated_at=now, deleted_at=None)
            for r in records
        )
        with self._storage.lock:
            known = self._documents()
            if any(record.id in known for record in added):
                raise ConflictError("There is already a record of this id.")
            self._write(*added)
        return added

    def change(
        self, record_id: str, change: Callable[[Record], Record], *, expected_version: int | None = None
    ) -> Record:
        """Read, change and write a record with nobody between; an unchanged one is not written.

        Id, version, stamps and trash are the table's own: what ``change`` does to them is ignored.

        Raises:
            NotFoundError: there is no such record, or it is in the trash.
            ConflictError: the record is not the ``expected_version`` any more (T13).
        """
        with self._storage.lock:
            old = self.get(record_id)
            _refuse_other_version(old, expected_version)
            new = _with_own_fields(change(old), of=old)
            return old if new == old else self._write_next(new)

    def trash(self, record_id: str, *, expected_version: int | None = None) -> Record:
        """Put a record into the trash, where ``restore`` finds it for 30 days."""
        with self._storage.lock:
            old = self.get(record_id)
            _refuse_other_version(old, expected_version)
            return self._write_next(replace(old, deleted_at=self._stamp()))

    def restore(self, record_id: str) -> Record:
        """Take a record out of the trash; one that is not in it stays as it is."""
        with self._storage.lock:
            old = self.get(record_id, include_deleted=True)
            return self._write_next(replace(old, deleted_at=None)) if old.deleted_at else old

    def purge(self, older_than: timedelta = KEPT_IN_TRASH) -> int:
        """Remove for ever what has been in the trash for longer; the number of records removed."""
        with self._storage.lock:
            before = self._now() - older_than
            ids = frozenset(r.id for r in self.trashed() if r.deleted_at and r.deleted_at < before)
            if ids:
                self._table.discard(ids)
                for record_id in ids:
                    self._made.pop(record_id, None)
            return len(ids)

    # --- Inside: documents, and what is derived from them ---

    def _documents(self) -> Mapping[str, CompactDocument]:
        documents = cast("Mapping[str, CompactDocument]", self._table.documents())
        if self._generation != self._storage.generation:
            self._made.clear()
            self._index = None
            self._generation = self._storage.generation
        return documents

    def _indexed(self, documents: Mapping[str, CompactDocument]) -> RecordIndex:
        if self._index is None:
            self._index = RecordIndex((found, document.parsed()) for found, document in documents.items())
        return self._index

    def _record(self, record_id: str, document: CompactDocument) -> Record:
        record = self._made.get(record_id)
        if record is None:
            record = self._made[record_id] = from_document(Record, document.parsed())
        return record

    def _where(self, wanted: Callable[[CompactDocument], bool]) -> tuple[Record, ...]:
        with self._storage.lock:
            documents = self._documents()
            return tuple(self._record(i, document) for i, document in documents.items() if wanted(document))

    def _found(self, look_up: Callable[[RecordIndex], frozenset[str]]) -> tuple[Record, ...]:
        with self._storage.lock:
            documents = self._documents()
            ids = look_up(self._indexed(documents))
            return tuple(self._record(found, documents[found]) for found in sorted(ids))

    def _write_next(self, record: Record) -> Record:
        changed = replace(record, version=record.version + 1, updated_at=self._stamp())
        self._write(changed)
        return changed

    def _write(self, *records: Record) -> None:
        documents = {record.id: to_document(record) for record in records}
        self._table.put({found: CompactDocument.of(document) for found, document in documents.items()})
        for record in records:
            self._made[record.id] = record
            if self._index is not None:
                self._index.put(record.id, documents[record.id])

    def _stamp(self) -> datetime:
        # In one zone, so that the stored texts sort as the moments do.
        return self._now().astimezone(UTC)


def _deleted_at(record: Record) -> datetime:
    return record.deleted_at or datetime.min.replace(tzinfo=UTC)


def _refuse_other_version(record: Record, expected: int | None) -> None:
    if expected is not None and expected != record.version:
        raise ConflictError("This record was changed meanwhile. Load it again to see what changed.")


def _with_own_fields(new: Record, *, of: Record) -> Record:
    return replace(
        new,
        id=of.id,
        version=of.version,
        created_at=of.created_at,
        updated_at=of.updated_at,
        deleted_at=of.deleted_at,
    )
