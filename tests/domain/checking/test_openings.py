"""Phrases are passed over by their first two words; none that stands in a text may be passed over."""

import random

import pytest

from afterword.domain.checking.phrase import SENTENCE_END, Part
from afterword.domain.checking.reading import read


def _a_match(parts: tuple[Part, ...], choose: random.Random) -> list[str]:
    """Words that these parts fit, drawn at random."""
    words: list[str] = []
    for part in parts:
        if part.optional and choose.random() < 0.5:
            continue
        rows = [[word] for word in sorted(part.words)]
        rows += [row for _, group in sorted(part.rows.items()) for row in group]
        if part.gap:
            words += ["thing"] * choose.randint(0, part.gap)
        elif rows:
            row = choose.choice(rows)
            words += row if isinstance(row, list) else _a_match(row, choose)
    return words


@pytest.mark.parametrize("seed", range(20))
def test_every_way_to_say_a_phrase_gets_past_its_first_two_words(lists, seed):
    choose = random.Random(seed)  # noqa: S311 - nothing secret
    for entry in lists.entries:
        words = tuple(_a_match(entry.phrase.parts, choose))

        assert entry.phrase.end_of_match(words, 0) is not None, words
        openings = lists.by_opener[words[0]]
        second = words[1] if len(words) > 1 else SENTENCE_END
        assert openings.seconds is None or second in openings.seconds, words
        assert entry in openings.before(second), words


def test_most_words_of_a_letter_are_passed_over(lists):
    text = "Thank you for the conversation on Monday. I would be glad to work with you on the billing move."
    reading = read(text, lists.contractions)
    looked_at = [
        entry
        for word, second in zip(reading.words, (*reading.words[1:], SENTENCE_END), strict=True)
        if word in lists.by_opener
        for entry in lists.by_opener[word].before(second)
    ]

    assert len(looked_at) < len(reading.words)


def test_the_words_of_a_line_are_those_between_its_ends(lists):
    text = "Dear Ms. O'Hara,\n\nI can't wait – see you at 3.30 p.m. on Friday.\n\nBest regards,\nSam"
    whole = read(text, lists.contractions, lists.abbreviations)
    for line in text.splitlines():
        start = text.index(line)

        alone = read(line, lists.contractions, lists.abbreviations)

        there = whole.words_in(start, start + len(line))
        assert there == alone.words
