"""The reading of playbook.yaml: every number is there, and a wrong file is told with line and key."""

from dataclasses import fields
from pathlib import Path

import pytest

from afterword.domain.playbook import Playbook, Span
from afterword.templates.playbook_file import PlaybookFileError, read_playbook

PACKAGED = (Path(__file__).parents[2] / "shared_templates" / "playbook.yaml").read_text(encoding="utf-8")


def line_of(text, piece):
    return next(number for number, line in enumerate(text.splitlines(), 1) if piece in line)


def refused(text):
    with pytest.raises(PlaybookFileError) as caught:
        read_playbook(text)
    return caught.value


def test_the_packaged_file_holds_every_number():
    playbook = read_playbook(PACKAGED)

    assert playbook.thank_you.opens == Span(24, "hours")
    assert playbook.check_in.closes == Span(2, "days")
    assert (playbook.persistence.asks, playbook.persistence.within) == (3, Span(7, "days"))
    assert all(getattr(playbook, field.name) is not None for field in fields(Playbook))


def test_X4_X6_X7_X15_X17_lengths_are_those_of_the_playbook():
    playbook = read_playbook(PACKAGED)

    assert (playbook.email_words_min, playbook.email_words_max, playbook.email_words_flagged) == (
        80,
        150,
        200,
    )
    assert (playbook.email_subject, playbook.email_subject_point) == (50, 33)
    assert (playbook.words_per_minute, playbook.voicemail_min_seconds, playbook.voicemail_max_seconds) == (
        130,
        20,
        30,
    )
    assert playbook.handwritten_words == 60
    assert (playbook.linkedin_note_free, playbook.linkedin_note_paid) == (200, 300)
    assert (playbook.inmail_subject, playbook.inmail_body, playbook.linkedin_message_characters) == (
        200,
        1900,
        1900,
    )


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        pytest.param(
            "  asks: 3", "  asks: three", "persistence.asks", "whole number from 0 to 100", id="a word"
        ),
        pytest.param("  asks: 3", "  asks: '3'", "persistence.asks", "whole number", id="a quoted number"),
        pytest.param("  asks: 3", "  asks: true", "persistence.asks", "whole number", id="yes or no"),
        pytest.param("  asks: 3", "  asks: -3", "persistence.asks", "whole number", id="below nothing"),
        pytest.param("  asks: 3", "  asks: 101", "persistence.asks", "out of range", id="too many"),
        pytest.param("  asks: 3", "  asks:", "persistence.asks", "whole number", id="nothing"),
        pytest.param("  asks: 3", "  ask: 3", "persistence.ask", "did you mean asks", id="a misspelt name"),
        pytest.param("  asks: 3", "  asks: 3\n  asks: 4", "persistence.asks", "there twice", id="twice"),
        pytest.param(
            "email_subject: 50", "email_subject: [50]", "email_subject", "whole number", id="a list"
        ),
        pytest.param(
            "  late_after: 12", "  late_after: 25", "working_hours.late_after", "out of range", id="an hour"
        ),
        pytest.param(
            "  late_after: 12",
            "  late_after: 18",
            "working_hours.closes",
            "less than late_after",
            id="noon after work",
        ),
        pytest.param(
            "  opens: 15 minutes", "  opens: 15", "missed_interview.opens", "length of time", id="no unit"
        ),
        pytest.param(
            "  opens: 15 minutes",
            "  opens: 15 weeks",
            "missed_interview.opens",
            "length of time",
            id="an unknown unit",
        ),
        pytest.param(
            "  opens: 15 minutes",
            "  opens: 9999 days",
            "missed_interview.opens",
            "out of range",
            id="longer than a year",
        ),
        pytest.param(
            "  within: 7 days", "  within: 168 hours", "persistence.within", "in days", id="days only"
        ),
        pytest.param(
            "  best: 75 days",
            "  best: 45 days",
            "stay_in_touch.best",
            "less than opens",
            id="best before it opens",
        ),
        pytest.param(
            "linkedin_note_paid: 300",
            "linkedin_note_paid: 100",
            "linkedin_note_paid",
            "less than linkedin_note_free",
            id="less for the paid account",
        ),
        pytest.param(
            "handwritten_words: 60",
            "card_words: 60",
            "card_words",
            "no number of this name",
            id="an unknown name",
        ),
    ],
)
def test_a_wrong_number_is_told_with_line_and_key(old, new, key, words):
    text = PACKAGED.replace(old, new, 1)
    assert text != PACKAGED

    error = refused(text)

    assert error.key == key
    assert words in error.message
    assert text.splitlines()[error.line - 1].strip().startswith(key.rpartition(".")[2])
    assert error.message.startswith(f"Line {error.line}, {key}:")


def test_a_missing_number_is_told_with_its_section():
    error = refused(PACKAGED.replace("  asks: 3\n", ""))

    assert (error.key, error.line) == ("persistence.asks", line_of(PACKAGED, "  within: 7 days"))
    assert "missing" in error.message


def test_a_missing_section_is_told():
    start = PACKAGED.index("stay_in_touch:")
    error = refused(PACKAGED[:start] + PACKAGED[PACKAGED.index("# ---- Limits") :])

    assert error.key == "stay_in_touch"


def test_a_section_that_is_none_is_told():
    start = PACKAGED.index("persistence:")
    text = PACKAGED[:start] + "persistence: 3\n" + PACKAGED[PACKAGED.index("calls_without_reply") :]

    error = refused(text)

    assert (error.key, error.line) == ("persistence", line_of(text, "persistence: 3"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("# only a remark", id="only a remark"),
        pytest.param("thank_you: [", id="broken"),
        pytest.param("- 1\n- 2", id="a list"),
        pytest.param("a: b: c", id="nested on one line"),
        pytest.param("a: *nobody", id="an alias of nothing"),
        pytest.param("a: \x07", id="a control character"),
        pytest.param("[" * 5000, id="very deep"),
        pytest.param("--- 1\n--- 2", id="two documents"),
    ],
)
def test_what_is_no_playbook_is_refused_with_a_line(text):
    error = refused(text)

    assert error.line >= 1
    assert error.message.startswith("Line ")
