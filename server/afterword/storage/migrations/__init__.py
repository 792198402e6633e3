"""Brings the content of an older data file to the current schema, one version at a time."""

from collections.abc import Callable
from typing import Any

from ..data_file import SCHEMA, schema_of, tables_of
from .from_0_to_1 import from_0_to_1

Migration = Callable[[dict[str, Any]], dict[str, Any]]

_MIGRATIONS: dict[int, Migration] = {0: from_0_to_1}
"""By the version they start from. Each returns new content and leaves the old as it was."""


def migrated(data: dict[str, Any]) -> dict[str, Any]:
    """The content in the current schema.

    Raises:
        UnreadableFileError: what came out is not a data file.
    """
    while (version := schema_of(data)) < SCHEMA:
        data = {**_MIGRATIONS[version](data), "schema": version + 1}
    tables_of(data)
    return data
