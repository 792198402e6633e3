"""A gap of a template that nobody filled (X20)."""

import re
from collections.abc import Callable, Iterator

from ..drafts import Finding
from .message import Message

_MARKED = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}"  # {{ name }}, {% if %}
    r"|\*\|[A-Z_:]{1,40}\|\*|%%?[A-Z][A-Z_]{2,40}%%?"  # *|FNAME|*, %NAME%
    r"|_{3,}|\[object Object\]"
    r"|\[(?:_+|\.{2,}|…|X+|\?+| *)\]"  # [___], [...], [X]
)
_LOREM_IPSUM = re.compile(r"(?i)\blorem ipsum\b")
_BRACKETED = re.compile(
    r"\$?\{(?P<curly>[^{}\n]{1,60})\}|\[(?P<square>[^\[\]\n]{1,60})\](?!\()|<(?P<angle>[^<>\n]{1,60})>|«(?P<quote>[^«»\n]{1,60})»"
)
_CROSSES = re.compile(r"(?<![\w-])(?:X{3,}|x{4,})(?![\w-])")
_SHOUTED = re.compile(
    r"\b(?:INSERT|ENTER|FILL IN|ADD|YOUR)(?:[ \t]+[A-Z']+){1,4}\b|\b[A-Z]{2,20}(?:_[A-Z]{2,20}){1,4}\b"
)
_INSTRUCTION = re.compile(r"(?i)\binsert (?:your |the |a |an )?(?P<what>[a-z']+(?: [a-z']+)?) here\b")
_WORDS = re.compile(r"[^\W_]+")
_NOT_A_GAP = re.compile(r"[@/:=]|\d{2}")  # addresses, links, code, dates: brackets that were meant
_WHY = "This is a gap of a template that is still to be filled."


def check_placeholders(message: Message) -> Iterator[Finding]:
    """Each gap in the text, and one remark if the subject has one."""
    for start, end in _gaps(message.own, message.lists.placeholder_words):
        yield message.finding("X20", "stop", (start, end), _WHY)
    subject = message.subject or ""
    for start, end in _gaps(subject, message.lists.placeholder_words):
        why = f"“{subject[start:end]}” in the subject is a gap of a template that is still to be filled."
        yield message.remark("X20", "stop", why, at_start=True)


def _gaps(text: str, gap_words: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for may_be_in, pattern, is_gap in _KINDS:
        if may_be_in(text):
            found += [gap.span() for gap in pattern.finditer(text) if is_gap(gap, gap_words)]
    return _apart(found)


def _names_a_fact(gap: re.Match[str], gap_words: frozenset[str]) -> bool:
    """Whether brackets hold the name of a fact ([Company name]) and not a remark ([sic], [1])."""
    inside = gap[gap.lastgroup or 0]
    return not _NOT_A_GAP.search(inside) and _has(inside.lower(), gap_words)


def _has(words: str, gap_words: frozenset[str]) -> bool:
    return any(word in gap_words for word in _WORDS.findall(words))


def _counts(gap: re.Match[str]) -> bool:
    """Whether XXX is a Roman numeral behind a name: Super Bowl XXX, Chapter XXX."""
    before = gap.string[: gap.start()].rsplit("\n", maxsplit=1)[-1].split()
    return len(before) > 1 and before[-1].istitle() and before[-1].isalpha()


def _with(*marks: str) -> Callable[[str], bool]:
    """Whether one of these is in a text; most texts are passed over by it."""
    return lambda text: any(mark in text for mark in marks)


def _in_any_case(mark: str) -> Callable[[str], bool]:
    return lambda text: mark in text.lower()


_Judge = Callable[[re.Match[str], frozenset[str]], bool]

# What no gap of a kind is without, how the gap is found, and what makes it one.
_KINDS: tuple[tuple[Callable[[str], bool], re.Pattern[str], _Judge], ...] = (
    (_with("{", "[", "*|", "%", "___"), _MARKED, lambda _gap, _words: True),
    (_in_any_case("lorem ipsum"), _LOREM_IPSUM, lambda _gap, _words: True),
    (_with("{", "[", "<", "«"), _BRACKETED, _names_a_fact),
    (_with("XXX", "xxxx"), _CROSSES, lambda gap, _words: not _counts(gap)),
    (
        _with("_", "INSERT", "ENTER", "FILL IN", "ADD", "YOUR"),
        _SHOUTED,
        lambda gap, words: _has(gap[0].lower(), words),
    ),
    (_in_any_case("insert "), _INSTRUCTION, lambda gap, words: _has(gap["what"].lower(), words)),
)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans by place, without those inside another."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart
