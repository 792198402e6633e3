"""The data file's outermost shape: the schema's version and the tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from .compact_document import encoded
from .errors import NewerSchemaError, StorageError, UnreadableFileError
from .private_file import replace_file

SCHEMA = 1

Tables = dict[str, dict[str, Any]]


def read_tables(path: Path) -> Tables:
    """The tables of a file of the current schema.

    Raises:
        UnreadableFileError: the content is damaged.
        NewerSchemaError: a newer Afterword wrote it.
        StorageError: the system does not let us read it, or it has yet to be migrated.
    """
    try:
        data = read_data(path)
    except UnreadableFileError as error:
        message = "The data file is damaged. Restart Afterword, and it takes the newest backup."
        raise UnreadableFileError(message) from error
    if schema_of(data) < SCHEMA:
        raise StorageError(
            "The data file is from an older Afterword. Restart Afterword to bring it up to date."
        )
    return tables_of(data)


def write_tables(path: Path, tables: Mapping[str, Any]) -> None:
    """Replace the file, durably and as a whole.

    Raises:
        InvalidInputError: something in the tables has no place in JSON, such as half a surrogate pair.
        StorageError: the disk is full or fails; the old file stays.
    """
    replace_file(path, encoded({"schema": SCHEMA, "tables": tables}))


def read_data(path: Path) -> dict[str, Any]:
    """The whole content of a data file or backup of any schema up to the current one."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StorageError.of_reading(error) from error
    return parse_data(content)


def parse_data(content: bytes) -> dict[str, Any]:
    """The content of a data file, once it is sure that this Afterword understands it."""
    try:
        data = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise UnreadableFileError("The data file is damaged.") from error
    if not isinstance(data, dict):
        raise UnreadableFileError("The data file does not hold Afterword's data.")
    check_schema(data)
    if schema_of(data) == SCHEMA:
        tables_of(data)
    return data


def check_schema(data: Mapping[str, Any]) -> None:
    """Refuse content of a schema that this Afterword does not know.

    Raises:
        NewerSchemaError: a newer one wrote it.
    """
    if schema_of(data) > SCHEMA:
        raise NewerSchemaError("A newer version of Afterword wrote this data. Update Afterword to open it.")


def schema_of(data: Mapping[str, Any]) -> int:
    """The schema's version; 0 for a file that names none."""
    schema = data.get("schema", 0)
    # TinyDB's own files have tables at the top, and one of them may be called "schema".
    return schema if isinstance(schema, int) and not isinstance(schema, bool) else 0


def tables_of(data: Mapping[str, Any]) -> Tables:
    """The tables, each a mapping of ids to documents.

    Raises:
        UnreadableFileError: something else stands where they should be.
    """
    tables = data.get("tables")
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        raise UnreadableFileError("The data file does not hold Afterword's tables.")
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(document, dict) for document in table.values())
