"""The reader of the word lists: what is wrong is told with line and key."""

from pathlib import Path

import pytest
import yaml

from afterword.templates.check_lists_file import CheckListsFileError, read_check_lists

PACKAGED = (Path(__file__).parents[2] / "shared_templates" / "en" / "checks.yaml").read_text("utf-8")
SMALL = """\
contractions: {endings: {"n't": not}, whole: {cannot: can n't}}
abbreviations: [mr]
groups: {reply: [answer, write back]}
families:
  pressure:
    rule: W30
    level: warning
    why: It presses.
    phrases:
      - {phrase: "i need you to {reply}", replacement: please}
parts: {greetings: [dear], nobody: [all], thanks: ["thank+"], asks: [a], small_talk: [b], sign_offs: [c]}
message_size: {lines: 3, words_in_lines: 12, words_in_one_block: 45}
placeholder_words: [name]
ordinary_words: [target]
calendar_words: [may]
company_endings: [inc]
titles: [mr]
posts: {private: {rule: W27, level: hint, why: Private., phrases: [{phrase: my dog}]}, work_words: [job]}
"""


def test_the_packaged_lists_can_be_read():
    lists = read_check_lists(PACKAGED)

    assert {entry.rule for entry in lists.entries} == {"W29", "W30", "W31", "X21"}
    assert all(entry.level in ("hint", "warning") for entry in lists.entries)


def test_every_reason_is_one_sentence():
    lists = read_check_lists(PACKAGED)

    assert {entry.why[-1] for entry in lists.entries} == {"."}


def test_a_small_file_can_be_read():
    (entry,) = read_check_lists(SMALL).entries

    assert (entry.rule, entry.level, entry.replacement) == ("W30", "warning", "please")
    assert entry.phrase.end_of_match(("i", "need", "you", "to", "write", "back"), 0) == 6


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("rule: W30", "rule: rule-nine", 6, "families.pressure.rule"),
        ("level: warning", "level: stop", 7, "families.pressure.level"),
        ("level: warning", "levle: warning", 7, "families.pressure.levle"),
        ("    why: It presses.\n", "", 6, "families.pressure"),
        ("replacement: please", "replace: please", 10, "families.pressure.phrases[0].replace"),
        ("replacement: please", "at_start: maybe", 10, "families.pressure.phrases[0].at_start"),
        ("i need you to {reply}", "i need (you", 10, "families.pressure.phrases[0].phrase"),
        ("i need you to {reply}", "i need you)", 10, "families.pressure.phrases[0].phrase"),
        ("i need you to {reply}", "i need {nothing}", 10, "families.pressure.phrases[0].phrase"),
        ("i need you to {reply}", "... need", 10, "families.pressure.phrases[0].phrase"),
        ("i need you to {reply}", "[you]", 10, "families.pressure.phrases[0].phrase"),
        ("i need you to {reply}", "(you|)", 10, "families.pressure.phrases[0].phrase"),
        ("[answer, write back]", '["{reply}"]', 3, "groups.reply"),
        ("lines: 3", "lines: few", 12, "message_size.lines"),
        ("titles: [mr]", "titles: {mr: 1}", 17, "titles"),
        ("titles: [mr]\n", "", 1, ""),
        ("titles: [mr]", "titles: [mr]\nextra: 1", 18, "extra"),
        ("titles: [mr]", "titles: [mr]\ntitles: [ms]", 18, "titles"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(old, new, line, key):
    with pytest.raises(CheckListsFileError) as error:
        read_check_lists(SMALL.replace(old, new))

    assert f"line {line}, {key}".removesuffix(", ") in error.value.message


@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "just words", "a: [", "\t- x", "\x00", "a: !!python/object:os.system {}"]
)
def test_what_is_no_list_of_words_is_refused(text):
    with pytest.raises(CheckListsFileError):
        read_check_lists(text)


def test_no_entry_of_the_packaged_file_is_there_twice():
    families = yaml.safe_load(PACKAGED)["families"].values()
    phrases = [str(entry["phrase"]) for family in families for entry in family["phrases"]]

    assert len(set(phrases)) == len(phrases)
