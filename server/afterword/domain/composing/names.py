"""What to call a person in writing. No title is added and no gender guessed (X9)."""

import re
from typing import TYPE_CHECKING

from ..kinds import GreetingStyle
from ..records import Interviewer

if TYPE_CHECKING:
    from nameparser import HumanName

_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # CJK: 山田 太郎
_SALUTATION = re.compile(r"^(?:dear|hi|hello|hey)\s+", re.I)


def called(person: Interviewer, style: GreetingStyle = "full_name") -> str:
    """How the user wants this person greeted; else, by the user's habit, the first name or the full one.

    Where it is not sure which part of a name is the first one, it is the full name.
    """
    wish = _SALUTATION.sub("", " ".join((person.greet_as or "").split())).rstrip(",;: ")
    first = _first_name(person.name) if style == "first_name" else ""
    return wish or first or in_given_order(person.name)


def _first_name(name: str) -> str:
    """The given name; empty where a title, an initial or a script that puts it last leaves it unsure."""
    parsed = _parts_of(" ".join(name.split()))
    sure = parsed.last and not parsed.title and not _FAMILY_FIRST.search(name)
    return parsed.first if sure and len(parsed.first.rstrip(".")) > 1 else ""


def _parts_of(name: str) -> "HumanName":
    from nameparser import HumanName  # noqa: PLC0415 - its word lists take time that a start does not have

    return HumanName(name)


def in_given_order(name: str) -> str:
    """A name as it is said: "Whitfield, Dana" turned round, letters after a comma left off."""
    name = " ".join(name.split())
    if "," not in name:
        return name
    parsed = _parts_of(name)
    said = " ".join(part for part in (parsed.first, parsed.middle, parsed.last) if part)
    return said or name.replace(",", "")


def names_of(person: Interviewer) -> tuple[str, ...]:
    """The names by which a note may speak of this person."""
    said = in_given_order(person.name)
    names = (said, said.partition(" ")[0], called(person))
    return tuple(dict.fromkeys(name for name in names if name))
