"""Between the domain's values and JSON documents in the shapes of the API.

Moments are ISO texts that keep their offset, days ``YYYY-MM-DD``, tuples lists; ``Reply.sender`` is ``from``.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from cattrs import ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ..domain.records import Reply
from .errors import StorageError

T = TypeVar("T")

_DAY_LENGTH = len("2026-11-22")


def to_document(value: object) -> dict[str, Any]:
    """The JSON document of a domain value."""
    document: dict[str, Any] = _converter.unstructure(value)
    return document


def from_document(kind: type[T], document: Mapping[str, Any]) -> T:
    """The domain value of a JSON document.

    Raises:
        StorageError: the document does not fit, as after an edit by hand.
    """
    try:
        return _converter.structure(document, kind)
    except (ClassValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        message = (
            f"One of your {kind.__name__.lower()} entries can't be read. Restore a backup from the settings."
        )
        raise StorageError(message) from error


def _make_converter() -> Converter:
    # A document has thousands of siblings: where one is wrong matters less than how fast all are read.
    converter = Converter(detailed_validation=False, unstruct_collection_overrides={tuple: list})
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, kind.isoformat)
    converter.register_structure_hook(datetime, _read_as(datetime.fromisoformat))
    converter.register_structure_hook(date, _read_as(date.fromisoformat))
    day_or_moment = date | datetime | None
    converter.register_structure_hook_func(lambda kind: kind == day_or_moment, _read_day_or_moment)
    renamed = override(rename="from")
    converter.register_unstructure_hook(Reply, make_dict_unstructure_fn(Reply, converter, sender=renamed))
    converter.register_structure_hook(Reply, make_dict_structure_fn(Reply, converter, sender=renamed))
    return converter


def _read_as(read: Callable[[str], T]) -> Callable[[str, object], T]:
    return lambda text, _kind: read(text)


def _read_day_or_moment(text: str | None, _kind: object) -> date | datetime | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == _DAY_LENGTH else datetime.fromisoformat(text)


_converter = _make_converter()
