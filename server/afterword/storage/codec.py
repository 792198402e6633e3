"""Between the domain's values and JSON documents in the shapes of the API.

Moments are ISO texts that keep their offset, days ``YYYY-MM-DD``, tuples lists; ``Reply.sender`` is ``from``.
A value is of the type that its field names, or refused: nothing is bent to fit.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ..domain.records import Reply
from .errors import StorageError

T = TypeVar("T")
_Read = Callable[[Any], Any]

_DAY_LENGTH = len("2026-11-22")
_WRITTEN_AS_THEY_ARE = (str, int)
_RENAMED: Mapping[tuple[type, str], str] = {(Reply, "sender"): "from"}


def to_document(value: object) -> dict[str, Any]:
    """The JSON document of a domain value."""
    kind: Any = type(value)
    return {key: _plain(getattr(value, name)) for name, key in _keys_of(kind)}


def from_document(kind: type[T], document: Mapping[str, Any]) -> T:
    """The domain value of a JSON document.

    Raises:
        StorageError: the document does not fit, as after an edit by hand.
    """
    try:
        return cast("T", _reader_of(cast("Any", kind))(document))
    except (ValueError, TypeError, KeyError) as error:
        message = (
            f"One of your {kind.__name__.lower()} entries can't be read. Restore a backup from the settings."
        )
        raise StorageError(message) from error


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, _WRITTEN_AS_THEY_ARE):
        return value
    if isinstance(value, date):  # a moment is one, too
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, tuple) else to_document(value)


@cache
def _keys_of(kind: Any) -> tuple[tuple[str, str], ...]:
    """Each field's name and its key in the document."""
    return tuple((field.name, _RENAMED.get((kind, field.name), field.name)) for field in fields(kind))


@cache
def _reader_of(hint: Any) -> _Read:
    """How a value of this type is read from JSON; made once for each type."""
    origin = get_origin(hint)
    if origin is Literal:
        return _one_of(get_args(hint))
    if origin is tuple:
        return _several(_reader_of(get_args(hint)[0]))
    if origin in (Union, UnionType):
        kinds = frozenset(get_args(hint)) - {NoneType}
        return _optional(_day_or_moment if kinds == {date, datetime} else _reader_of(*kinds))
    return _entry(hint) if is_dataclass(hint) else _SINGLE[hint]


def _entry(kind: Any) -> _Read:
    hints, keys = get_type_hints(kind), dict(_keys_of(kind))
    parts = [(f.name, keys[f.name], _reader_of(hints[f.name]), _may_be_absent(f)) for f in fields(kind)]

    def read(document: Any) -> Any:
        if not isinstance(document, Mapping):
            raise TypeError(f"{document!r} is no {kind.__name__}")
        there = (part for part in parts if not part[3] or part[1] in document)
        return kind(**{name: read_part(document[key]) for name, key, read_part, _ in there})

    return read


def _may_be_absent(field: Field[Any]) -> bool:
    """Whether an older version may not have written it: then its default holds."""
    return field.default is not MISSING or field.default_factory is not MISSING


def _one_of(words: tuple[Any, ...]) -> _Read:
    def read(word: Any) -> Any:
        if word not in words:
            raise ValueError(f"{word!r} is none of {words}")
        return word

    return read


def _several(read_one: _Read) -> _Read:
    def read(items: Any) -> Any:
        return tuple(read_one(item) for item in _only(list)(items))

    return read


def _optional(read_known: _Read) -> _Read:
    return lambda value: None if value is None else read_known(value)


def _only(kind: type[T]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if type(value) is not kind:  # to JSON, true is no number
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone can't be compared with others")
    return moment


def _day_or_moment(text: str) -> date:
    return date.fromisoformat(text) if len(text) == _DAY_LENGTH else _moment(text)


_SINGLE: Mapping[Any, _Read] = {
    str: _only(str),
    int: _only(int),
    bool: _only(bool),
    date: date.fromisoformat,
    datetime: _moment,
}
