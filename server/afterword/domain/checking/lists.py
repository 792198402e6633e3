"""The word lists of one language, ready for use (``shared_templates/<language>/checks.yaml``)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from ..kinds import Level
from .phrase import Phrase
from .reading import Contractions


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase that is flagged: what it says about the writer, and what to write instead.

    ``exceptions`` are phrases that make a match harmless where they touch it; ``at_start``: only where
    a sentence or line begins; ``lower_only``: only as spelt in small letters.
    """

    phrase: Phrase
    rule: str
    level: Level
    why: str
    replacement: str | None = None
    exceptions: tuple[Phrase, ...] = ()
    at_start: bool = False
    lower_only: bool = False


Seconds = frozenset[str] | None
"""The words that can follow a first one; None where anything may, or nothing need."""


@dataclass(frozen=True, slots=True)
class Openings:
    """The phrases that can begin with one word, in their order. ``seconds``: those of any of them.

    Sixty phrases begin with "I": a text would meet thousands of them, were it not for the next word.
    """

    entries: tuple[Entry, ...]
    seconds: Seconds
    _each: tuple[Seconds, ...]

    @classmethod
    def of(cls, opener: str, entries: Sequence[Entry], kept: "Kept") -> Self:
        """What there is to know of the phrases that begin with this word."""
        each = tuple(kept.words(entry.phrase.seconds_after(opener)) for entry in entries)
        known = kept.words(frozenset[str]().union(*(words or () for words in each)))
        return cls(kept.entries(entries), None if None in each else known, each)

    def before(self, second: str) -> list[Entry]:
        """Those worth a closer look where this is the second word."""
        found = zip(self.entries, self._each, strict=True)
        return [entry for entry, words in found if words is None or second in words]


class Kept:
    """What is the same for many words is held once: lists name few words often."""

    def __init__(self) -> None:
        self._words: dict[Seconds, Seconds] = {}
        self._entries: dict[tuple[int, ...], tuple[Entry, ...]] = {}

    def words(self, words: Seconds) -> Seconds:
        """The first set that was equal to this one."""
        return self._words.setdefault(words, words)

    def entries(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """The first row of these very entries."""
        return self._entries.setdefault(tuple(map(id, entries)), tuple(entries))


def by_opener(entries: Iterable[Entry]) -> Mapping[str, Openings]:
    """The phrases by the words they can begin with."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        for opener in entry.phrase.openers:
            grouped.setdefault(opener, []).append(entry)
    kept = Kept()
    return {opener: Openings.of(opener, group, kept) for opener, group in grouped.items()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases that only have to be recognised: greetings, thanks, questions, sign-offs."""

    by_opener: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, phrases: Sequence[Phrase]) -> Self:
        """Ordered by the words a phrase can begin with, so that most words of a text cost one look-up."""
        by_opener: dict[str, tuple[Phrase, ...]] = {}
        for phrase in phrases:
            for opener in phrase.openers:
                by_opener[opener] = (*by_opener.get(opener, ()), phrase)
        return cls(by_opener)

    def spans(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """First word and end (exclusive) of every match, by place."""
        for at, word in enumerate(words):
            for phrase in self.by_opener.get(word, ()):
                end = phrase.end_of_match(words, at)
                if end is not None:
                    yield at, end

    def occurs(self, words: Sequence[str]) -> bool:
        """Whether any of the phrases is among the words."""
        return next(self.spans(words), None) is not None

    def opens(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases stands at the beginning of the words."""
        phrases = self.by_opener.get(words[0], ()) if words else ()
        return any(phrase.end_of_match(words, 0) is not None for phrase in phrases)


@dataclass(frozen=True, slots=True)
class PartWords:
    """How the parts of a message are recognised (W9, W14, W18, W32)."""

    greetings: Vocabulary
    nobody: frozenset[str]  # words after a greeting that name no person: team, all, sir
    thanks: Vocabulary
    asks: Vocabulary  # ways to end with an action step or to settle the matter
    small_talk: Vocabulary  # questions that want no answer: how are you
    sign_offs: Vocabulary


@dataclass(frozen=True, slots=True)
class MessageSize:
    """From where on a text counts as a whole message, whose missing parts are worth a remark."""

    lines: int
    words_in_lines: int
    words_in_one_block: int


@dataclass(frozen=True, slots=True)
class PostWords:
    """What a post on LinkedIn is about (W27): ``private`` is flagged where there is no word of ``work``."""

    private: Mapping[str, Openings]
    work: Vocabulary


@dataclass(frozen=True, slots=True)
class CheckLists:
    """Everything the checks know about a language; phrases are read once, when the file is."""

    by_opener: Mapping[str, Openings]
    contractions: Contractions
    abbreviations: frozenset[str]
    parts: PartWords
    posts: PostWords
    message_size: MessageSize
    placeholder_words: frozenset[str]
    ordinary_words: frozenset[str]  # words that are also names of companies or people: target, may
    calendar_words: frozenset[str]  # of these, the ones written with a capital anyway: May, Monday
    company_endings: frozenset[str]
    titles: frozenset[str]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every phrase once."""
        return tuple(
            {id(entry): entry for group in self.by_opener.values() for entry in group.entries}.values()
        )
