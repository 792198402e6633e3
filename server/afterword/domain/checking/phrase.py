"""The small language in which word lists are written, and how a phrase is found in a row of words.

need an answer          these words, in this order
(reply|get back)        one of these; choices may hold anything the language has
[back]                  may be there
{reply}                 one of the phrases defined under ``groups``
touch+                  with its usual endings: touch, touches, touched, touching
...                     none to six words of the same sentence
"""

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

GAP = 6  # words that "..." may stand for: longer gaps tie together what does not belong together
SENTENCE_END = "."
CLAUSE_END = ","
NAME = "\0"  # stands in a row of words for a proper name, an address, a link

_PIECE = re.compile(r"\.\.\.|\{[^{}]*\}|[()\[\]|]|[^\s()\[\]{}|]+")
_VOWELS = "aeiou"
_OPENING = {"(": ")", "[": "]"}
_CLOSING = frozenset(_OPENING.values())


_NO_ROWS: "Mapping[str, tuple[tuple[Part, ...], ...]]" = MappingProxyType({})


class PhraseError(ValueError):
    """A phrase that breaks the rules of the little language; the message says which."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: single words or rows of parts that fit it, or a gap of so many words."""

    words: frozenset[str] = frozenset()
    rows: "Mapping[str, tuple[tuple[Part, ...], ...]]" = field(
        default_factory=lambda: _NO_ROWS
    )  # by the first word
    optional: bool = False
    gap: int = 0
    is_plain: bool = field(init=False)  # one of the words has to stand here, and that is all

    def __post_init__(self) -> None:
        """Note once what every match asks."""
        object.__setattr__(self, "is_plain", not (self.rows or self.optional or self.gap))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be looked for."""

    parts: tuple[Part, ...]

    openers: frozenset[str]  # the words a match can begin with
    closers: frozenset[str]  # the words a match can end with

    def seconds_after(self, opener: str) -> frozenset[str] | None:
        """The words that can follow this first one; None: anything may, or nothing need."""
        return _seconds_after(opener, self.parts)

    def end_of_match(self, words: Sequence[str], at: int) -> int | None:
        """Where the longest match that begins at this word ends (exclusive), or None."""
        end = _longest(self.parts, 0, words, at)
        return end if end > at else None


def _longest(parts: tuple[Part, ...], part_at: int, words: Sequence[str], at: int) -> int:
    """The end of the longest match of the parts from this one on, or -1."""
    while part_at < len(parts) and parts[part_at].is_plain:  # most are; each text meets thousands of them
        if at == len(words) or words[at] not in parts[part_at].words:
            return -1
        part_at, at = part_at + 1, at + 1
    if part_at == len(parts):
        return at
    part = parts[part_at]
    best = _longest(parts, part_at + 1, words, at) if part.optional or part.gap else -1
    if part.gap:
        return max(best, _after_gap(parts, part_at, words, at))
    word = words[at] if at < len(words) else SENTENCE_END
    if word in part.words:
        best = max(best, _longest(parts, part_at + 1, words, at + 1))
    for row in part.rows.get(word, ()):
        best = max(best, _longest(row + parts[part_at + 1 :], 0, words, at))
    return best


def _after_gap(parts: tuple[Part, ...], part_at: int, words: Sequence[str], at: int) -> int:
    """The nearest continuation behind a gap: the nearest is what the writer tied to the beginning."""
    skipped = 0
    while at < len(words) and words[at] != SENTENCE_END:
        skipped += words[at] != CLAUSE_END
        if skipped > parts[part_at].gap:
            break
        at += 1
        end = _longest(parts, part_at + 1, words, at)
        if end >= 0:
            return end
    return -1


def inflections(verb: str) -> frozenset[str]:
    """The regular forms of a verb: touch, touches, touched, touching; stop, stops, stopped, stopping."""
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    forms = {verb, third, verb + "ed", verb + "ing"}
    if len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:  # noqa: PLR2004 - consonant, vowel, consonant
        forms |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return frozenset(forms)


class PhraseParser:
    """Reads phrases. ``groups`` are the named lists of phrases, ``split`` cuts a word as texts are cut
    (haven't: have n't), ``also`` tells which shortened forms a word may take in a text (not: n't).
    """

    def __init__(
        self,
        groups: Mapping[str, Sequence[str]],
        split: Callable[[str], Sequence[str]],
        also: Mapping[str, frozenset[str]],
    ) -> None:
        self._sources = groups
        self._groups: dict[str, Part] = {}
        self._split = split
        self._also = also
        # Lists name few words often: what is the same is kept once.
        self._words: dict[tuple[str, bool], Part] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def parse(self, source: str) -> Phrase:
        """Raises PhraseError when the phrase has a bracket too many, can be empty, begins or ends with a gap,
        or names an unknown group.
        """
        parts = self._row(source)
        if all(part.optional or part.gap for part in parts) or parts[0].gap or parts[-1].gap:
            raise PhraseError(f"The phrase {source!r} needs a word of its own at its beginning and end.")
        return Phrase(parts, self._once(_openers(parts)), self._once(_closers(parts)))

    def _row(self, source: str) -> tuple[Part, ...]:
        pieces = deque(_PIECE.findall(source))
        rows = self._choices(pieces)
        if pieces or len(rows) != 1 or "".join(_PIECE.findall(source)) != re.sub(r"\s", "", source):
            raise PhraseError(f"The phrase {source!r} has a bracket or bar that does not belong.")
        return rows[0]

    def _choices(self, pieces: deque[str]) -> list[tuple[Part, ...]]:
        """The rows up to the bracket that closes them, which is left."""
        rows: list[list[Part]] = [[]]
        while pieces and pieces[0] not in _CLOSING:
            piece = pieces.popleft()
            if piece == "|":
                rows.append([])
            elif piece in _OPENING:
                rows[-1].append(self._bracket(piece, pieces))
            else:
                rows[-1].extend(self._plain(piece))
        if not all(rows):
            raise PhraseError("A choice may not be empty; brackets [ ] make words optional.")
        return [tuple(row) for row in rows]

    def _bracket(self, opening: str, pieces: deque[str]) -> Part:
        rows = self._choices(pieces)
        if not pieces or pieces.popleft() != _OPENING[opening]:
            raise PhraseError("A bracket is not closed.")
        return replace(self._choice(rows), optional=opening == "[")

    def _plain(self, piece: str) -> list[Part]:
        if piece == "...":
            return [Part(gap=GAP)]
        if piece[0] == "{":
            return [self._group(piece[1:-1])]
        forms = self._split(piece.removesuffix("+").lower())
        return [self._word(form, inflected=piece.endswith("+")) for form in forms]

    def _word(self, form: str, *, inflected: bool) -> Part:
        if (form, inflected) not in self._words:
            words = self._once(self._forms(form, inflected=inflected))
            self._words[form, inflected] = Part(words=words)
        return self._words[form, inflected]

    def _group(self, name: str) -> Part:
        if name not in self._groups:
            if name not in self._sources:
                raise PhraseError(f"There is no group called {name!r}, or it holds itself.")
            sources = self._sources[name]
            self._sources = {other: these for other, these in self._sources.items() if other != name}
            self._groups[name] = self._choice([self._row(source) for source in sources])
        return self._groups[name]

    def _forms(self, word: str, *, inflected: bool) -> frozenset[str]:
        return (inflections(word) if inflected else frozenset({word})) | self._also.get(word, frozenset())

    def _choice(self, rows: Sequence[tuple[Part, ...]]) -> Part:
        """One place for all rows; those of a single word become words, which are looked up at once."""
        single = [row[0] for row in rows if len(row) == 1 and row[0].is_plain]
        by_opener: dict[str, list[tuple[Part, ...]]] = {}
        for row in rows:
            for opener in _openers(row) if len(row) > 1 or row[0] not in single else ():
                by_opener.setdefault(opener, []).append(row)
        words = self._once(frozenset[str]().union(*(part.words for part in single)))
        return Part(words, _shared(by_opener) or _NO_ROWS)

    def _once(self, words: frozenset[str]) -> frozenset[str]:
        """The first set that was equal to this one."""
        return self._sets.setdefault(words, words)


def _shared(by_opener: Mapping[str, list[tuple[Part, ...]]]) -> dict[str, tuple[tuple[Part, ...], ...]]:
    """The same rows once: all forms of a verb open the same."""
    groups: dict[tuple[int, ...], tuple[tuple[Part, ...], ...]] = {}
    return {
        opener: groups.setdefault(tuple(id(row) for row in rows), tuple(rows))
        for opener, rows in by_opener.items()
    }


def _openers(parts: Sequence[Part]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in parts:
        found = found.union(part.words, part.rows)
        if not part.optional:
            break
    return found


def _closers(parts: Sequence[Part]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for part in reversed(parts):
        rows = {id(row): row for group in part.rows.values() for row in group}.values()
        found = found.union(part.words, *(_closers(row) for row in rows))
        if not part.optional and not part.gap:
            break
    return found


def _seconds_after(opener: str, parts: tuple[Part, ...]) -> frozenset[str] | None:
    """The words a match that begins with this one can have in the second place; None: that can't be told."""
    found: list[frozenset[str] | None] = []
    for at, part in enumerate(parts):
        rest = parts[at + 1 :]
        if opener in part.words:
            found.append(_needed_openers(rest))
        found += [_seconds_after(opener, row + rest) for row in part.rows.get(opener, ())]
        if not part.optional:
            break
    known = [words for words in found if words is not None]
    return frozenset[str]().union(*known) if len(known) == len(found) else None


def _needed_openers(parts: Sequence[Part]) -> frozenset[str] | None:
    """The words one of which has to stand here; None where the parts may be empty or begin with a gap."""
    for at, part in enumerate(parts):
        if part.gap:
            return None
        if not part.optional:
            return _openers(parts[: at + 1])
    return None
