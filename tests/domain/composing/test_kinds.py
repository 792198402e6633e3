"""What each kind of message has to say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from afterword.domain.cadence import Elsewhere
from afterword.domain.cadence.elsewhere import Acceptance, OtherOffer
from afterword.domain.drafts import Draft
from afterword.domain.kinds import Kind
from afterword.domain.records import FollowUp, Outcome, Record
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

Compose = Callable[..., Draft]

OFFER = Outcome(
    kind="offer",
    at=at("2026-11-22T09:00:00-05:00"),
    salary="USD 120,000 a year",
    start_date=date(2027, 1, 4),
    decide_by=date(2026, 12, 4),
)
OTHER_OFFER = Elsewhere((OtherOffer("other", "Globex", at("2026-11-21T10:00:00-05:00"), date(2026, 11, 30)),))
ACCEPTED = Elsewhere((), Acceptance("other", "Globex", at("2026-11-21T10:00:00-05:00")))
THANK_YOU = FollowUp(
    id="f1",
    kind="thank_you",
    channel="email",
    state="sent",
    at=at("2026-11-21T10:00:00-05:00"),
    round_id="round-1",
    interviewer_id="dana",
)
WORDINGS = range(6)


def an_offer(**fields: object) -> Record:
    return a_record(outcome=replace(OFFER, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("wording", WORDINGS)
def test_W5_the_check_in_names_the_day_promised_and_asks_one_question(draft: Compose, wording: int) -> None:
    record = a_record(rounds=(a_round(promised_by=date(2026, 12, 1)),))

    mail = draft("check_in", record=record, wording=wording)

    assert "December 1" in mail.body
    assert mail.body.count("?") == 1
    assert "Robin Ellis" in (mail.subject or "")
    assert "Data Engineer" in (mail.subject or "")


@pytest.mark.parametrize("wording", WORDINGS)
def test_W12_the_second_mail_mentions_the_first_by_its_date(draft: Compose, wording: int) -> None:
    mail = draft("second_follow_up", record=a_record(follow_ups=(THANK_YOU,)), wording=wording)

    assert "November 21" in mail.body
    assert (
        "interest" in mail.body
        or "appeal" in mail.body
        or "glad" in mail.body
        or "strong reason" in mail.body
    )
    assert mail.body.count("?") == 1


def test_W12_the_latest_message_is_mentioned_and_a_check_in_called_a_question(draft: Compose) -> None:
    check_in = replace(THANK_YOU, id="f2", kind="check_in", at=at("2026-12-02T10:00:00-05:00"))
    record = a_record(follow_ups=(THANK_YOU, check_in))

    for wording in WORDINGS:
        body = draft("second_follow_up", record=record, wording=wording).body
        assert "December 2" in body
        assert "November 21" not in body


def test_W12_without_a_logged_message_no_date_is_made_up(draft: Compose) -> None:
    for wording in WORDINGS:
        mail = draft("second_follow_up", wording=wording)
        assert "November 21" not in mail.body
        assert "Data Engineer" in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_W20_a_rejection_is_answered_with_thanks_and_a_wish_to_stay_in_touch(
    draft: Compose, wording: int
) -> None:
    record = a_record(outcome=Outcome(kind="rejected", feedback="My SQL needs more depth."))

    mail = draft("rejection_reply", record=record, wording=wording)

    assert "thank" in mail.body.lower()
    assert any(word in mail.body.lower() for word in ("feedback", "reasons", "frankness", "explaining"))
    assert any(word in mail.body for word in ("touch", "contact", "connected", "hear from you", "talk again"))


def test_X14_feedback_is_asked_for_in_one_line_where_none_was_given(draft: Compose) -> None:
    told = a_record(outcome=Outcome(kind="rejected", feedback="the depth of my SQL"))

    for wording in WORDINGS:
        assert draft("rejection_reply", wording=wording).body.count("?") == 1
        assert "?" not in draft("rejection_reply", record=told, wording=wording).body
        assert "the depth of my SQL" in draft("rejection_reply", record=told, wording=wording).body


@pytest.mark.parametrize("wording", WORDINGS)
def test_W21_the_thanks_for_an_offer_ask_for_contract_or_next_steps(draft: Compose, wording: int) -> None:
    mail = draft("offer_thanks", record=an_offer(), wording=wording)

    assert "thank" in mail.body.lower()
    assert mail.body.count("?") <= 1
    assert "contract" in mail.body or "terms" in mail.body
    assert "December 4" in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_W21_the_contract_is_not_asked_for_again_once_it_is_there(draft: Compose, wording: int) -> None:
    mail = draft("offer_thanks", record=an_offer(contract_received=True), wording=wording)

    question = next(part for part in mail.body.split(". ") if "?" in part)
    assert "send me the" not in question
    assert "contract" in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_W22_more_time_is_asked_for_with_a_date(draft: Compose, wording: int) -> None:
    known = draft("offer_more_time", record=an_offer(), wording=wording)
    unknown = draft("offer_more_time", record=an_offer(decide_by=None), wording=wording)
    named = draft("offer_more_time", record=an_offer(), wording=wording, facts={"answer_day": "2026-12-11"})

    assert "December 4" in known.body
    assert known.body.count("?") == unknown.body.count("?") == 1
    assert any(word in unknown.body for word in ("date", "day", "deadline"))
    assert "December 11" in named.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_X11_an_acceptance_restates_the_terms_and_asks_for_the_contract(draft: Compose, wording: int) -> None:
    mail = draft("offer_accept", record=an_offer(), wording=wording)

    assert "accept" in mail.body
    for term in ("Data Engineer", "USD 120,000 a year", "January 4", "contract"):
        assert term in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("missing", ["salary", "start_date"])
def test_X11_terms_that_are_not_known_are_not_invented(draft: Compose, missing: str, wording: int) -> None:
    mail = draft("offer_accept", record=an_offer(**{missing: None}), wording=wording)

    assert ("USD" in mail.body) == (missing != "salary")
    assert ("January" in mail.body) == (missing != "start_date")
    assert "None" not in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_X11_the_contract_is_not_asked_for_once_received(draft: Compose, wording: int) -> None:
    mail = draft("offer_accept", record=an_offer(contract_received=True), wording=wording)

    assert "send me the" not in mail.body
    assert "contract" in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_W23_declining_is_plain_and_thankful(draft: Compose, wording: int) -> None:
    mail = draft("offer_decline", record=an_offer(), wording=wording)

    assert any(words in mail.body for words in ("declin", "not to accept", "answer is no", "decided against"))
    assert any(word in mail.body.lower() for word in ("thank", "grateful"))
    assert "?" not in mail.body


@pytest.mark.parametrize("wording", WORDINGS)
def test_X24_another_offer_is_told_once_with_its_date_and_without_its_employer(
    draft: Compose, wording: int
) -> None:
    mail = draft("other_offer", elsewhere=OTHER_OFFER, wording=wording)

    assert "November 30" in mail.body
    assert "Globex" not in mail.body
    assert mail.body.count("?") == 1


@pytest.mark.parametrize("wording", WORDINGS)
def test_X12_a_withdrawal_says_so_with_thanks(draft: Compose, wording: int) -> None:
    mail = draft("withdrawal", elsewhere=ACCEPTED, wording=wording)

    assert "withdraw" in mail.body or "off the list" in mail.body
    assert "accepted" in mail.body or "another" in mail.body or "elsewhere" in mail.body
    assert "Globex" not in mail.body
    assert "thank" in mail.body.lower()


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("status", ["missed", "cancelled"])
def test_X13_a_missed_interview_names_the_agreed_time_and_asks_one_question(
    draft: Compose, status: str, wording: int
) -> None:
    record = a_record(rounds=(a_round(status=status),))

    mail = draft("missed_interview", record=record, wording=wording)

    assert "November 20" in mail.body
    assert "3:00 pm" in mail.body
    assert mail.body.count("?") == 1


def test_X13_the_agreed_time_is_on_the_interviewers_clock_in_the_users_way(draft: Compose) -> None:
    person = an_interviewer(timezone="Europe/Berlin")
    record = a_record(rounds=(a_round(status="missed", interviewers=(person,)),))

    body = draft("missed_interview", record=record, settings=settings_of(country="DE")).body

    assert "20 November" in body
    assert "21:00" in body


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("channel", ["linkedin_note", "linkedin_message"])
def test_W24_a_connection_request_thanks_for_the_meeting_and_wants_to_stay_in_touch(
    draft: Compose, channel: str, wording: int
) -> None:
    body = draft("connect", channel, wording=wording).body

    assert any(word in body.lower() for word in ("thank", "enjoyed", "appreciat", "good to meet"))
    assert any(word in body for word in ("touch", "contact", "connect"))
    assert "Dana Whitfield" in body


@pytest.mark.parametrize("kind", ["check_in", "second_follow_up", "other_offer", "missed_interview"])
def test_W9_W32_a_mail_that_asks_has_one_question_and_short_paragraphs(draft: Compose, kind: Kind) -> None:
    for wording in WORDINGS:
        body = draft(kind, wording=wording, elsewhere=OTHER_OFFER).body
        assert body.count("?") == 1
        assert any(word in body.lower() for word in ("thank", "grateful"))
        assert all(len(paragraph.split()) <= 70 for paragraph in body.split("\n\n"))


def test_dates_are_written_as_the_user_would(draft: Compose) -> None:
    american = draft(settings=settings_of(country="US")).body
    british = draft(settings=settings_of(country="GB")).body

    assert "November 20" in american
    assert "20 November" in british
