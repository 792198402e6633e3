"""The pieces of a draft: which section a part uses, which wording is dealt, and how they are laid out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..drafts import Sentence
from ..kinds import SentenceSource
from ..phrasing.notes import upper_start
from .dealing import deal
from .fact_names import FACTS
from .messages import Line, Section, Template, Wording

_SECOND_STOP = re.compile(r"\.(?<=[.!?…。！？]\.)(?=\s|$)")
_SIDE_BY_SIDE: dict[SentenceSource, int] = {"template": 0, "profile": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Hand:
    """What decides the deal for one person. ``taken``: texts that went to others of the panel."""

    key: tuple[str, ...]
    seat: int
    wording: int
    taken: tuple[str, ...] = ()

    def turn(self, count: int, what: str) -> int:
        """Where in a list of ``count`` this person's turn begins."""
        return deal(count, (*self.key, what), self.seat, self.wording)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the draft in words. ``paragraph`` counts from 0."""

    section: Section
    paragraph: int
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The piece as it stands in the message."""
        return ("\n" if self.section.block else " ").join(s.text for s in self.sentences)


def arrange(template: Template, facts: Mapping[str, str], hand: Hand) -> tuple[Piece, ...]:
    """The parts in the order dealt, each in the wording dealt; parts whose facts are missing are left out."""
    order = template.orders[hand.turn(len(template.orders), "order")]
    pieces = []
    for number, paragraph in enumerate(order):
        for part in paragraph:
            section = template.section(part, facts)
            if section and (sentences := _dealt(section, facts, hand)):
                pieces.append(Piece(section, number, sentences))
    return tuple(pieces)


def choices_of(section: Section, facts: Mapping[str, str], hand: Hand) -> Iterator[tuple[Sentence, ...]]:
    """All wordings of a section, the one dealt to this person first; each is filled in when asked for."""
    start = hand.turn(len(section.wordings), section.name)
    turned = section.wordings[start:] + section.wordings[:start]
    return (_filled(wording, section, facts) for wording in turned)


def body_of(pieces: Iterable[Piece]) -> str:
    """The pieces as one text: an empty line between paragraphs, blocks line by line."""
    paragraphs: dict[int, list[Piece]] = {}
    for piece in pieces:
        paragraphs.setdefault(piece.paragraph, []).append(piece)
    return "\n\n".join(_paragraph(parts) for parts in paragraphs.values())


def _paragraph(parts: list[Piece]) -> str:
    return ("\n" if any(p.section.block for p in parts) else " ").join(piece.text for piece in parts)


def _dealt(section: Section, facts: Mapping[str, str], hand: Hand) -> tuple[Sentence, ...]:
    choices = choices_of(section, facts, hand)
    first = next(choices)
    if section.block or not _is_taken(first, hand.taken):
        return first
    return next((c for c in choices if not _is_taken(c, hand.taken)), first)


def _is_taken(sentences: tuple[Sentence, ...], texts: tuple[str, ...]) -> bool:
    return any(sentence.text in text for text in texts for sentence in sentences)


def _filled(wording: Wording, section: Section, facts: Mapping[str, str]) -> tuple[Sentence, ...]:
    lines = (line for line in wording.lines if line.needs <= facts.keys())
    tidy = _tidy if section.block else _tidy_sentence
    filled = (Sentence(tidy(line.render(facts)), _source(line, facts), section.rules) for line in lines)
    return tuple(sentence for sentence in filled if sentence.text)


def _tidy(text: str) -> str:
    """One space between words and no second full stop after "Acme Inc."."""
    return _SECOND_STOP.sub("", " ".join(text.split()))


def _tidy_sentence(text: str) -> str:
    return upper_start(_tidy(text))


def _source(line: Line, facts: Mapping[str, str]) -> SentenceSource:
    sources = [FACTS[name] for name in line.uses if name in FACTS and name in facts]
    return max(sources, key=_SIDE_BY_SIDE.__getitem__, default="template")
