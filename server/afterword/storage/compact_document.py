"""A document held as its JSON: a third of the memory that it takes as a dictionary."""

from collections.abc import Iterator, Mapping
from typing import Any, Self

import orjson

from ..domain.errors import InvalidInputError


class CompactDocument(Mapping[str, Any]):
    """A document that is parsed each time somebody looks inside; take ``parsed()`` to look more than once.

    ``deleted_at`` and ``updated_at`` are at hand, since lists are sieved and sorted by them.
    """

    __slots__ = ("deleted_at", "json", "updated_at")

    def __init__(self, json: bytes, *, deleted_at: str | None, updated_at: str | None) -> None:
        self.json = json
        self.deleted_at = deleted_at
        self.updated_at = updated_at

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """The same document.

        Raises:
            InvalidInputError: something in it has no place in JSON, such as half a surrogate pair.
        """
        # A copy of its exact size: what the encoder returns holds on to the room it was written in.
        json = memoryview(encoded(document)).tobytes()
        return cls(json, deleted_at=document.get("deleted_at"), updated_at=document.get("updated_at"))

    def parsed(self) -> dict[str, Any]:
        """The document as a dictionary of the caller's own."""
        document: dict[str, Any] = orjson.loads(self.json)
        return document

    def __getitem__(self, key: str) -> Any:
        """What stands under a key."""
        return self.parsed()[key]

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self.parsed())

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self.parsed())


def plain(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document as a dictionary, in whichever form it is held."""
    return document.parsed() if isinstance(document, CompactDocument) else document


def encoded(value: Any) -> bytes:
    """A value as JSON; compact documents in it are taken over as they are.

    Raises:
        InvalidInputError: something in it has no place in JSON, such as half a surrogate pair.
    """
    try:
        return orjson.dumps(value, default=_as_fragment)
    except orjson.JSONEncodeError as error:
        raise InvalidInputError(
            "A text holds a broken character that can't be kept. Type it anew."
        ) from error


def _as_fragment(value: Any) -> orjson.Fragment:
    if isinstance(value, CompactDocument):
        return orjson.Fragment(value.json)
    message = f"{type(value).__name__} has no place in JSON"
    raise TypeError(message)
