"""TinyDB over a file that is replaced as a whole, with own text ids and one lock round every operation."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from .compact_document import CompactDocument
from .data_file import Tables, read_tables, write_tables
from .errors import StorageError
from .ids import new_id


class _Stamp(NamedTuple):
    """Tells one state of a file from the next: every replacement is a new inode."""

    modified_ns: int
    size: int
    inode: int


class DurableStorage(Storage):
    """TinyDB's storage in one private JSON file.

    Reads come from memory while the file on disk is still the one that was read. ``generation`` counts how
    often it had to be read anew; whoever keeps something derived from the tables compares it.
    ``before_write`` is called with the old file still in place. ``compact``: the tables whose documents are
    held as ``CompactDocument``.
    """

    def __init__(
        self,
        path: Path,
        *,
        before_write: Callable[[], None] = lambda: None,
        compact: frozenset[str] = frozenset(),
    ) -> None:
        self.path = path
        self._before_write = before_write
        self._compact = compact
        self.lock = threading.RLock()
        self.generation = 0
        self._stamp: _Stamp | None = None
        self._tables: Tables = {}
        self._is_closed = False
        self._is_settled = False

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All that is read within is of one state of the file, which is asked after once; others wait."""
        with self.lock:
            if self._is_settled:
                yield
                return
            self.read()
            self._is_settled = True
            try:
                yield
            finally:
                self._is_settled = False

    def read(self) -> Tables | None:
        """The tables, or None where there is no file yet.

        Raises:
            StorageError: the file is gone, damaged, or not ours to read.

        The outer mapping is the caller's own: TinyDB puts changed tables into it before it writes.
        """
        with self.lock:
            if self._is_settled:
                return dict(self._tables)
            self._refuse_if_closed()
            stamp = self._stamp_of_file()
            if stamp is None and self._stamp is None:
                return None
            if stamp is None:
                # Going on would write a new file with nothing but the next change in it.
                raise StorageError(
                    "The data file has gone. Restart Afterword, and it takes the newest backup."
                )
            if stamp != self._stamp:
                self.forget()
                self._tables = self._compacted(read_tables(self.path))
                self._stamp = stamp
            return dict(self._tables)

    def take(self, tables: Tables) -> None:
        """Go on with what was just read from the file, while nobody else may write it."""
        with self.lock:
            self._tables = self._compacted(tables)
            self._stamp = self._stamp_of_file()

    def write(self, data: Tables) -> None:
        """Replace the file by these tables; after an error memory is read anew from the file that stayed."""
        with self.lock:
            self._refuse_if_closed()
            try:
                self._before_write()
                write_tables(self.path, data)
            except BaseException:
                # Some of TinyDB's operations change documents in place before they write.
                self.forget()
                raise
            self._tables = dict(data)
            self._stamp = self._stamp_of_file()

    def close(self) -> None:
        """Refuse everything from now on: the folder may be another process's in a moment."""
        with self.lock:
            self._is_closed = True

    def forget(self) -> None:
        """Read the file anew on the next read, and let what was derived from the tables be made anew."""
        if self._stamp is not None:
            self.generation += 1
        self._stamp = None
        self._tables = {}
        self._is_settled = False  # nothing is known any more

    def _compacted(self, tables: Tables) -> Tables:
        for name in self._compact & tables.keys():
            table = tables[name]
            # One after the other, so that the two forms of all are never there at once.
            for doc_id in table:
                table[doc_id] = CompactDocument.of(table[doc_id])
        return tables

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise StorageError("Afterword is stopping, so nothing was changed. Start it again.")

    def _stamp_of_file(self) -> _Stamp | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return _Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


class DurableTable(Table):
    """A table whose documents have the user's own ids, and whose every operation holds the storage's lock."""

    # TinyDB gives the id of a deleted last document away again after a restart; these are never re-used.
    document_id_class = str  # type: ignore[assignment]  # TinyDB's own extension point, annotated by its default

    def __init__(self, storage: Storage, name: str) -> None:
        # A cached query would not notice that the file was replaced.
        super().__init__(storage, name, cache_size=0)

    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """Every document by its id, as stored; to be read, not changed."""
        return self._read_table()

    def put(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Write these documents under their ids, all in one replacement of the file."""
        self._update_table(lambda table: table.update(documents))  # type: ignore[arg-type]  # ids are text

    def discard(self, ids: frozenset[str]) -> None:
        """Take the documents of these ids out, all in one replacement of the file."""

        def without(table: dict[Any, Any]) -> None:
            for doc_id in ids & table.keys():
                del table[doc_id]

        self._update_table(without)

    def search(self, cond: QueryLike) -> list[Document]:
        """TinyDB's search; its query cache is no more thread-safe than the rest."""
        with self._durable.lock:
            return super().search(cond)

    @property
    def _durable(self) -> DurableStorage:
        assert isinstance(self._storage, DurableStorage)  # noqa: S101  narrows the type TinyDB leaves open
        return self._storage

    def _get_next_id(self) -> str:
        return new_id()

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        with self._durable.lock:
            return super()._read_table()

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._durable.lock:
            super()._update_table(updater)


class DurableDatabase(TinyDB):
    """TinyDB made of the two classes above."""

    table_class = DurableTable  # type: ignore[assignment]  # made without a cache size
    default_storage_class = DurableStorage  # type: ignore[assignment]  # annotated by its default, too
