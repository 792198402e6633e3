"""A message template's file: front matter in YAML, then a section per part with its wordings as a list.

``shared_templates/README.md`` describes the form for the people who write one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import yaml

from ..domain.composing.fact_names import FACTS, FLAGS
from ..domain.composing.messages import Ask, Limits, Line, MessageTemplate, Section, Template, Wording
from ..domain.kinds import CHANNELS, KINDS
from .restricted_jinja import RefusedTemplateError, compile_line
from .template_errors import TemplateFileError

MOST_FILE_CHARACTERS: Final = 60_000

_FIRST_LINE: Final = 2  # of the front matter, after the first line of ---
_FRONT_KEYS = {"kind", "channel", "limits", "asks", "orders", "based_on"}
_OPTION = re.compile(r"^(rules|when|unless|drop|block): *(.*)$")
_PART = re.compile(r"^## +([a-z_]+)$")


_Orders = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The sections of a file with those it takes over, and the orders of parts."""

    sections: tuple[Section, ...]
    orders: _Orders


@dataclass(frozen=True, slots=True)
class _FrontMatter:
    """The keys above the parts, with the lines they stand in; ``ends_at``: the line of the second ``---``."""

    file: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]
    ends_at: int

    def wrong(self, key: str, reason: str) -> TemplateFileError:
        """The error for what stands under this key."""
        return TemplateFileError(self.file, self.lines.get(key, _FIRST_LINE), reason)


@dataclass(slots=True)
class _SectionText:
    """A section as it stands in the file."""

    part: str
    line: int
    options: dict[str, tuple[str, int]] = field(default_factory=dict)
    items: list[list[tuple[str, int]]] = field(default_factory=list)


def based_on(text: str, file: str) -> tuple[str, ...]:
    """The files in the language's folder whose parts this one takes over; the earlier goes first."""
    return _words(_front_matter(text, file).values.get("based_on", ""))


def read_parts(text: str, file: str, *bases: Parts) -> Parts:
    """The sections of a file, and after them those of ``bases``, which apply where its own don't.

    Raises:
        TemplateFileError: with the line and the reason.
    """
    if len(text) > MOST_FILE_CHARACTERS:
        raise TemplateFileError(file, 1, f"A template has at most {MOST_FILE_CHARACTERS} characters.")
    front = _front_matter(text, file)
    sections = tuple(_section(s, file) for s in _section_texts(text, front.ends_at, file))
    orders = _orders(front)
    for base in bases:
        sections += base.sections
        orders = orders or base.orders
    return Parts(sections, orders)


def read_message(text: str, file: str, *bases: Parts) -> MessageTemplate:
    """The template in this text.

    Args:
        text: the whole file.
        file: its name, for error messages.
        bases: what the files named by ``based_on`` hold.

    Raises:
        TemplateFileError: with the line and the reason.
    """
    parts = read_parts(text, file, *bases)
    front = _front_matter(text, file)
    _check_orders(parts, front)
    return MessageTemplate(
        kind=_one_of(front, "kind", KINDS),
        channel=_one_of(front, "channel", CHANNELS),
        sections=parts.sections,
        orders=parts.orders,
        limits=_limits(front),
        asks=_asks(front),
    )


def read_post(text: str, file: str) -> Template:
    """The template of a post, which has no kind and no channel.

    Raises:
        TemplateFileError: with the line and the reason.
    """
    parts = read_parts(text, file)
    front = _front_matter(text, file)
    _check_orders(parts, front)
    return Template(sections=parts.sections, orders=parts.orders, limits=_limits(front), asks=_asks(front))


@lru_cache(maxsize=512)  # asked for with each of a file's uses: as a message, as what others are based on
def _front_matter(text: str, file: str) -> _FrontMatter:
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        raise TemplateFileError(file, 1, "The file starts with front matter between two lines of ---.")
    end = next(i for i, line in enumerate(lines[1:], 1) if line.strip() == "---")
    try:
        values = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + _FIRST_LINE
        raise TemplateFileError(file, line, "The front matter is no valid YAML.") from error
    if not isinstance(values, dict):
        raise TemplateFileError(file, _FIRST_LINE, "The front matter is a list of keys with values.")
    keys = ((key, number) for number, line in enumerate(lines[:end], 1) if (key := line.partition(":")[0]))
    front = _FrontMatter(file, values, dict(keys), end + 1)
    for key in values:
        if key not in _FRONT_KEYS:
            raise front.wrong(str(key), f"The front matter has no key “{key}”.")
    return front


