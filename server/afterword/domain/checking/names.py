"""Another company's or another person's name: the message was meant for somebody else (X20)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..drafts import Finding
from .lists import CheckLists
from .message import Message
from .phrase import NAME
from .reading import Contractions, Reading, read, without_names

_POSSESSIVE = Contractions({"'s": frozenset()}, {})
_LONGEST_NAME = 6  # words of a name that are compared; what follows adds nothing


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    written: str


def check_names(message: Message) -> Iterator[Finding]:
    """Companies and full names anywhere; first names of others only where somebody is greeted."""
    yield from _other_companies(message)
    yield from _other_people(message)
    yield from _greeted_by_wrong_name(message)


def _other_companies(message: Message) -> Iterator[Finding]:
    if not message.context.other_companies:
        return
    lists = message.lists
    index = _index(message.context.other_companies, lists.company_endings)
    for text, in_subject in ((message.own, False), (message.subject or "", True)):
        reading = _unveiled(message, text)
        for at, end, name in _found(index, reading):
            if _is_meant(reading, at, end, lists) and not _belongs(message, name):
                why = f"{name.written} is another company in your records."
                yield _stop(message, reading, at, end, why, in_subject=in_subject)


def _other_people(message: Message) -> Iterator[Finding]:
    full_names = tuple(name for name in message.context.other_people if len(name.split()) > 1)
    if not full_names:
        return
    index = _index(full_names, frozenset())
    for text, in_subject in ((message.own, False), (message.subject or "", True)):
        reading = _unveiled(message, text)
        for at, end, name in _found(index, reading):
            if not _belongs(message, name):
                why = f"{name.written} belongs to another of your records."
                yield _stop(message, reading, at, end, why, in_subject=in_subject)


def _greeted_by_wrong_name(message: Message) -> Iterator[Finding]:
    """“Dear Tom” in a letter to Jane, where Tom is somebody else the user met."""
    others = _strangers(message)
    if not others:
        return
    first_line = message.own.lstrip().split("\n", 1)[0]
    reading = _unveiled(message, message.own[: message.own.index(first_line) + len(first_line)])
    if not message.lists.parts.greetings.opens(reading.words):
        return
    for at in range(1, min(_LONGEST_NAME, len(reading.words))):
        if reading.words[at] == NAME:
            return
        person = others.get(reading.words[at])
        if person and reading.as_written(at)[:1].isupper():
            why = f"This greets {person}, who is not the person this message goes to."
            yield message.finding("X20", "stop", (reading.starts[at], reading.ends[at]), why)
            return


def _strangers(message: Message) -> dict[str, str]:
    """Each part of other people's names, for looking up a greeting."""
    context = message.context
    names = list(context.other_people)
    if context.record and context.interviewer:
        names += [
            p.name for r in context.record.rounds for p in r.interviewers if p.id != context.interviewer.id
        ]
        own = {part.casefold() for name in _addressed(message) for part in name.split()}
    else:
        own = {part.casefold() for name in context.own_people for part in name.split()}
    titles = message.lists.titles
    parts = ((part.strip(".,").casefold(), name) for name in names for part in name.split())
    return {part: name for part, name in parts if len(part) > 1 and part not in own | titles}


def _addressed(message: Message) -> list[str]:
    context = message.context
    person = context.interviewer
    names = [recipient.name for recipient in context.recipients]
    return [*names, person.name, person.greet_as or ""] if person else names


def _unveiled(message: Message, text: str) -> Reading:
    """The text with this record's own names veiled, those of others as they stand.

    Only whole own names: “Acme” alone says nothing of “Acme Robotics” in another record.
    """
    context = message.context
    names = [context.record.company] if context.record else []
    return read(without_names(text, [*names, *context.own_people]), _POSSESSIVE, message.lists.abbreviations)


def _belongs(message: Message, name: _Name) -> bool:
    """Whether the user's own notes on this company speak of it, or the company's name contains it."""
    context = message.context
    company = context.record.company if context.record else ""
    own = f"{company}\n{context.own_words}".casefold()
    return name.written.casefold() in own or " ".join(name.words) in own


def _is_meant(reading: Reading, at: int, end: int, lists: CheckLists) -> bool:
    """Whether these words are the name and not the ordinary words it is made of (Indeed, Target, May)."""
    written = [reading.as_written(n) for n in range(at, end)]
    if not all(word[:1].isupper() or not word.isalpha() for word in written):
        return False
    if end - at > 1 or reading.words[at] not in lists.ordinary_words:
        return True
    return not reading.opening[at] and reading.words[at] not in lists.calendar_words


def _stop(message: Message, reading: Reading, at: int, end: int, why: str, *, in_subject: bool) -> Finding:
    start, stop = reading.starts[at], reading.ends[end - 1]
    if in_subject:
        return message.remark("X20", "stop", f"In the subject: {why}", at_start=True)
    return message.finding("X20", "stop", (start, stop), why)


def _found(index: dict[str, tuple[_Name, ...]], reading: Reading) -> Iterator[tuple[int, int, _Name]]:
    at = 0
    while at < len(reading.words):
        fitting = [
            name
            for name in index.get(reading.words[at], ())
            if reading.words[at : at + len(name.words)] == name.words
        ]
        if fitting:
            longest = max(fitting, key=lambda name: len(name.words))
            yield at, at + len(longest.words), longest
            at += len(longest.words)
        else:
            at += 1


@lru_cache(maxsize=8)
def _index(names: Sequence[str], endings: frozenset[str]) -> dict[str, tuple[_Name, ...]]:
    """Names by first word, legal endings cut off. Kept: names change more rarely than texts."""
    index: dict[str, tuple[_Name, ...]] = {}
    for written in names:
        words = read(written, _POSSESSIVE).words
        while len(words) > 1 and (words[-1] in endings or not words[-1][:1].isalnum()):
            words = words[:-1]
        if words and any(len(word) > 1 for word in words):
            index[words[0]] = (*index.get(words[0], ()), _Name(words[:_LONGEST_NAME], written))
    return index
