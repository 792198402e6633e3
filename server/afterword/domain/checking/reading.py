"""A text read as people read it: words, clauses, sentences, without quoted mail."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .phrase import CLAUSE_END, NAME, SENTENCE_END

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and the like: inside a word, never read
_LETTER = rf"[^\W_][\u0300-\u036f{_INVISIBLE}]*"
_JOINED = rf"(?:{_LETTER})+(?:(?:['’‘ʼ‐‑-]|\.(?=[a-z0-9]))(?:{_LETTER})+)*"
# Nine words of ten are found by the first choice, in half the time: plain letters, and what follows shows
# that the word is over. The space before another word goes with it, so that nothing is looked for there.
_SIMPLE = r"(?P<simple>[A-Za-z]++)(?: (?=[A-Za-z])|(?=[ \n,?!;:)]|\.(?:\s|$)|$))"
_TOKEN = re.compile(
    rf"{_SIMPLE}|(?P<word>{_JOINED})|(?P<stop>[.!?…]+)|(?P<paragraph>\n[^\S\n]*\n\s*|\n\s*[-*•–]\s)|(?P<line>\n)"
    rf"|(?P<clause>[,;:()—–/\\|]|--+|\s-\s)|(?P<name>{NAME}+)"
)
_STRIPPED = re.compile(rf"[{_INVISIBLE}]")
_APOSTROPHES = str.maketrans("’‘ʼ‐‑", "'''--")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-][\w.-]{0,250}|[@#/][^\W_]\w*"
)
_ADDRESS_MARKS = ("@", "/", "#", "www.")  # no address is without one, and none goes over a line
_QUOTED_LINE = re.compile(r"^[^\S\n]*>[^\n]*", re.MULTILINE)
_QUOTED_MAIL = re.compile(
    r"^[^\S\n]*(?:On\b[^\n]{4,200}(?:\n[^\n]{0,200})?\bwrote:[^\S\n]*$"
    r"|-{2,}[^\S\n]*(?:Original Message|Original Appointment|Forwarded message)\b"
    r"|_{10,}[^\S\n]*\n+From:|From:[^\n]{1,200}\n(?:Sent|Date|To):)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Contractions:
    """How a language shortens words: ``endings`` (n't: not), ``whole`` (can't: can, n't)."""

    endings: Mapping[str, frozenset[str]]
    whole: Mapping[str, tuple[str, ...]]

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a lower-case word: haven't gives have, n't."""
        if word in self.whole:
            return self.whole[word]
        mark = word.rfind("'")
        if mark < 0:
            return (word,)
        for at in (mark - 1, mark):
            if at > 0 and word[at:] in self.endings:
                return (*self.split(word[:at]), word[at:])
        return (word,)

    @property
    def short_forms(self) -> dict[str, frozenset[str]]:
        """For each full word the endings that may stand for it: not gives n't."""
        full_words = {full for meant in self.endings.values() for full in meant}
        return {
            full: frozenset(ending for ending, meant in self.endings.items() if full in meant)
            for full in full_words
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text in a row, lower case, with marks for the ends of clauses and sentences.

    ``starts`` and ``ends`` are character offsets into the text; the parts of a shortened word share them.
    ``opening`` tells which words begin a sentence or a line.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    opening: tuple[bool, ...]

    def as_written(self, at: int) -> str:
        """The word at this place as the writer wrote it."""
        return self.text[self.starts[at] : self.ends[at]]

    def words_in(self, start: int, end: int) -> tuple[str, ...]:
        """The words that begin between these character offsets."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """First word and end (exclusive) of every sentence, its closing mark not counted."""
        first = 0
        for at, word in enumerate((*self.words, SENTENCE_END)):
            if word == SENTENCE_END:
                if at > first:
                    yield first, at
                first = at + 1


def without_quotes(text: str) -> str:
    """The writer's own text, quoted mail replaced by spaces so that offsets stay."""
    if "wrote:" in text or "--" in text or "From:" in text:
        quoted = _QUOTED_MAIL.search(text)
        if quoted:
            text = text[: quoted.start()] + " " * (len(text) - quoted.start())
    return _QUOTED_LINE.sub(lambda line: " " * len(line[0]), text) if ">" in text else text


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with links, addresses and these names (exactly as spelt) veiled; offsets stay."""
    if any(mark in text for mark in _ADDRESS_MARKS):
        text = "\n".join(map(_without_addresses, text.split("\n")))
    for name in sorted({name.strip() for name in names}, key=len, reverse=True):
        if name and name in text:
            text = _without_name(text, name)
    return text


def _without_addresses(line: str) -> str:
    if not any(mark in line for mark in _ADDRESS_MARKS):
        return line
    return _ADDRESS.sub(lambda found: NAME * len(found[0]), line)


def _without_name(text: str, name: str) -> str:
    """Found letter by letter: a pattern for each name would take longer to make than to use."""
    kept, done = [], 0
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _is_in_word(text[at - 1 : at]) or _is_in_word(text[end : end + 1]):
            at = text.find(name, at + 1)
            continue
        kept += [text[done:at], NAME * len(name)]
        done, at = end, text.find(name, end)
    return "".join((*kept, text[done:]))


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def read(text: str, contractions: Contractions, abbreviations: frozenset[str] = frozenset()) -> Reading:
    """Cuts a text into words. ``abbreviations`` (mr, dr): their full stop ends no sentence."""
    rows: list[tuple[str, int, int, bool]] = []
    opening = True
    whole = contractions.whole
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "simple" and (word := token[1].lower()) not in whole:
            start, end = token.span(1)
            rows.append((word, start, end, opening))
            opening = False
            continue
        start, end = token.span(kind or 0)
        if kind in {"simple", "word"}:
            rows += [(part, start, end, opening) for part in contractions.split(_plain(text[start:end]))]
            opening = False
        elif kind == "clause":
            rows.append((CLAUSE_END, start, end, False))
        elif kind == "name":
            rows.append((NAME, start, end, opening))
            opening = False
        elif kind == "line":
            opening = True
        elif kind == "paragraph" or not _shortens(rows, token[0], abbreviations):
            rows.append((SENTENCE_END, start, end, False))
            opening = True
    if not rows:
        return Reading(text, (), (), (), ())
    words, starts, ends, openings = zip(*rows, strict=True)
    return Reading(text, words, starts, ends, openings)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    return _STRIPPED.sub("", word).translate(_APOSTROPHES).lower()


def _shortens(rows: Sequence[tuple[str, int, int, bool]], stop: str, abbreviations: frozenset[str]) -> bool:
    """Whether this full stop belongs to an abbreviation or an initial (Dr. Okafor, J. Doe)."""
    if stop != "." or not rows:
        return False
    last = rows[-1][0]
    return last in abbreviations or (len(last) == 1 and last.isalpha() and last != "i")
