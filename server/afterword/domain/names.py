"""What to call a person in writing. No title is added and no gender guessed (X9)."""

import re

from nameparser import HumanName

from .records import Interviewer

_SALUTATION = re.compile(r"^(?:dear|hi|hello|hey)\s+", re.I)


def called(person: Interviewer) -> str:
    """How the user wants this person greeted, else the full name."""
    wish = _SALUTATION.sub("", " ".join((person.greet_as or "").split())).rstrip(",;: ")
    return wish or in_given_order(person.name)


def in_given_order(name: str) -> str:
    """A name as it is said: "Whitfield, Dana" turned round, letters after a comma left off."""
    name = " ".join(name.split())
    if "," not in name:
        return name
    parsed = HumanName(name)
    said = " ".join(part for part in (parsed.first, parsed.middle, parsed.last) if part)
    return said or name.replace(",", "")


def names_of(person: Interviewer) -> tuple[str, ...]:
    """The names by which a note may speak of this person."""
    said = in_given_order(person.name)
    names = (said, said.partition(" ")[0], called(person))
    return tuple(dict.fromkeys(name for name in names if name))
