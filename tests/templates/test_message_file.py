"""A message template's file: what is read from it, and what is refused with line and reason."""

import pytest

from afterword.domain.composing.messages import Ask
from afterword.templates.message_file import MOST_FILE_CHARACTERS, based_on, read_message, read_parts
from afterword.templates.template_errors import TemplateFileError

GOOD = """\
---
kind: thank_you
channel: email
limits: {words: 120}
asks:
  - {field: talked_about, question: "What with PERSON?", example: Kafka}
orders:
  - greeting / opening point / thanks
---
<!-- A note for whoever edits this. -->
## greeting
rules: W14, X9
block: yes
- Dear {{ person }},

## opening
rules: W15
when: late
- Late, but sincerely: thank you for {{ role }}.

## opening
rules: W15
drop: 1
- Thank you for the {{ role }} interview.
  It was good{% if talked_about %} to talk about {{ talked_about }}{% endif %}.

## point
unless: late
- {{ company }} is on my mind.

## thanks
- Thank you again.
"""


def refused(text: str) -> TemplateFileError:
    with pytest.raises(TemplateFileError) as caught:
        read_message(text, "en/email/mine.md")
    return caught.value


def test_a_file_holds_parts_in_an_order_with_their_wordings() -> None:
    template = read_message(GOOD, "mine.md")

    assert (template.kind, template.channel) == ("thank_you", "email")
    assert template.orders == ((("greeting",), ("opening", "point"), ("thanks",)),)
    assert [section.part for section in template.sections] == [
        "greeting",
        "opening",
        "opening",
        "point",
        "thanks",
    ]
    assert template.limits.words == 120
    assert template.asks == (Ask("talked_about", "What with PERSON?", "Kafka"),)


def test_a_section_knows_its_rules_conditions_and_the_facts_it_needs() -> None:
    greeting, late, opening, point, _ = read_message(GOOD, "mine.md").sections

    assert greeting.rules == ("W14", "X9")
    assert greeting.block
    assert late.when == {"late"}
    assert opening.drop == 1
    assert opening.needs == {"role"}
    assert len(opening.wordings[0].lines) == 2
    assert point.unless == {"late"}


def test_the_first_section_whose_facts_are_there_is_used() -> None:
    template = read_message(GOOD, "mine.md")

    chosen = template.section("opening", {"role": "Engineer", "late": "yes"})
    otherwise = template.section("opening", {"role": "Engineer"})

    assert chosen is not None
    assert otherwise is not None
    assert chosen.when == {"late"}
    assert otherwise.drop == 1
    assert template.section("opening", {}) is None


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("kind: thank_you", "kind: thanks"), 2, "“kind” is one of"),
        (("kind: thank_you\n", ""), 2, "“kind” is one of"),
        (("channel: email", "channel: fax"), 3, "“channel” is one of"),
        (("limits: {words: 120}", "limits: {words: many}"), 4, "whole number"),
        (("limits: {words: 120}", "limits: {pages: 1}"), 4, "characters, words and subject"),
        (("limits: {words: 120}", "colour: red"), 4, "no key “colour”"),
        (("field: talked_about, ", ""), 5, "field, a question, an example"),
        (("point / thanks", "point / farewell"), 7, "“farewell”, which has no section"),
        (("orders:\n  - greeting / opening point / thanks\n", ""), 2, "“orders” is missing"),
        (("drop: 1", "drop: first"), 23, "whole number"),
        (("when: late", "when: tired"), 18, "no fact “tired”"),
        (("- Thank you again.\n", ""), 31, "no wording"),
        (("- Thank you again.", "Thank you again."), 32, "Here stands a wording"),
        (("- Thank you again.", "- {% for a in role %}x{% endfor %}"), 32, "A loop is not allowed"),
        (("- Thank you again.", "- {{ role.__class__ }}"), 32, "A look inside a fact"),
        (("- Thank you again.", "- {{ salery }}"), 32, "no fact “salery”"),
        (("  It was good{% if", "  It was good{% when"), 25, "unknown tag"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_reason(
    change: tuple[str, str], line: int, reason: str
) -> None:
    error = refused(GOOD.replace(*change))

    assert error.line == line
    assert reason in error.reason
    assert error.message.startswith(f"en/email/mine.md, line {line}: ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "## greeting\n- Hello\n",
        "---\nkind: [\n---\n",
        "---\n- a list\n---\n",
        "---\n---\nText before a heading.\n",
    ],
)
def test_text_that_is_no_template_is_refused(text: str) -> None:
    assert refused(text).code == "bad_template"


def test_a_file_of_enormous_size_is_refused() -> None:
    assert "characters" in refused(GOOD + " " * MOST_FILE_CHARACTERS).reason


def test_a_file_based_on_another_goes_before_it() -> None:
    base = read_parts(
        "---\norders: [greeting / thanks]\n---\n## greeting\n- Hello.\n## thanks\n- Thanks.\n", "base.md"
    )
    own = (
        "---\nkind: connect\nchannel: linkedin_message\nbased_on: linkedin/_base.md\n---\n"
        "## thanks\n- Many thanks.\n"
    )

    template = read_message(own, "own.md", base)

    assert based_on(own, "own.md") == ("linkedin/_base.md",)
    assert template.orders == ((("greeting",), ("thanks",)),)
    thanks = template.section("thanks", {})
    assert thanks is not None
    assert thanks.wordings[0].lines[0].render({}) == "Many thanks."
