"""Version 0: a file as TinyDB writes it itself, tables at the top and documents under running numbers."""

from typing import Any

from ..errors import UnreadableFileError

_SINGLE = {"settings"}


def from_0_to_1(data: dict[str, Any]) -> dict[str, Any]:
    """Put the tables under one name, and each document under its own id instead of TinyDB's number."""
    return {"tables": {name: _keyed(name, table) for name, table in data.items()}}


def _keyed(name: str, table: object) -> dict[str, Any]:
    if not isinstance(table, dict) or not all(isinstance(document, dict) for document in table.values()):
        raise UnreadableFileError("The data file does not hold Afterword's tables.")
    if name in _SINGLE:
        return {name: document for document in list(table.values())[-1:]}  # noqa: B035  at most one
    ids = {number: str(document.get("id", number)) for number, document in table.items()}
    return {ids[number]: {**document, "id": ids[number]} for number, document in table.items()}
