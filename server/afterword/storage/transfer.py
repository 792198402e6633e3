"""Export and import of all that the user has told Afterword: all or nothing, with a preview."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from ..domain.errors import AfterwordError, InvalidInputError
from ..domain.presence import PresenceEntry
from ..domain.records import Record
from ..domain.settings import Settings
from .codec import from_document, to_document
from .data_file import SCHEMA, Tables, schema_of, tables_of
from .errors import StorageError
from .migrations import migrated
from .store import Store

T = TypeVar("T")

_KINDS: dict[str, type[Any]] = {"records": Record, "settings": Settings, "presence": PresenceEntry}
"""The tables that travel; notices are about this machine's files."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. Records are named for people: "Data Engineer at Acme"."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: int
    settings_replaced: bool
    presence_added: int


@dataclass(frozen=True, slots=True)
class _Plan:
    preview: ImportPreview
    tables: Tables


def export_document(stored: Tables, *, now: datetime) -> dict[str, Any]:
    """The tables without the trash and the notices, as one JSON document in the data file's shape."""
    tables = {name: dict(table) for name, table in stored.items() if name in _KINDS}
    kept = {i: d for i, d in tables.get("records", {}).items() if d.get("deleted_at") is None}
    return {
        "format": "afterword",
        "schema": SCHEMA,
        "exported_at": now.astimezone(UTC).isoformat(),
        "tables": tables | {"records": kept},
    }


def preview_import(store: Store, document: Mapping[str, Any]) -> ImportPreview:
    """What importing this document would do; nothing is written.

    Raises:
        InvalidInputError: something in it can't be read; ``fields`` names where.
    """
    return _plan(store, document).preview


def apply_import(store: Store, document: Mapping[str, Any]) -> ImportPreview:
    """Add what is new and replace what differs, in one write and after a backup; all of it or nothing.

    Raises:
        InvalidInputError: something in it can't be read; nothing is imported.
        StorageError: the backup or the write failed; nothing is imported.
    """
    with store.lock:
        plan = _plan(store, document)
        if store.tables():
            store.backups.make("before-import")
        store.replace_tables(plan.tables)
        return plan.preview


def _plan(store: Store, document: Mapping[str, Any]) -> _Plan:
    imported = _read(document)
    tables = store.tables()
    known = {
        i: from_document(Record, d) for i, d in tables.get("records", {}).items() if i in imported["records"]
    }
    new = {i: r for i, r in imported["records"].items() if not _says_the_same(known.get(i), r)}
    changes: Tables = {
        "records": {i: to_document(_next_of(known.get(i), r)) for i, r in new.items()},
        "presence": {i: to_document(entry) for i, entry in imported["presence"].items()},
        "settings": {i: to_document(settings) for i, settings in imported["settings"].items()},
    }
    preview = ImportPreview(
        added=tuple(_name(r) for i, r in new.items() if i not in known),
        replaced=tuple(_name(r) for i, r in new.items() if i in known),
        unchanged=len(imported["records"]) - len(new),
        settings_replaced=not changes["settings"].items() <= tables.get("settings", {}).items(),
        presence_added=len(changes["presence"].keys() - tables.get("presence", {}).keys()),
    )
    return _Plan(preview, tables | {name: tables.get(name, {}) | table for name, table in changes.items()})


def _name(record: Record) -> str:
    return f"{record.role} at {record.company}"


def _read(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The values of every table that travels, checked to the last field."""
    if not isinstance(document, Mapping) or "tables" not in document:
        raise InvalidInputError("This is not a file that Afterword exported. Choose another one.")
    if schema_of(document) > SCHEMA:
        raise InvalidInputError("A newer version of Afterword made this file. Update Afterword to import it.")
    try:
        tables = tables_of(migrated(dict(document)))
    except StorageError as error:
        raise InvalidInputError("This file is damaged, so nothing was imported.") from error
    problems: dict[str, str] = {}
    values = {name: dict(_values(name, tables.get(name, {}), problems)) for name in _KINDS}
    if problems:
        raise InvalidInputError("Some entries can't be read, so nothing was imported.", fields=problems)
    return values


def _values(name: str, table: Mapping[str, Any], problems: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for key, document in table.items():
        try:
            yield key, _value(name, key, document)
        except AfterwordError as error:
            problems[f"tables.{name}.{key}"] = error.message


def _value(name: str, key: str, document: Mapping[str, Any]) -> Any:
    value = from_document(_KINDS[name], document)
    if not _ID.fullmatch(key) or getattr(value, "id", key) != key:
        raise InvalidInputError("The entry's id is none that Afterword gives.")
    return value


def _says_the_same(old: Record | None, new: Record) -> bool:
    return (
        old is not None
        and old.deleted_at is None
        and _next_of(old, new) == replace(old, version=old.version + 1)
    )


def _next_of(old: Record | None, new: Record) -> Record:
    """The imported record as the known one's next version, so that a tab with the old one is told (T13)."""
    if old is None:
        return replace(new, version=max(new.version, 1), deleted_at=None)
    return replace(
        new,
        version=old.version + 1,
        created_at=old.created_at,
        updated_at=old.updated_at,
        deleted_at=None,
    )
