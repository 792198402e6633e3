"""Limits of boxes and listeners: whole sentences go, words are never cut."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.domain.composing.fitting import box_length
from afterword.domain.drafts import Draft
from afterword.domain.records import Record
from tests.builders import a_record, settings_of

Compose = Callable[..., Draft]
WithPerson = Callable[..., Record]

LONG_NAME = "María del Carmen Fernández de la Vega"
LONG_COMPANY = "The International Consolidated Holding for Renewable Energy, Water and Rail Technologies Ltd."


@pytest.mark.parametrize("wording", range(6))
def test_X15_a_connection_note_fits_200_characters(draft: Compose, wording: int) -> None:
    note = draft("connect", "linkedin_note", wording=wording)

    assert note.limit == 200
    assert box_length(note.body) <= 200
    assert "the move of billing to Kafka" in note.body


@pytest.mark.parametrize("wording", range(6))
def test_X15_long_names_drop_whole_sentences(draft: Compose, with_person: WithPerson, wording: int) -> None:
    record = with_person({"company": LONG_COMPANY}, name=LONG_NAME)

    note = draft("connect", "linkedin_note", record=record, wording=wording)

    assert box_length(note.body) <= 200
    assert LONG_NAME in note.body
    assert note.body.removesuffix("\n\nRobin Ellis")[-1] in ".?"


def test_X15_a_paid_account_has_300_and_the_box_may_say_less(draft: Compose) -> None:
    paid = settings_of(linkedin_paid=True)

    assert draft("connect", "linkedin_note", settings=paid).limit == 300
    assert draft("connect", "linkedin_note", settings=paid, limit=120).limit == 120
    assert box_length(draft("connect", "linkedin_note", settings=paid, limit=120).body) <= 120


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    company=st.text("abcÅß🚀文 .'", min_size=1, max_size=120).filter(str.strip),
    role=st.text("Data Engéر-", min_size=1, max_size=120).filter(str.strip),
    name=st.text("Dana Whitfİ'", min_size=1, max_size=120).filter(str.strip),
)
def test_X15_a_connection_note_fits_whatever_the_names(
    draft: Compose, with_person: WithPerson, company: str, role: str, name: str
) -> None:
    record = with_person({"company": company, "role": role}, name=name)

    body = draft("connect", "linkedin_note", record=record).body

    assert 0 < box_length(body) <= 200


def test_X17_inmail_has_a_subject_within_200_and_a_body_within_1900(draft: Compose) -> None:
    record = a_record(excites="a " + "very " * 400 + "long reason")

    inmail = draft("thank_you", "linkedin_inmail", record=record)

    assert inmail.limit == 1900
    assert box_length(inmail.body) <= 1900
    assert inmail.subject
    assert len(inmail.subject) <= 200


def test_W25_a_message_on_linkedin_has_no_subject_and_is_shorter_than_the_mail(draft: Compose) -> None:
    message = draft("thank_you", "linkedin_message")

    assert message.subject is None
    assert message.words < draft().words
    assert message.words <= 110


@pytest.mark.parametrize("wording", range(6))
def test_X6_a_card_holds_about_60_words(draft: Compose, wording: int) -> None:
    card = draft("thank_you", "handwritten", wording=wording)

    assert card.words <= 60
    assert card.subject is None


def test_W11_a_card_is_brief_and_thanks(draft: Compose) -> None:
    card = draft("thank_you", "handwritten")

    assert any(word in card.body.lower() for word in ("thank", "grateful"))
    assert "Data Engineer" in card.body or "Acme" in card.body


@pytest.mark.parametrize("wording", range(6))
def test_X4_a_voicemail_takes_20_to_30_seconds_with_the_number_early_and_at_the_end(
    draft: Compose, wording: int
) -> None:
    voicemail = draft("check_in", "voicemail", wording=wording)

    assert voicemail.seconds is not None
    assert 20 <= voicemail.seconds <= 30
    first, last = voicemail.body.find("+1 555 010 0199"), voicemail.body.rfind("+1 555 010 0199")
    assert 0 <= first < len(voicemail.body) / 3
    assert last > len(voicemail.body) * 2 / 3


@pytest.mark.parametrize("kind", ["check_in", "second_follow_up", "offer_more_time", "missed_interview"])
def test_W10_a_call_says_who_why_one_question_and_thanks(draft: Compose, kind: str) -> None:
    call = draft(kind, "phone")

    who, why, question, thanks = call.body.split("\n\n")
    assert "Robin Ellis" in who
    assert "Data Engineer" in why
    assert question.count("?") == call.body.count("?") == 1
    assert "hank" in thanks or "appreciate" in thanks
