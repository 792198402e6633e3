"""Every packaged template, filled in from every combination of facts."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.domain.cadence import Elsewhere
from afterword.domain.cadence.elsewhere import Acceptance, OtherOffer
from afterword.domain.checking import CheckContext, check_text
from afterword.domain.composing import compose_draft
from afterword.domain.composing.fact_names import FACTS
from afterword.domain.composing.fitting import box_length
from afterword.domain.drafts import Draft, Timing
from afterword.domain.kinds import CHANNELS, KINDS, Channel, HiringRole, Kind
from afterword.domain.records import FollowUp, Interviewer, Outcome, Record, Round
from afterword.domain.settings import Settings
from afterword.templates.library import Library
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

LIBRARY = Library(Path(__file__).parents[2] / "shared_templates")
NOW = at("2026-12-02T10:00:00-05:00")
GENERIC = {"greeting", "thanks", "close", "stay", "signoff", "signed", "ask", "subject"}
"""Parts that open or close a message: what they say may stand in anybody's."""

maybe = st.booleans()
facts = st.fixed_dictionaries(
    {
        "talked_about": st.sampled_from(
            [None, "the move of billing to Kafka", "You ship weekly. She asked why."]
        ),
        "skill": st.sampled_from([None, "SQL", "I led a team of four"]),
        "excites": st.sampled_from([None, "your mission", "They open-source everything"]),
        "hiring_role": st.sampled_from(get_args(HiringRole)),
        "open_question": st.sampled_from([None, "What is your notice period?", "Why Acme? For the people."]),
        "promised_by": st.sampled_from([None, date(2026, 12, 1)]),
        "salary": st.sampled_from([None, "USD 120,000 a year"]),
        "start_date": st.sampled_from([None, date(2027, 1, 4)]),
        "decide_by": st.sampled_from([None, date(2026, 12, 4)]),
        "feedback": st.sampled_from([None, "the depth of my SQL", "You need more depth."]),
        "company": st.sampled_from(["Acme", "Acme Inc.", "Just Eat", "株式会社サンプル"]),
        "phone": st.sampled_from(["", "+1 555 010 0199"]),
        "name": st.sampled_from(["", "Robin Ellis"]),
        "contract": maybe,
        "informal": maybe,
        "sent": maybe,
        "late": maybe,
        "has_person": maybe,
        "has_round": maybe,
        "has_signature": maybe,
        "elsewhere": st.sampled_from(["nothing", "offer", "acceptance"]),
        "wording": st.integers(0, 40),
    }
)


def an_elsewhere(what: str) -> Elsewhere:
    moment = at("2026-11-21T10:00:00-05:00")
    if what == "offer":
        return Elsewhere((OtherOffer("other", "Globex", moment, date(2026, 12, 5)),))
    return Elsewhere((), Acceptance("other", "Globex", moment) if what == "acceptance" else None)


def the_person(given_facts: Mapping[str, Any]) -> Interviewer:
    return an_interviewer(talked_about=given_facts["talked_about"], hiring_role=given_facts["hiring_role"])


def the_record(given_facts: Mapping[str, Any]) -> Record:
    asked = FollowUp(
        id="f1",
        kind="check_in",
        channel="email",
        state="sent",
        at=NOW,
        round_id="round-1",
        interviewer_id="dana",
    )
    return a_record(
        company=given_facts["company"],
        skill=given_facts["skill"],
        excites=given_facts["excites"],
        informal=given_facts["informal"],
        rounds=(
            a_round(
                promised_by=given_facts["promised_by"],
                open_question=given_facts["open_question"],
                interviewers=(the_person(given_facts),),
            ),
        ),
        follow_ups=(asked,) if given_facts["sent"] else (),
        outcome=Outcome(
            kind="offer",
            salary=given_facts["salary"],
            start_date=given_facts["start_date"],
            decide_by=given_facts["decide_by"],
            feedback=given_facts["feedback"],
            contract_received=given_facts["contract"],
        ),
    )


def the_settings(given_facts: Mapping[str, Any]) -> Settings:
    return settings_of(name=given_facts["name"], phone=given_facts["phone"], skills=())


def the_draft(kind: Kind, channel: Channel, given_facts: Mapping[str, Any]) -> Draft:
    record = the_record(given_facts)
    round_: Round | None = record.rounds[0] if given_facts["has_round"] else None
    return compose_draft(
        LIBRARY.message(kind, channel),
        record=record,
        round_=round_,
        interviewer=the_person(given_facts) if given_facts["has_person"] else None,
        settings=the_settings(given_facts),
        playbook=LIBRARY.playbook,
        timing=Timing("late" if given_facts["late"] else "open", None, None, None, "", ()),
        kind=kind,
        channel=channel,
        wording=given_facts["wording"],
        has_signature=given_facts["has_signature"],
        now=NOW,
        elsewhere=an_elsewhere(given_facts["elsewhere"]),
    )


