"""Real-life notes and the words that a letter makes of them."""

import pytest

from afterword.domain.phrasing.notes import (
    MOST_NOTE_WORDS,
    lower_start,
    phrase_note,
    phrase_reason,
    phrase_skill,
    sentences_of,
)

NAMES = ("Dana Whitfield", "Dana")


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("the move of billing to Kafka", "the move of billing to Kafka"),
        ("We talked about the move to Kafka.", "the move to Kafka"),
        ("you mentioned how you run on-call", "how you run on-call"),
        ("How they handle incidents", "how you handle incidents"),
        ("she explained how she runs the team", "how you run the team"),
        ("Moving billing to Kafka.", "moving billing to Kafka"),
        ("Kafka", "Kafka"),
        ("Dana's work on pricing", "your work on pricing"),
        ("Dana asked about my thesis", "my thesis"),
        ("their plans for 2027", "your plans for 2027"),
        ("the problems you are solving with Kafka", "the problems you are solving with Kafka"),
        ("- Kafka move\n- hiring plans", "Kafka move and hiring plans"),
        ("1. on-call\n2. pricing\n3. AWS", "on-call, pricing and AWS"),
        ("iOS release trains!", "iOS release trains"),
        ("Discussed the roadmap, e.g. the move to AWS.", "the roadmap, e.g. the move to AWS"),
        ("She asked if I could start in January", "whether I could start in January"),
        ("I enjoyed hearing about your approach to testing.", "your approach to testing"),
        ("Liked my thesis", "my thesis"),
        ("our chat about sailing", "sailing"),
        ("We had a great conversation about type systems", "type systems"),
        ("the way your team is organised", "the way your team is organised"),
        ("“quoted words.”", "quoted words"),
        ("the buyout by Acme Inc.", "the buyout by Acme Inc."),
        ("الانتقال إلى كافكا", "الانتقال إلى كافكا"),
        ("Kafkaへの移行。", "Kafkaへの移行"),
        ("🚀 rockets", "🚀 rockets"),
    ],
)
def test_a_note_that_names_a_topic_fits_after_about(note: str, topic: str) -> None:
    phrase = phrase_note(note, NAMES)

    assert phrase is not None
    assert (phrase.text, phrase.form) == (topic, "topic")


@pytest.mark.parametrize(
    ("note", "remark"),
    [
        ("You are moving billing to Kafka", "you are moving billing to Kafka"),
        ("You're rebuilding the platform. It starts in March.",
         "you're rebuilding the platform, and it starts in March"),
        ("The team is moving to Kubernetes", "the team is moving to Kubernetes"),
        ("Dana mentioned that they want to hire three more people", "you want to hire three more people"),
        ("Sam said that hiring is open. He liked my thesis.",
         "Sam said that hiring is open, and he liked my thesis"),
        ("wants to move to Rust", "you want to move to Rust"),
        ("She's rebuilding the API", "you are rebuilding the API"),
        ("I told her about my thesis; she asked for a copy",
         "I told you about my thesis; you asked for a copy"),
        ("She wrote her own scheduler", "you wrote your own scheduler"),
        ("He has built the team from two people", "you have built the team from two people"),
        ("We talked about the move to Kafka. She liked my thesis.",
         "we talked about the move to Kafka, and you liked my thesis"),
    ],
)  # fmt: skip
def test_a_note_that_is_a_clause_or_several_sentences_fits_after_a_colon(note: str, remark: str) -> None:
    phrase = phrase_note(note, NAMES)

    assert phrase is not None
    assert (phrase.text, phrase.form) == (remark, "remark")


@pytest.mark.parametrize("note", ["", "  \n ", "...", '""'])
def test_an_empty_note_gives_no_phrase(note: str) -> None:
    assert phrase_note(note) is None
    assert phrase_reason(note) is None
    assert phrase_skill(note) is None


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Kafka", "my experience with Kafka"),
        ("Python, SQL and Airflow", "my experience with Python, SQL and Airflow"),
        ("five years of Python", "my five years of Python"),
        ("10+ years in logistics", "my 10+ years in logistics"),
        ("building data pipelines", "my experience building data pipelines"),
        ("distributed systems", "my experience with distributed systems"),
        ("a background in law", "my background in law"),
        ("my thesis on graphs", "my thesis on graphs"),
        ("strong communication skills", "my strong communication skills"),
        ("I have 5 years of experience with Go", "my 5 years of experience with Go"),
        ("I led a team of four", "I led a team of four"),
        ("led a team of four.", "I led a team of four"),
        ("Managed a team of 12", "I managed a team of 12"),
        ("I have built three data platforms", "I have built three data platforms"),
        ("I've run on-call for years", "I have run on-call for years"),
        ("Speak German", "I speak German"),
        ("I know Rust. I led a team.", "I know Rust, and I led a team"),
    ],
)
def test_W17_a_skill_is_said_as_ones_own(note: str, words: str) -> None:
    phrase = phrase_skill(note)

    assert phrase is not None
    assert phrase.text == words
    assert phrase.is_topic == words.startswith("my ")


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("how close the data team sits to the product", "how close the data team sits to the product"),
        ("I love the product", "the product"),
        ("They open-source everything", "that you open-source everything"),
        ("because you ship weekly", "that you ship weekly"),
        ("They publish their research", "that you publish your research"),
        ("They ask customers for their opinion", "that you ask customers for their opinion"),
        ("Because the team is small", "that the team is small"),
        ("I am excited about the chance to shape the platform", "the chance to shape the platform"),
        ("working on real-time data", "working on real-time data"),
        ("the small team. They ship daily.", "the small team and that you ship daily"),
    ],
)
def test_W16_what_excites_fits_after_is(note: str, reason: str) -> None:
    assert phrase_reason(note) == reason


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("The plan", "the plan"),
        ("You're right", "you're right"),
        ("Kafka at scale", "Kafka at scale"),
        ("AWS costs", "AWS costs"),
        ("I led a team", "I led a team"),
        ("I'm from Oslo", "I'm from Oslo"),
        ("Just Eat's stack", "Just Eat's stack"),
        ("Boeing contracts", "Boeing contracts"),
        ("Scaling the platform", "scaling the platform"),
    ],
)
def test_the_first_letter_is_lowered_only_where_that_is_surely_right(text: str, lowered: str) -> None:
    assert lower_start(text) == lowered


def test_a_long_note_is_shortened_by_whole_sentences() -> None:
    note = "We discussed one thing after another for a whole hour. " * 12

    kept = sentences_of(note)

    assert 1 <= len(kept) < 12
    assert sum(len(sentence.split()) for sentence in kept) <= MOST_NOTE_WORDS
    assert all(sentence.endswith("hour") for sentence in kept)
