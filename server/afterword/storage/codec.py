"""Between the domain's values and JSON documents in the shapes of the API.

Moments are ISO texts that keep their offset, days ``YYYY-MM-DD``, tuples lists; ``Reply.sender`` is ``from``.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, TypeVar, get_args, get_origin

from cattrs import Converter
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
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        message = (
            f"One of your {kind.__name__.lower()} entries can't be read. Restore a backup from the settings."
        )
        raise StorageError(message) from error


def _make_converter() -> Converter:
    # A document has thousands of siblings: where one is wrong matters less than how fast all are read.
    converter = Converter(detailed_validation=False, unstruct_collection_overrides={tuple: list})
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, kind.isoformat)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _only)
    converter.register_structure_hook_func(_is_list_of_words, _one_of)
    converter.register_structure_hook(datetime, lambda text, _kind: _moment(text))
    converter.register_structure_hook(date, lambda text, _kind: date.fromisoformat(text))
    day_or_moment = date | datetime | None
    converter.register_structure_hook_func(lambda kind: kind == day_or_moment, _read_day_or_moment)
    renamed = override(rename="from")
    converter.register_unstructure_hook(Reply, make_dict_unstructure_fn(Reply, converter, sender=renamed))
    converter.register_structure_hook(Reply, make_dict_structure_fn(Reply, converter, sender=renamed))
    return converter


def _only(value: object, kind: type[T]) -> T:
    # cattrs would turn 5 into "5" and "no" into true, and so hide a wrong import.
    if type(value) is not kind:
        message = f"{value!r} is no {kind.__name__}"
        raise TypeError(message)
    return value


def _is_list_of_words(kind: object) -> bool:
    origin: object = get_origin(kind)
    return origin is Literal


def _one_of(word: object, words: Any) -> object:
    if word not in get_args(words):
        message = f"{word!r} is none of {get_args(words)}"
        raise ValueError(message)
    return word


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone can't be compared with others")
    return moment


def _read_day_or_moment(text: str | None, _kind: object) -> date | datetime | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == _DAY_LENGTH else _moment(text)


_converter = _make_converter()
