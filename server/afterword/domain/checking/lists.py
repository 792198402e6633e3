"""The word lists of one language, ready for use (``shared_templates/<language>/checks.yaml``)."""

from collections.abc import Iterator, Mapping, Sequence
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


_FEW = 5  # phrases that are looked at one by one; for more, the second word is looked up


@dataclass(frozen=True, slots=True)
class Openings:
    """The phrases that can begin with one word, in their order; ``by_second``: those a second word allows."""

    entries: tuple[Entry, ...]
    by_second: Mapping[str, tuple[Entry, ...]] | None
    whatever_follows: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """With sixty phrases that begin with "I", a text would otherwise meet thousands of them."""
        if len(entries) <= _FEW:
            return cls(tuple(entries), None, ())
        seconds = frozenset[str]().union(*(entry.phrase.seconds or () for entry in entries))
        return cls(
            tuple(entries),
            {second: tuple(e for e in entries if e.phrase.may_go_on_with(second)) for second in seconds},
            tuple(e for e in entries if e.phrase.seconds is None),
        )

    def before(self, second: str) -> tuple[Entry, ...]:
        """Those worth a closer look where this is the second word."""
        if self.by_second is None:
            return self.entries
        return self.by_second.get(second, self.whatever_follows)


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
