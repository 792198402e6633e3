"""What holds for any text whatever."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.domain.checking import check_text

BAD = [
    line.split("\t")[1] for line in Path(__file__).with_name("corpus_bad.tsv").read_text("utf-8").splitlines()
]
PIECES = [
    *BAD[::7],
    "[Name]",
    "XXX",
    "> quoted",
    "On Monday Dana wrote:",
    "!!",
    "\n\n",
    "’",
    "{{",
    "😊",
    "Dr. Ng",
    "\0",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES) | st.text(max_size=8)).map(" ".join))


@given(text=TEXTS, subject=st.none() | TEXTS)
@settings(max_examples=300, deadline=None)
def test_offsets_name_the_words_and_findings_come_by_place(lists, playbook, text, subject):
    findings = check_text(text, subject=subject, lists=lists, playbook=playbook)

    assert all(text[found.start : found.end] == found.words for found in findings)
    assert all(0 <= found.start <= found.end <= len(text) for found in findings)
    assert [found.start for found in findings] == sorted(found.start for found in findings)


@pytest.mark.parametrize("text", BAD)
def test_a_replacement_put_in_place_removes_its_finding(lists, playbook, text):
    for found in check_text(text, lists=lists, playbook=playbook):
        if found.replacement is None:
            continue
        mended = text[: found.start] + found.replacement + text[found.end :]

        left = check_text(mended, lists=lists, playbook=playbook)

        assert found.words not in {other.words for other in left if other.start == found.start}
        end = found.start + len(found.replacement)
        assert not [
            other for other in left if found.start <= other.start and other.end <= end and other.words
        ]


@pytest.mark.parametrize(
    "piece",
    [
        "a", "a ", "you said ", "[", "> ", "\n", "I just wanted to please, ", "{{", "_", "1 ", "a-", "A_",
        "INSERT A ", "x@", " ", "From: \n", "On a wrote ", "-", "!", "…", "\u0301", "Mr. ", "You promised. ",
    ],
    ids=repr,
)  # fmt: skip
def test_long_texts_take_seconds_not_hours(lists, playbook, piece):
    text = (piece * 200_000)[:200_000]
    began = time.monotonic()

    check_text(text, subject="", lists=lists, playbook=playbook)

    assert time.monotonic() - began < 30


def test_a_megabyte_of_sentences_is_checked(lists, playbook):
    sentence = "Thank you for the talk about queues, which I enjoyed very much. "

    findings = check_text(sentence * 15_600, lists=lists, playbook=playbook, channel="phone")

    assert findings == ()
