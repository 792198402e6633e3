"""The user's notes as words that fit into a sentence: topics, clauses, the third person turned to "you"."""

from .notes import (
    lower_start,
    phrase_note,
    phrase_reason,
    phrase_skill,
    sentences_of,
    upper_start,
    without_end,
)

__all__ = [
    "lower_start",
    "phrase_note",
    "phrase_reason",
    "phrase_skill",
    "sentences_of",
    "upper_start",
    "without_end",
]
