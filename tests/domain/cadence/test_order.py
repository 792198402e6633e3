"""The order of follow-ups (X3), what a reply changes (X14), instructions on nudges (W4) and the end (W19)."""

from dataclasses import replace
from datetime import date

import pytest

from afterword.domain.cadence import due_for, due_items, timing_for
from afterword.domain.records import FollowUp, Instructions, Outcome, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NY = "America/New_York"


def minute(moment):
    return moment and moment.isoformat(timespec="minutes")


def window(timing):
    return minute(timing.opens_at), minute(timing.best_at), minute(timing.closes_at)


def a_message(kind, when, **fields):
    entry = FollowUp(id=f"{kind}-{when}", kind=kind, channel="email", state="sent", at=at(when))
    return replace(entry, round_id="round-1", interviewer_id="dana", **fields)


def a_reply(when, says="still_deciding", **fields):
    return Reply(id=f"reply-{when}", at=at(when), says=says, **fields)


def a_process(*log, start="2026-11-03T15:00-05:00", promised=None, zone=NY, country="US", **fields):
    """One interview on Tuesday 3 November 15:00 to 16:00 in New York, unless said otherwise, and its log."""
    round_fields = {name: fields.pop(name) for name in ("instructions", "status") if name in fields}
    meeting = a_round(
        at=at(start), promised_by=promised, interviewers=(an_interviewer(timezone=zone),), **round_fields
    )
    rounds = (meeting, *fields.pop("more_rounds", ()))
    return a_record(
        country=country,
        rounds=rounds,
        follow_ups=tuple(e for e in log if isinstance(e, FollowUp)),
        replies=tuple(e for e in log if isinstance(e, Reply)),
        **fields,
    )


def ask(record, kind, now, playbook, **settings):
    return timing_for(record, None, "dana", kind, "email", settings_of(**settings), playbook, at(now))


def due_kinds(record, now, playbook):
    return [item.kind for item in due_items(record, settings_of(linkedin_url=""), playbook, at(now))]


def test_X3_second_follow_up_counts_from_the_check_in_if_that_is_later(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_message("check_in", "2026-11-17T10:00-05:00"),
        promised=date(2026, 11, 16),
    )

    timing = ask(record, "second_follow_up", "2026-11-23T10:00-05:00", playbook)

    assert timing.verdict == "open"
    assert window(timing) == ("2026-11-22T00:00-05:00", "2026-11-23T09:00-05:00", "2026-11-24T23:59-05:00")
    assert "You last wrote Tuesday 17 November" in timing.reason


def test_X3_the_thank_you_comes_first_even_when_the_promised_date_has_passed(playbook):
    record = a_process(promised=date(2026, 11, 16))

    due = due_for(record, None, "dana", ("email",), settings_of(), playbook, at("2026-11-17T10:00-05:00"))

    assert (due.kind, due.timing.verdict) == ("thank_you", "late")


def test_X3_after_the_thank_you_the_check_in_comes_before_the_second_follow_up(playbook):
    record = a_process(a_message("thank_you", "2026-11-04T11:00-05:00"), promised=date(2026, 11, 16))

    kinds = due_kinds(record, "2026-11-30T10:00-05:00", playbook)
    due = due_for(record, None, "dana", ("email",), settings_of(), playbook, at("2026-11-30T10:00-05:00"))
    second = ask(record, "second_follow_up", "2026-11-30T10:00-05:00", playbook)

    assert "second_follow_up" not in kinds
    assert (due.kind, due.timing.verdict) == ("check_in", "late")
    assert second.verdict == "too_soon"
    assert "check-in after that day comes first" in second.reason


