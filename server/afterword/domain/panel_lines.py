"""A pasted list of people such as "Dana Whitfield <dana@acme.example>", one a line or as in a To line."""

import re
from dataclasses import dataclass

_ADDRESS = r"[^\s<>(),;\"]+@[^\s<>(),;\"]+\.[^\s<>(),;\"]+"
_NAME_AND_ADDRESS = re.compile(rf"^\W*(?P<name>[^<>@]*?)\W*[<(]\s*(?P<email>{_ADDRESS})\s*[>)]\W*$")
_ADDRESS_LAST = re.compile(rf"^\W*(?P<name>[^<>@]+?)[\s,:–-]+(?P<email>{_ADDRESS})$")
_ADDRESS_ALONE = re.compile(rf"^(?P<email>{_ADDRESS})$")
# What parts people on one line: a semicolon always, a comma only behind an address.
_BETWEEN_PEOPLE = re.compile(r"[;\n]|(?<=>)\s*,")
_LONGEST_NAME = 200  # characters, as everywhere
_MOST_WORDS = 6  # of a name that stands without an address; more is a sentence


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One entry of the list. ``problem`` says what is wrong with one that names nobody."""

    text: str
    name: str = ""
    email: str | None = None
    problem: str | None = None


def read_panel(text: str) -> tuple[PanelLine, ...]:
    """Every entry of a pasted list, in its order; blank lines are passed over."""
    entries = (" ".join(entry.split()) for entry in _BETWEEN_PEOPLE.split(text))
    return tuple(_read(entry) for entry in entries if entry)


def _read(entry: str) -> PanelLine:
    if len(entry) > 2 * _LONGEST_NAME:
        return PanelLine(entry[:60] + "…", problem="This is too long for a name with an address.")
    found = _NAME_AND_ADDRESS.match(entry) or _ADDRESS_LAST.match(entry)
    if found:
        name = _plain_order(found["name"]) or _name_in(found["email"])
        return PanelLine(entry, name, found["email"])
    if alone := _ADDRESS_ALONE.match(entry):
        return PanelLine(entry, _name_in(alone["email"]), alone["email"])
    if "@" in entry or "<" in entry:
        return PanelLine(entry, problem="The address is not an e-mail address.")
    if re.search(r"\d", entry) or not re.search(r"[^\W_]", entry) or len(entry.split()) > _MOST_WORDS:
        return PanelLine(entry, problem="This does not look like a name.")
    return PanelLine(entry, _plain_order(entry))


def _plain_order(name: str) -> str:
    """An address book's "Whitfield, Dana" is Dana Whitfield."""
    last, comma, first = (part.strip(" \"'") for part in name.partition(","))
    return f"{first} {last}" if comma and first else last


def _name_in(address: str) -> str:
    """The name that an address is likely made of: "dana.whitfield@" is Dana Whitfield."""
    return " ".join(part.capitalize() for part in re.split(r"[._-]+", address.partition("@")[0]) if part)
