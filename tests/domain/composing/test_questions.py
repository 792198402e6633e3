"""Questions left open, in the words of the user's letter."""

import pytest

from afterword.domain.phrasing.questions import OpenQuestion, read_open_question


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("How would you handle schema changes?", "how I would handle schema changes"),
        ("What is your notice period?", "my notice period"),
        ("What are the main risks?", "the main risks"),
        ("Where is your office?", "where my office is"),
        ("Can you start in January?", "whether I can start in January"),
        ("What do you do when it breaks?", "what I do when it breaks"),
        ("They asked whether I would relocate", "whether I would relocate"),
        ("notice period", "notice period"),
        ("Why did you leave your last job?", "“Why did you leave your last job”"),
    ],
)
def test_W1_an_open_question_becomes_a_topic_without_a_question_mark(note: str, topic: str) -> None:
    assert read_open_question(note) == OpenQuestion(topic)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("How would you test it? With a replay of last year's traffic.",
         OpenQuestion("how I would test it", "with a replay of last year's traffic")),
        ("My notice period is four weeks.", OpenQuestion("", "my notice period is four weeks")),
    ],
)  # fmt: skip
def test_W1_an_answer_in_the_note_is_kept_with_its_question(note: str, expected: OpenQuestion) -> None:
    assert read_open_question(note) == expected
