"""What one record has due: several rounds, panels, what was put off or set aside, what is still to come."""

from dataclasses import replace

import pytest

from afterword.domain.cadence import due_for, due_items, main_contact
from afterword.domain.records import FollowUp, Instructions, Outcome, Snooze
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

MONDAY_MORNING = "2026-11-23T10:00-05:00"  # the thank-you of Friday 20 November is open


def a_message(kind, when, **fields):
    entry = FollowUp(id=f"{kind}-{when}", kind=kind, channel="email", state="sent", at=at(when))
    return replace(entry, **fields)


def due(record, now, playbook):
    return due_items(record, settings_of(linkedin_url=""), playbook, at(now))


def people_due(record, now, playbook):
    return [(item.kind, item.person) for item in due(record, now, playbook)]


def a_panel(*names):
    return tuple(an_interviewer(id=n.lower(), name=n, email=f"{n.lower()}@acme.example") for n in names)


def test_an_item_carries_company_person_round_and_channels(playbook):
    (item,) = due(a_record(), MONDAY_MORNING, playbook)

    assert (item.record_id, item.round_id, item.interviewer_id) == ("acme", "round-1", "dana")
    assert (item.company, item.person, item.kind, item.channels[0]) == (
        "Acme", "Dana Whitfield", "thank_you", "email",
    )  # fmt: skip
    assert (item.timing.verdict, item.advice) == ("open", None)


def test_X8_each_member_of_a_panel_is_thanked(playbook):
    record = a_record(
        rounds=(a_round(kind="panel", interviewers=a_panel("Ana", "Ben", "Cem")),),
        follow_ups=(a_message("thank_you", "2026-11-23T09:30-05:00", interviewer_id="ben"),),
    )

    assert people_due(record, MONDAY_MORNING, playbook)[:2] == [("thank_you", "Ana"), ("thank_you", "Cem")]


def test_X8_a_thank_you_that_names_nobody_went_to_the_whole_panel(playbook):
    record = a_record(
        rounds=(a_round(kind="panel", interviewers=a_panel("Ana", "Ben")),),
        follow_ups=(a_message("thank_you", "2026-11-23T09:30-05:00"),),
    )

    assert ("thank_you", "Ana") not in people_due(record, MONDAY_MORNING, playbook)


def test_a_panel_is_asked_for_news_through_the_recruiter(playbook):
    ana, ben = a_panel("Ana", "Ben")
    panel = a_round(interviewers=(ana, replace(ben, hiring_role="recruiter")))
    record = a_record(rounds=(panel,), follow_ups=(a_message("thank_you", "2026-11-23T10:00-05:00"),))

    assert people_due(record, "2026-11-30T10:00-05:00", playbook) == [("second_follow_up", "Ben")]


def test_W12_the_second_follow_up_goes_to_who_got_the_check_in(playbook):
    ana, ben = a_panel("Ana", "Ben")
    panel = a_round(interviewers=(ana, replace(ben, hiring_role="recruiter")))
    record = a_record(
        rounds=(panel,), follow_ups=(a_message("check_in", "2026-11-24T10:00-05:00", interviewer_id="ana"),)
    )

    assert ("second_follow_up", "Ana") in people_due(record, "2026-11-30T10:00-05:00", playbook)


def test_a_round_without_people_is_still_to_be_thanked_for(playbook):
    record = a_record(rounds=(a_round(interviewers=()),))

    assert people_due(record, MONDAY_MORNING, playbook) == [("thank_you", "")]


def test_two_rounds_with_different_people_are_two_thank_yous(playbook):
    first = a_round(id="round-1", at=at("2026-11-17T15:00-05:00"), interviewers=a_panel("Ana"))
    second = a_round(id="round-2", at=at("2026-11-20T15:00-05:00"), interviewers=a_panel("Ben"))

    items = due(a_record(rounds=(first, second)), MONDAY_MORNING, playbook)

    assert [(i.person, i.round_id, i.timing.verdict) for i in items] == [
        ("Ana", "round-1", "late"),
        ("Ben", "round-2", "open"),
    ]


