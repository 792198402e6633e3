"""The corpus: real-life politeness that no check may remark on, and sentences each with its rule."""

from pathlib import Path

import pytest

from afterword.domain.checking import CheckLists, check_text
from afterword.domain.playbook import Playbook

HERE = Path(__file__).parent
GOOD = HERE.joinpath("corpus_good.txt").read_text("utf-8").splitlines()
BAD = [line.split("\t") for line in HERE.joinpath("corpus_bad.tsv").read_text("utf-8").splitlines()]


def test_the_corpus_is_large_enough_and_has_no_sentence_twice():
    sentences = GOOD + [sentence for _, sentence in BAD]

    assert len(GOOD) >= 150
    assert len(BAD) >= 150
    assert len(set(sentences)) == len(sentences)


def test_no_good_sentence_is_flagged(lists: CheckLists, playbook: Playbook):
    alarms = {
        sentence: [(found.rule, found.words) for found in findings]
        for sentence in GOOD
        if (findings := check_text(sentence, lists=lists, playbook=playbook))
    }

    print(f"\nfalse alarms: {len(alarms)} of {len(GOOD)}")
    assert alarms == {}


def test_W29_W30_W31_X21_every_bad_sentence_is_flagged_with_its_rule(lists: CheckLists, playbook: Playbook):
    missed = [
        (rule, sentence)
        for rule, sentence in BAD
        if rule not in {found.rule for found in check_text(sentence, lists=lists, playbook=playbook)}
    ]

    print(f"\nmisses: {len(missed)} of {len(BAD)}")
    assert missed == []


@pytest.mark.parametrize("channel", ["email", "linkedin_message", "linkedin_note", "voicemail"])
def test_good_sentences_are_good_on_every_channel(channel, lists: CheckLists, playbook: Playbook):
    flagged = [text for text in GOOD if check_text(text, channel=channel, lists=lists, playbook=playbook)]

    assert flagged == []
