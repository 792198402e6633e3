"""Reads ``playbook.yaml``. Strict: a number that is missing, unknown or impossible is told with its line."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from typing import Annotated, Any, NoReturn, TypeVar, cast, get_args, get_origin, get_type_hints

import yaml

from ..domain.playbook import Between, Playbook, Span, Unit
from .template_errors import WrongFileError

T = TypeVar("T")
_SPAN = re.compile(r"(\d{1,4}) (minute|hour|day)s?")
_WHOLE_NUMBER = re.compile(r"\d{1,6}")
_LONGEST_SPAN = Span(400, "days")
# Numbers that must not fall, section by section; the empty name is the file's own level.
_RISING = {
    "working_hours": ("opens", "late_after", "closes"),
    "presence": ("share_per_day_limit", "share_per_week_limit"),
    "": ("email_words_min", "email_words_max", "email_words_flagged"),
}
_RISING_IN_WINDOWS = ("opens", "best", "closes")
_RISING_PAIRS = (
    ("email_subject_point", "email_subject"),
    ("voicemail_min_seconds", "voicemail_max_seconds"),
    ("linkedin_note_free", "linkedin_note_paid"),
)


class PlaybookFileError(WrongFileError):
    """The playbook file can't be used. ``line`` counts from 1; ``key`` is dotted: "thank_you.opens"."""

    code = "playbook_file"

    def __init__(self, what: str, *, line: int, key: str = "") -> None:
        place = f"Line {line}" + (f", {key}" if key else "")
        reason = f"{key}: {what}" if key else what
        super().__init__(f"{place}: {what}", line=line, reason=reason, fields={key: what} if key else None)
        self.key = key


def read_playbook(text: str) -> Playbook:
    """The playbook that this YAML text describes.

    Raises:
        PlaybookFileError: the text is no YAML, or a key is unknown, missing, twice there, of the wrong form,
            out of its range or out of order.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PlaybookFileError(
            f"This is not valid YAML ({error.problem}).", line=mark.line + 1 if mark else 1
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PlaybookFileError("This is not valid YAML.", line=1) from error
    if root is None:
        raise PlaybookFileError("The file is empty.", line=1)
    return _section(Playbook, root, "")


def _section(form: type[T], node: yaml.Node, key: str) -> T:
    """The dataclass ``form`` from a mapping node; its fields are the keys that must be there."""
    entries = _entries(node, key)
    known = [f.name for f in fields(cast("Any", form))]
    for name, (name_node, _) in entries.items():
        if name not in known:
            _refuse(f"There is no number of this name{_nearest(name, known)}.", name_node, _dotted(key, name))
    for name in known:
        if name not in entries:
            _refuse("This number is missing.", node, _dotted(key, name))
    types = get_type_hints(form, include_extras=True)
    values = {name: _value(types[name], entries[name][1], _dotted(key, name)) for name in known}
    _refuse_disorder(values, entries, key)
    return form(**values)


def _entries(node: yaml.Node, key: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        _refuse("Here a list of names and numbers is expected.", node, key)
    entries: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for name_node, value_node in node.value:
        name = str(name_node.value)
        if name in entries:
            _refuse("This name is there twice.", name_node, _dotted(key, name))
        entries[name] = (name_node, value_node)
    return entries


def _value(kind: Any, node: yaml.Node, key: str) -> Any:
    """The value of a field whose type is ``kind``: a span, a number (with its bounds) or a section."""
    if get_origin(kind) is Annotated:
        plain, bound = get_args(kind)
        return _span(node, key, bound) if plain is Span else _number(node, key, bound)
    return _span(node, key) if kind is Span else _section(kind, node, key)


def _number(node: yaml.Node, key: str, bound: Between) -> int:
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    if not plain or not _WHOLE_NUMBER.fullmatch(node.value):
        _refuse(f"Here a whole number from {bound.low} to {bound.high} is expected.", node, key)
    value = int(node.value)
    if not bound.low <= value <= bound.high:
        _refuse(f"{value} is out of range; it can be {bound.low} to {bound.high}.", node, key)
    return value


def _span(node: yaml.Node, key: str, unit: Unit | None = None) -> Span:
    match = _SPAN.fullmatch(node.value) if isinstance(node, yaml.ScalarNode) else None
    if match is None:
        _refuse('Here a length of time is expected, such as "24 hours" or "2 days".', node, key)
    span = Span(int(match[1]), cast("Unit", f"{match[2]}s"))
    if unit and span.unit != unit:
        _refuse(f"Here the length must be in {unit}.", node, key)
    if span.minutes > _LONGEST_SPAN.minutes:
        _refuse(f"{span} is out of range; it can be up to {_LONGEST_SPAN}.", node, key)
    return span


def _refuse_disorder(
    values: dict[str, Any], entries: dict[str, tuple[yaml.Node, yaml.Node]], key: str
) -> None:
    for first, second in _pairs(values, key):
        if _size(values[first]) > _size(values[second]):
            _refuse(f"This must not be less than {first}.", entries[second][1], _dotted(key, second))


def _pairs(values: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    rising = _RISING.get(key) or tuple(name for name in _RISING_IN_WINDOWS if name in values)
    yield from pairwise(rising)
    if not key:
        yield from _RISING_PAIRS


def _size(value: Span | int) -> int:
    return value.minutes if isinstance(value, Span) else value


def _nearest(name: str, known: list[str]) -> str:
    import difflib  # noqa: PLC0415 - needed for a wrong file only

    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]}" if close else ""


def _dotted(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _refuse(what: str, node: yaml.Node, key: str) -> NoReturn:
    raise PlaybookFileError(what, line=node.start_mark.line + 1, key=key)