def _one_of(front: _FrontMatter, key: str, allowed: tuple[Any, ...]) -> Any:
    value = front.values.get(key)
    if value not in allowed:
        raise front.wrong(key, f"“{key}” is one of {', '.join(allowed)}.")
    return value


def _words(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else str(value).replace(",", " ").split()
    return tuple(str(item) for item in items)


def _orders(front: _FrontMatter) -> _Orders:
    orders = front.values.get("orders", [])
    if not isinstance(orders, list) or not all(isinstance(order, str) for order in orders):
        raise front.wrong(
            "orders", "“orders” is a list of lines such as “greeting / opening point / thanks”."
        )
    return tuple(tuple(tuple(paragraph.split()) for paragraph in order.split("/")) for order in orders)


def _check_orders(parts: Parts, front: _FrontMatter) -> None:
    if not parts.orders:
        raise front.wrong("orders", "“orders” is missing: it says which parts come in which order.")
    known = {section.part for section in parts.sections}
    for part in (part for order in parts.orders for paragraph in order for part in paragraph):
        if part not in known:
            raise front.wrong("orders", f"“orders” names the part “{part}”, which has no section.")


def _limits(front: _FrontMatter) -> Limits:
    given = front.values.get("limits", {})
    if not isinstance(given, dict) or not given.keys() <= {"characters", "words", "subject"}:
        raise front.wrong("limits", "“limits” has the keys characters, words and subject.")
    if not all(isinstance(n, int) and not isinstance(n, bool) and n > 0 for n in given.values()):
        raise front.wrong("limits", "A limit is a whole number above 0.")
    return Limits(**given)


def _asks(front: _FrontMatter) -> tuple[Ask, ...]:
    try:
        return tuple(Ask(**ask) for ask in front.values.get("asks", []))
    except TypeError as error:
        reason = "Each of “asks” has a field, a question, an example and perhaps only_with."
        raise front.wrong("asks", reason) from error


def _section_texts(text: str, after: int, file: str) -> list[_SectionText]:
    sections: list[_SectionText] = []
    for number, line in enumerate(text.splitlines(), 1):
        if number <= after or not line.strip() or line.startswith("<!--"):
            continue
        if heading := _PART.match(line):
            sections.append(_SectionText(heading[1], number))
        elif not sections:
            raise TemplateFileError(file, number, "A part starts with a heading such as “## opening”.")
        else:
            _add_line(sections[-1], line, number, file)
    return sections


def _add_line(section: _SectionText, line: str, number: int, file: str) -> None:
    if line.startswith("- "):
        section.items.append([(line[2:].strip(), number)])
    elif line.startswith("  ") and section.items:
        section.items[-1].append((line.strip(), number))
    elif (option := _OPTION.match(line)) and not section.items:
        section.options[option[1]] = (option[2].strip(), number)
    else:
        reason = (
            "Here stands a wording (“- ”), its next sentence (two spaces) or one of the options rules, when, "
        )
        raise TemplateFileError(file, number, reason + "unless, drop and block (before the first wording).")


def _section(section: _SectionText, file: str) -> Section:
    if not section.items:
        raise TemplateFileError(file, section.line, f"The part “{section.part}” has no wording.")
    return Section(
        part=section.part,
        wordings=tuple(Wording(tuple(_line(*line, file) for line in item)) for item in section.items),
        rules=_words(section.options.get("rules", ("", 0))[0]),
        when=_names(section, "when", file),
        unless=_names(section, "unless", file),
        drop=_drop(section, file),
        block=section.options.get("block", ("no", 0))[0] == "yes",
    )


def _names(section: _SectionText, option: str, file: str) -> frozenset[str]:
    value, line = section.options.get(option, ("", 0))
    for name in _words(value):
        if name not in FACTS and name not in FLAGS:
            raise TemplateFileError(file, line, f"There is no fact “{name}”.")
    return frozenset(_words(value))


def _drop(section: _SectionText, file: str) -> int:
    value, line = section.options.get("drop", ("0", 0))
    if not value.isdecimal():
        raise TemplateFileError(file, line, "“drop” is a whole number: 1 is left out first.")
    return int(value)


def _line(source: str, number: int, file: str) -> Line:
    try:
        return compile_line(source)
    except RefusedTemplateError as error:
        raise TemplateFileError(file, number + error.line - 1, error.reason) from error
