"""Making a draft fit its limits: whole parts are left out, shorter wordings taken, no word is cut (X15)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..checking import word_count
from ..drafts import Sentence
from .arranging import Hand, Piece, body_of, choices_of
from .messages import Limits

_Fits = Callable[[tuple[Piece, ...]], bool]


def fit(pieces: tuple[Piece, ...], limits: Limits, facts: Mapping[str, str], hand: Hand) -> tuple[Piece, ...]:
    """As many of the pieces as the limits allow.

    Droppable parts go in their order. Where the limit is firm and that is not enough, shorter wordings are
    taken; and if even those are too long, parts go from the end, the greeting first of all.
    """
    fits = _checker(limits)
    while not (fitting := fits(pieces)) and (weakest := _weakest(pieces)):
        pieces = tuple(piece for piece in pieces if piece is not weakest)
    if fitting or not limits.firm:
        return pieces
    pieces = _shortened(pieces, fits, facts, hand)
    while not fits(pieces) and len(pieces) > 1:
        pieces = pieces[1:] if pieces[0].section.part == "greeting" else pieces[:-1]
    return pieces


def fit_subject(choices: Iterator[tuple[Sentence, ...]], limit: int | None) -> tuple[Sentence, ...]:
    """The first subject within the limit, in characters; the shortest where none is."""
    too_long = []
    for choice in choices:
        if limit is None or box_length(choice[0].text) <= limit:
            return choice
        too_long.append(choice)
    return min(too_long, key=lambda choice: box_length(choice[0].text))


def _checker(limits: Limits) -> _Fits:
    def fits(pieces: tuple[Piece, ...]) -> bool:
        body = body_of(pieces)
        few_enough = limits.words is None or word_count(body) <= limits.words
        return few_enough and (limits.characters is None or box_length(body) <= limits.characters)

    return fits


def _weakest(pieces: tuple[Piece, ...]) -> Piece | None:
    droppable = [piece for piece in pieces if piece.section.drop]
    return min(droppable, key=lambda piece: piece.section.drop, default=None)


def _shortened(
    pieces: tuple[Piece, ...], fits: _Fits, facts: Mapping[str, str], hand: Hand
) -> tuple[Piece, ...]:
    """The pieces with shorter wordings, one piece after the other, until they fit or all are the shortest.

    The first wording in the order dealt that is short enough is taken, so that a panel's messages differ.
    """
    for place, piece in enumerate(pieces):
        others = (replace(piece, sentences=choice) for choice in choices_of(piece.section, facts, hand))
        versions = [(*pieces[:place], other, *pieces[place + 1 :]) for other in others]
        fitting = next((version for version in versions if fits(version)), None)
        if fitting:
            return fitting
        pieces = min(versions, key=lambda version: box_length(body_of(version)))
    return pieces


def box_length(text: str) -> int:
    """The length in characters as a browser's box counts them: an emoji outside the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2
