"""Casual words, frustration, blame, pressure, hedging, desperation, stock phrases (W29, W30, W31, X21)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..drafts import Finding
from .lists import Entry, Openings
from .message import Message
from .phrase import SENTENCE_END, Phrase
from .reading import Reading

_LONGEST_EXCEPTION = 12  # words an exception may begin before the match it makes harmless
_LONGEST_NAME = 2  # words of a phrase that a proper name may happen to contain: Gonna, Thx Medical


@dataclass(frozen=True, slots=True)
class _Match:
    entry: Entry
    first: int
    end: int

    def covers(self, other: "_Match") -> bool:
        """Whether this match says the same of at least the same words."""
        return (
            self is not other
            and self.entry.rule == other.entry.rule
            and self.first <= other.first
            and other.end <= self.end
        )


def check_wording(message: Message) -> Iterator[Finding]:
    """The phrases of the word lists, in the text and in the subject."""
    yield from phrases_in(message, message.lists.by_opener)
    yield from _in_subject(message)


def phrases_in(message: Message, by_opener: Mapping[str, Openings]) -> Iterator[Finding]:
    """The phrases of one list that the text holds."""
    reading = message.reading
    for match in _matches(reading, by_opener):
        start, end = reading.starts[match.first], reading.ends[match.end - 1]
        entry = match.entry
        replacement = _in_place(entry.replacement, reading, match.first)
        yield message.finding(entry.rule, entry.level, (start, end), entry.why, replacement)


def _in_subject(message: Message) -> Iterator[Finding]:
    """Offsets point into the text, so a remark on the subject names its words in the sentence."""
    if not message.subject:
        return
    subject = message.read(message.subject)
    for match in _matches(subject, message.lists.by_opener):
        words = subject.text[subject.starts[match.first] : subject.ends[match.end - 1]]
        entry = match.entry
        yield message.remark(entry.rule, entry.level, f"“{words}” in the subject: {entry.why}", at_start=True)


def _matches(reading: Reading, by_opener: Mapping[str, Openings]) -> list[_Match]:
    found: list[_Match] = []
    words = reading.words
    there = frozenset((*words, SENTENCE_END))  # the end of the text ends a sentence
    for at, (word, second) in enumerate(pairwise((*words, SENTENCE_END))):
        openings = by_opener.get(word)
        if openings is None or (openings.seconds is not None and second not in openings.seconds):
            continue  # nine words of ten
        for entry in openings.before(second):
            if entry.phrase.closers.isdisjoint(there):
                continue  # half of those that get so far end in a word that the text does not have
            end = entry.phrase.end_of_match(words, at)
            if end is not None and _holds(entry, reading, at, end):
                found.append(_Match(entry, at, end))
    return _widest(found)


def _widest(found: list[_Match]) -> list[_Match]:
    """Of remarks on the same words for the same rule the one on most words, the first in the lists."""
    kept: list[_Match] = []
    for match in sorted(found, key=lambda m: (m.first, -m.end)):
        if not any(other.covers(match) for other in kept[-8:]):
            kept.append(match)
    return kept


def _holds(entry: Entry, reading: Reading, at: int, end: int) -> bool:
    if entry.at_start and not reading.opening[at]:
        return False
    if entry.lower_only and not reading.as_written(at).islower():
        return False
    if _is_name(reading, at, end):
        return False
    return not any(_touches(exception, reading, at, end) for exception in entry.exceptions)


def _touches(exception: Phrase, reading: Reading, at: int, end: int) -> bool:
    for first in range(max(0, at - _LONGEST_EXCEPTION), end):
        if reading.words[first] in exception.openers:
            stop = exception.end_of_match(reading.words, first)
            if stop is not None and stop > at:
                return True
    return False


def _is_name(reading: Reading, at: int, end: int) -> bool:
    """Whether capitals tell that these words are (part of) a proper name: Ms. Gonna, Thx Medical."""
    written = [reading.as_written(n) for n in range(at, end) if reading.words[n] not in ("i", ",")]
    capital = [word.istitle() for word in written]
    if len(written) > _LONGEST_NAME:
        return False
    if reading.opening[at]:
        return any(capital[1:]) or (len(written) == 1 and _runs_on_as_name(reading, at))
    return any(capital) or (len(written) == 1 and written[0].isupper() and _runs_on_as_name(reading, at))


def _runs_on_as_name(reading: Reading, at: int) -> bool:
    """Whether a capitalised first word and the next are one name within a sentence: “Thx Medical is …”.

    “Thx Sam,” and “Thx Sam!” speak to somebody and stay a remark.
    """
    if not reading.as_written(at)[:1].isupper() or at + 1 >= len(reading.words):
        return False
    following = reading.as_written(at + 1)
    adjacent = reading.text[reading.ends[at] : reading.starts[at + 1]] == " "
    if not adjacent or not following.istitle() or reading.words[at + 1] == "i":
        return False
    after = reading.text[reading.ends[at + 1] : reading.ends[at + 1] + 1]
    return after not in {",", "!", "\n", ""}


def _in_place(replacement: str | None, reading: Reading, at: int) -> str | None:
    """The replacement with a capital where it begins a sentence, as the words it replaces did."""
    if replacement and reading.opening[at] and reading.as_written(at)[:1].isupper():
        return replacement[0].upper() + replacement[1:]
    return replacement