def test_X3_without_a_promised_date_there_is_no_check_in(playbook):
    record = a_process(a_message("thank_you", "2026-11-04T11:00-05:00"))

    timing = ask(record, "check_in", "2026-11-09T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert "named no date" in timing.reason
    assert due_kinds(record, "2026-11-09T10:00-05:00", playbook) == ["second_follow_up"]


def test_X3_without_a_first_message_the_second_waits_for_it(playbook):
    timing = ask(a_process(), "second_follow_up", "2026-11-20T10:00-05:00", playbook)

    assert (timing.verdict, window(timing)) == ("too_soon", (None, None, None))
    assert "its thank-you" in timing.reason


def test_X3_the_check_in_is_asked_once(playbook):
    record = a_process(a_message("check_in", "2026-11-17T10:00-05:00"), promised=date(2026, 11, 16))

    timing = ask(record, "check_in", "2026-11-18T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert timing.reason == "You asked Tuesday 17 November 10:00."


def test_X3_a_new_round_ends_the_wait_and_its_promise_counts(playbook):
    later = a_round(
        id="round-2",
        at=at("2026-11-18T10:00-05:00"),
        promised_by=date(2026, 11, 23),
        interviewers=(an_interviewer(id="lee", name="Lee Osei", email="lee@acme.example"),),
    )
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"), promised=date(2026, 11, 16), more_rounds=(later,)
    )

    timing = ask(record, "check_in", "2026-11-24T10:00-05:00", playbook)

    assert window(timing) == ("2026-11-24T00:00-05:00", "2026-11-24T09:00-05:00", "2026-11-25T23:59-05:00")


def test_X3_a_new_round_without_a_promise_ends_the_wait_for_the_old_one(playbook):
    later = a_round(id="round-2", at=at("2026-11-18T10:00-05:00"), interviewers=())
    record = a_process(promised=date(2026, 11, 16), more_rounds=(later,))

    assert ask(record, "check_in", "2026-11-19T13:00-05:00", playbook).verdict == "stop"


def test_X3_two_interviews_of_one_day_share_the_promise(playbook):
    later = a_round(id="round-2", at=at("2026-11-03T16:00-05:00"), interviewers=())
    record = a_process(promised=date(2026, 11, 16), more_rounds=(later,))

    assert ask(record, "check_in", "2026-11-17T10:00-05:00", playbook).verdict == "open"


def test_X3_while_the_next_interview_is_agreed_nobody_asks_for_news(playbook):
    planned = a_round(id="round-2", at=at("2026-11-25T10:00-05:00"), status="planned", interviewers=())
    record = a_process(a_message("thank_you", "2026-11-04T11:00-05:00"), more_rounds=(planned,))

    timing = ask(record, "second_follow_up", "2026-11-10T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert "The next interview is Wednesday 25 November 10:00" in timing.reason
    assert due_kinds(record, "2026-11-10T10:00-05:00", playbook) == []


def test_X14_a_reply_starts_the_clock_of_W12_anew(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"), a_reply("2026-11-05T10:00-05:00", "still_deciding")
    )

    timing = ask(record, "second_follow_up", "2026-11-09T10:00-05:00", playbook)

    assert timing.verdict == "too_soon"
    assert window(timing) == ("2026-11-10T00:00-05:00", "2026-11-10T09:00-05:00", "2026-11-12T23:59-05:00")
    assert "They last wrote Thursday 5 November" in timing.reason
    assert "X14" in timing.rules


def test_X14_a_reply_after_the_promised_day_answers_the_check_in(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_reply("2026-11-17T08:00-05:00"),
        promised=date(2026, 11, 16),
    )

    timing = ask(record, "check_in", "2026-11-17T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert timing.reason == "They answered Tuesday 17 November 08:00."
    assert due_kinds(record, "2026-11-17T10:00-05:00", playbook) == ["second_follow_up"]


def test_W5_a_reply_before_the_promised_day_leaves_the_promise_standing(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_reply("2026-11-05T08:00-05:00", "other"),
        promised=date(2026, 11, 16),
    )

    assert ask(record, "check_in", "2026-11-17T10:00-05:00", playbook).verdict == "open"


def test_X3_a_reply_begins_a_new_wait_with_its_own_second_follow_up(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_message("second_follow_up", "2026-11-09T11:00-05:00"),
        a_reply("2026-11-10T10:00-05:00"),
    )

    timing = ask(record, "second_follow_up", "2026-11-16T10:00-05:00", playbook)

    assert timing.verdict == "open"
    assert window(timing)[0] == "2026-11-15T00:00-05:00"


@pytest.mark.parametrize("says", ["rejection", "offer", "next_round"])
def test_X14_after_a_telling_reply_nobody_asks_for_news(playbook, says):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"), a_reply("2026-11-06T10:00-05:00", says)
    )

    timing = ask(record, "second_follow_up", "2026-11-10T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert "Friday 6 November 10:00" in timing.reason


def test_W19_after_the_second_the_advice_is_to_move_on_and_no_third_is_offered(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_message("second_follow_up", "2026-11-10T11:00-05:00"),
    )

    (item,) = due_items(record, settings_of(linkedin_url=""), playbook, at("2026-11-20T10:00-05:00"))
    due = due_for(record, None, "dana", ("email",), settings_of(), playbook, at("2026-11-20T10:00-05:00"))

    assert (item.kind, item.timing.verdict) == ("second_follow_up", "stop")
    assert "W19" in item.timing.rules
    assert "let this one rest" in item.advice
    assert due.advice == item.advice


def test_W19_a_later_reply_takes_the_advice_back(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_message("second_follow_up", "2026-11-10T11:00-05:00"),
        a_reply("2026-11-12T10:00-05:00"),
    )

    (item,) = due_items(record, settings_of(linkedin_url=""), playbook, at("2026-11-13T10:00-05:00"))

    assert (item.kind, item.timing.verdict, item.advice) == ("second_follow_up", "too_soon", None)


def test_W19_after_moving_on_nothing_is_asked(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        outcome=Outcome("moved_on", at("2026-11-20T10:00-05:00")),
    )

    assert ask(record, "second_follow_up", "2026-11-21T10:00-05:00", playbook).verdict == "stop"
    assert due_kinds(record, "2026-11-21T10:00-05:00", playbook) == ["stay_in_touch"]


def test_W4_not_before_moves_the_opening_of_the_check_in(playbook):
    told = Instructions(text="Nothing before Friday, please.", not_before=at("2026-11-20T09:00-05:00"))
    record = a_process(promised=date(2026, 11, 16), instructions=told)

    timing = ask(record, "check_in", "2026-11-18T10:00-05:00", playbook)

    assert (timing.verdict, window(timing)[0]) == ("too_soon", "2026-11-20T09:00-05:00")
    assert "Nothing before Friday" in timing.reason


def test_W4_do_not_contact_stops_the_nudges(playbook):
    told = Instructions(text="We call you.", do_not_contact=True)
    record = a_process(promised=date(2026, 11, 16), instructions=told)

    assert ask(record, "check_in", "2026-11-17T10:00-05:00", playbook).verdict == "stop"


def test_a_dismissed_check_in_is_not_offered_again_and_makes_way(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T11:00-05:00"),
        a_message("check_in", "2026-11-17T11:00-05:00", state="dismissed"),
        promised=date(2026, 11, 16),
    )

    assert due_kinds(record, "2026-11-18T10:00-05:00", playbook) == ["second_follow_up"]


def test_an_inserted_draft_that_was_not_sent_changes_nothing(playbook):
    record = a_process(a_message("thank_you", "2026-11-04T11:00-05:00", state="inserted"))

    assert due_kinds(record, "2026-11-04T12:00-05:00", playbook) == ["thank_you"]
