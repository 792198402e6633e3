"""From a click to an answer: whom, what, and what is asked first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from afterword.assets import asset_folder
from afterword.domain.drafts import DraftAnswer, DraftRequest, Person, Recipient, Thread
from afterword.domain.records import FollowUp, Instructions, Outcome, Record, Reply
from afterword.drafting import draft_follow_up
from afterword.storage.store import Store, open_store
from afterword.templates.library import Library
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

SATURDAY = at("2026-11-21T17:30:00-05:00")
DANA = Recipient("Dana Whitfield", "dana@acme.example")


@pytest.fixture(scope="module")
def library() -> Library:
    """The packaged texts."""
    return Library(asset_folder("shared_templates"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path / "data", now=lambda: datetime.now(UTC)) as opened:
        yield opened


@pytest.fixture
def click(store: Store, library: Library):
    """A click on the button: keeps the records, asks for the draft."""

    def clicked(request: DraftRequest, *records: Record, now: datetime = SATURDAY) -> DraftAnswer:
        store.records.add_all(records)
        return draft_follow_up(
            request, records=store.records, settings=settings_of(), library=library, now=now
        )

    return clicked


def to_dana(**fields) -> DraftRequest:
    return replace(DraftRequest(surface="gmail", recipients=(DANA,)), **fields)


def in_a_reply(last_from: str, last_at: str | None) -> DraftRequest:
    moment = at(last_at) if last_at else None
    return to_dana(thread=Thread(is_reply=True, last_from=last_from, last_at=moment))


def test_a_known_person_with_nothing_missing_gets_the_draft_at_once(click):
    answer = click(to_dana(), a_record())

    assert answer.status == "ready"
    assert answer.draft is not None
    assert (answer.draft.kind, answer.draft.channel) == ("thank_you", "email")


def test_a_stranger_is_asked_about(click):
    answer = click(DraftRequest(recipients=(Recipient("Sam", "sam@stone.example"),)), a_record())

    assert (answer.status, answer.draft) == ("unknown", None)


def test_two_records_with_one_person_are_a_choice_that_says_what_each_is(click):
    answer = click(to_dana(), a_record(), a_record(id="second", role="Data Lead"))

    assert answer.status == "choose"
    assert [c.label for c in answer.choices] == [
        "Dana Whitfield · Data Engineer at Acme",
        "Dana Whitfield · Data Lead at Acme",
    ]


def test_a_fact_that_is_missing_is_asked_for_once_and_can_be_skipped(click):
    silent = a_record(rounds=(a_round(interviewers=(an_interviewer(talked_about=None),)),))

    asked = click(to_dana(), silent)
    skipped = click(to_dana(facts={"talked_about": None}))

    assert (asked.status, next(m.field for m in asked.missing)) == ("missing", "talked_about")
    assert skipped.status == "ready"


def test_an_answer_given_with_the_click_is_in_the_draft_and_nowhere_else(click, store):
    silent = a_record(rounds=(a_round(interviewers=(an_interviewer(talked_about=None),)),))

    answer = click(to_dana(facts={"talked_about": "the new ledger"}), silent)

    assert "the new ledger" in answer.draft.body
    assert store.records.get("acme").rounds[0].interviewers[0].talked_about is None


@pytest.mark.parametrize("last_from", ["dana@acme.example", "Dana Whitfield", "hr@acme.example"])
def test_X23_a_reply_to_the_employers_own_mail_asks_first_what_they_said(click, last_from):
    answer = click(in_a_reply(last_from, "2026-11-21T09:00:00-05:00"), a_record())

    assert (answer.status, answer.draft) == ("ask_reply", None)


def test_X23_it_does_not_ask_again_on_a_day_of_which_a_reply_is_logged(click):
    heard = a_record(replies=(Reply("r", at("2026-11-21T08:00:00-05:00"), "still_deciding"),))

    answer = click(in_a_reply("dana@acme.example", "2026-11-21T09:00:00-05:00"), heard)

    assert answer.status != "ask_reply"


def test_X23_it_does_not_ask_when_the_user_wrote_last(click):
    answer = click(in_a_reply("robin@ellis.example", "2026-11-21T09:00:00-05:00"), a_record())

    assert answer.status == "ready"


def test_X23_the_invitation_from_before_the_interview_is_not_asked_about(click):
    answer = click(in_a_reply("dana@acme.example", "2026-11-17T09:00:00-05:00"), a_record())

    assert answer.status == "ready"


def test_X23_a_kind_that_the_user_names_is_drafted_without_the_question(click):
    request = in_a_reply("dana@acme.example", "2026-11-21T09:00:00-05:00")

    answer = click(replace(request, kind="thank_you"), a_record())

    assert answer.status == "ready"


def test_X23_no_draft_goes_to_an_address_that_nobody_reads(click):
    unread = Recipient("", "no-reply@acme.example")

    answer = click(DraftRequest(recipients=(unread,)), a_record())
    known = click(DraftRequest(recipients=(unread,), record_id="acme"))

    assert (answer.status, answer.draft) == ("advice", None)
    assert "no-reply@acme.example" in answer.advice
    assert "dana@acme.example" in known.advice


def test_X23_beside_a_nudge_the_question_whether_they_answered_withholds_nothing(click):
    waiting = a_record(
        rounds=(a_round(at=at("2026-11-05T15:00:00-05:00")),),
        follow_ups=(
            FollowUp(
                "f",
                "thank_you",
                "email",
                "sent",
                at("2026-11-16T10:00:00-05:00"),
                round_id="round-1",
                interviewer_id="dana",
            ),
        ),
    )

    answer = click(to_dana(), waiting, now=at("2026-11-23T10:00:00-05:00"))

    assert (answer.status, answer.draft.kind, answer.ask) == ("ready", "second_follow_up", "heard_since")


def test_W6_too_soon_is_said_and_the_draft_is_given_all_the_same(click):
    answer = click(to_dana(), a_record(), now=at("2026-11-20T17:00:00-05:00"))

    assert (answer.status, answer.timing.verdict) == ("ready", "too_soon")
    assert answer.timing.opens_at == at("2026-11-21T16:00:00-05:00")
    assert "Saturday 21 November 16:00" in answer.timing.reason


def test_W4_a_verdict_of_stop_is_advice_unless_the_user_names_the_kind(click):
    please_wait = a_record(rounds=(a_round(instructions=Instructions(do_not_contact=True)),))

    advised = click(to_dana(), please_wait)
    named = click(to_dana(kind="thank_you"))

    assert (advised.status, advised.draft) == ("advice", None)
    assert advised.advice
    assert (named.status, named.draft.kind, named.timing.verdict) == ("ready", "thank_you", "stop")


def test_W19_after_the_second_follow_up_the_advice_is_to_move_on(click):
    def wrote(kind, day):
        return FollowUp(
            kind,
            kind,
            "email",
            "sent",
            at(f"2026-11-{day}T10:00:00-05:00"),
            round_id="round-1",
            interviewer_id="dana",
        )

    silent = a_record(
        rounds=(a_round(at=at("2026-11-02T15:00:00-05:00")),),
        follow_ups=(wrote("thank_you", "03"), wrote("second_follow_up", "10")),
    )

    answer = click(to_dana(), silent)

    assert (answer.status, answer.draft) == ("advice", None)


def test_X16_a_connection_note_says_how_many_are_left_this_month(click):
    sent = FollowUp("f", "connect", "linkedin_note", "sent", at("2026-11-03T10:00:00-05:00"))
    other = a_record(id="other", company="Globex", rounds=(), follow_ups=(sent,))
    request = DraftRequest(
        surface="linkedin_note", person=Person("Dana Whitfield", "", "Acme", ""), limit=200
    )

    answer = click(request, a_record(), other)

    assert answer.draft.channel == "linkedin_note"
    assert len(answer.draft.body) <= 200
    assert answer.notes_left == 4


def test_the_offer_goes_to_the_main_contact_where_several_were_met(click):
    panel = a_round(
        interviewers=(
            an_interviewer(),
            an_interviewer(id="lee", name="Lee Moss", email="lee@acme.example", hiring_role="recruiter"),
        )
    )
    offered = a_record(rounds=(panel,), outcome=Outcome("offer", at("2026-11-21T12:00:00-05:00")))

    answer = click(DraftRequest(record_id="acme", kind="offer_thanks", channel="email"), offered)

    assert (answer.status, answer.draft.interviewer_id) == ("ready", "lee")