@pytest.mark.parametrize(("kind", "channel"), sorted(LIBRARY.files))
@settings(max_examples=40, deadline=None)
@given(given_facts=facts)
def test_every_template_reads_well_whatever_facts_are_missing(
    kind: Kind, channel: Channel, given_facts: dict[str, Any]
) -> None:
    draft = the_draft(kind, channel, given_facts)

    for text in (draft.subject or "", draft.body):
        assert not re.search(r"None|\{\{|\}\}|\[|\]|  | [.,;:?!]|\n\n\n|\.\.|,,|\?\.|!\.", text), text
    assert draft.body == draft.body.strip()
    assert draft.words >= 8
    assert draft.limit is None or box_length(draft.body) <= draft.limit
    assert all(sentence.text[:1] == sentence.text[:1].upper() or "@" in sentence.text or
               sentence.text.startswith("http") for sentence in draft.sentences)  # fmt: skip


@pytest.mark.parametrize(("kind", "channel"), sorted(LIBRARY.files))
@settings(max_examples=15, deadline=None)
@given(given_facts=facts)
def test_the_checks_are_silent_on_every_draft(
    kind: Kind, channel: Channel, given_facts: dict[str, Any]
) -> None:
    whole = {"name": "Robin Ellis", "has_person": True, "has_round": True, "phone": "+1 555 010 0199"}
    given_facts = {**given_facts, **whole, "company": "Acme"}
    draft = the_draft(kind, channel, given_facts)
    context = CheckContext(
        record=the_record(given_facts),
        interviewer=the_person(given_facts),
        settings=the_settings(given_facts),
        has_signature=given_facts["has_signature"],
    )

    findings = check_text(
        draft.body,
        subject=draft.subject,
        channel=channel,
        lists=LIBRARY.check_lists,
        playbook=LIBRARY.playbook,
        context=context,
    )

    assert not findings, (findings, draft.body)


@pytest.mark.parametrize(("kind", "channel"), sorted(LIBRARY.files))
def test_every_body_sentence_carries_a_fact(kind: Kind, channel: Channel) -> None:
    template = LIBRARY.message(kind, channel)

    for section in template.sections:
        if section.part in GENERIC or section.part == "feedback_ask":
            continue
        for wording in section.wordings:
            assert frozenset().union(*(line.needs for line in wording.lines)) & FACTS.keys(), wording


@pytest.mark.parametrize(("kind", "channel"), sorted(LIBRARY.files))
def test_X8_the_first_choice_of_every_body_part_has_six_wordings(kind: Kind, channel: Channel) -> None:
    template = LIBRARY.message(kind, channel)
    used = {part for order in template.orders for paragraph in order for part in paragraph}

    for part in used - {"greeting", "signoff", "signed"}:
        first = next(s for s in template.sections if s.part == part and "contract_received" not in s.when)
        assert len(first.wordings) >= 6 or "answer_day" in first.when, (part, len(first.wordings))


def test_every_kind_has_an_email_or_a_connection_note_and_every_channel_a_template() -> None:
    assert {kind for kind, channel in LIBRARY.files if channel == "email"} == set(KINDS) - {"connect"}
    assert ("connect", "linkedin_note") in LIBRARY.files
    assert {channel for _, channel in LIBRARY.files} == set(CHANNELS)
    assert not LIBRARY.problems


def test_a_topic_ends_its_clause_so_that_a_long_one_reads_well() -> None:
    """A note such as "how you review a report before it goes out" can't be followed by "with pleasure"."""
    folder = Path(__file__).parents[2] / "shared_templates" / "en"

    texts = {path.name: path.read_text("utf-8") for path in folder.rglob("*.md")}

    trailing = {
        (name, found)
        for name, text in texts.items()
        for found in re.findall(r"\{\{ (?:talked_about|excites|feedback|open_question) \}\} \w.*", text)
    }
    assert trailing == set()


def test_no_article_stands_before_a_fact_whose_first_sound_is_unknown() -> None:
    folder = Path(__file__).parents[2] / "shared_templates" / "en"

    assert not [p.name for p in folder.rglob("*.md") if re.search(r"\b[Aa]n? \{\{", p.read_text("utf-8"))]