def test_somebody_met_twice_is_thanked_once_the_second_time_opens(playbook):
    dana_again = an_interviewer(id="dana-2")
    first = a_round(id="round-1", at=at("2026-11-17T15:00-05:00"))
    second = a_round(id="round-2", at=at("2026-11-20T15:00-05:00"), interviewers=(dana_again,))
    record = a_record(rounds=(first, second))

    before = due(record, "2026-11-20T17:00-05:00", playbook)
    after = due(record, MONDAY_MORNING, playbook)

    assert [(i.round_id, i.timing.verdict) for i in before] == [("round-1", "late"), ("round-2", "too_soon")]
    assert [i.round_id for i in after] == ["round-2"]


@pytest.mark.parametrize("status", ["planned", "held"])
def test_an_interview_still_to_come_has_nothing_due(playbook, status):
    record = a_record(rounds=(a_round(at=at("2026-11-25T10:00-05:00"), status=status),))

    assert due(record, MONDAY_MORNING, playbook) == ()


def test_W6_a_click_before_the_interview_says_it_is_too_soon(playbook):
    record = a_record(rounds=(a_round(at=at("2026-11-25T10:00-05:00"), status="planned"),))

    item = due_for(record, None, "dana", ("email",), settings_of(), playbook, at(MONDAY_MORNING))

    assert (item.kind, item.timing.verdict) == ("thank_you", "too_soon")


def test_a_planned_interview_whose_time_has_passed_counts_as_held(playbook):
    record = a_record(rounds=(a_round(status="planned"),))

    assert people_due(record, MONDAY_MORNING, playbook) == [("thank_you", "Dana Whitfield")]


def test_a_record_without_rounds_has_nothing_due(playbook):
    record = a_record(rounds=())

    assert due(record, MONDAY_MORNING, playbook) == ()
    assert due_for(record, None, None, ("email",), settings_of(), playbook, at(MONDAY_MORNING)) is None


def test_a_dismissed_thank_you_is_not_offered_again(playbook):
    dismissed = a_message("thank_you", MONDAY_MORNING, state="dismissed", interviewer_id="dana")

    assert due(a_record(follow_ups=(dismissed,)), MONDAY_MORNING, playbook) == ()


def test_what_was_put_off_is_not_on_the_agenda_until_then_but_a_click_gives_it(playbook):
    record = a_record(snoozes=(Snooze("thank_you", at("2026-11-23T11:00-05:00")),))

    put_off = due(record, MONDAY_MORNING, playbook)
    again = due(record, "2026-11-23T11:00-05:00", playbook)
    clicked = due_for(record, None, "dana", ("email",), settings_of(), playbook, at(MONDAY_MORNING))

    assert put_off == ()
    assert [item.kind for item in again] == ["thank_you"]
    assert clicked.kind == "thank_you"


def test_W4_a_stop_is_shown_with_its_reason(playbook):
    record = a_record(rounds=(a_round(instructions=Instructions("We call you.", do_not_contact=True)),))

    (item,) = due(record, MONDAY_MORNING, playbook)

    assert (item.timing.verdict, item.timing.reason) == (
        "stop",
        "They asked not to be contacted: “We call you”.",
    )


def test_an_accepted_and_answered_offer_leaves_nothing_due(playbook):
    record = a_record(
        outcome=Outcome("accepted", at("2026-11-21T10:00-05:00")),
        follow_ups=(a_message("offer_accept", "2026-11-21T11:00-05:00"),),
    )

    assert due(record, MONDAY_MORNING, playbook) == ()
    assert due_for(record, None, "dana", ("email",), settings_of(), playbook, at(MONDAY_MORNING)) is None


def test_main_contact_is_the_recruiter_else_the_hiring_manager(playbook):
    ana, ben = a_panel("Ana", "Ben")
    peer, recruiter = replace(ana, hiring_role="peer"), replace(ben, hiring_role="recruiter")

    assert main_contact(a_round(interviewers=(peer, recruiter))) == recruiter
    assert main_contact(a_round(interviewers=(peer, an_interviewer()))) == an_interviewer()
    assert main_contact(a_round(interviewers=())) is None
