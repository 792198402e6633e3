"""Card (W11, X6), connection request (X18, W24), call (W10, X5) and missed interview (X13) to the minute."""

from dataclasses import replace
from datetime import date

import pytest

from afterword.domain.cadence import due_for, due_items, timing_for
from afterword.domain.records import FollowUp, Instructions, Outcome, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NY, TOKYO = "America/New_York", "Asia/Tokyo"


def minute(moment):
    return moment and moment.isoformat(timespec="minutes")


def window(timing):
    return minute(timing.opens_at), minute(timing.best_at), minute(timing.closes_at)


def a_message(kind, when, **fields):
    entry = FollowUp(id=f"{kind}-{when}", kind=kind, channel="email", state="sent", at=at(when))
    return replace(entry, **{"round_id": "round-1", "interviewer_id": "dana", **fields})


def a_process(*log, start="2026-11-03T15:00-05:00", zone=NY, **fields):
    """One interview on Tuesday 3 November 2026, 15:00 to 16:00 in New York, unless said otherwise."""
    round_fields = {
        name: fields.pop(name) for name in ("status", "promised_by", "instructions") if name in fields
    }
    dana = an_interviewer(timezone=zone, linkedin_url=fields.pop("linkedin_url", None))
    meeting = a_round(at=at(start), interviewers=(dana,), **round_fields)
    return a_record(
        rounds=(meeting, *fields.pop("more_rounds", ())),
        follow_ups=tuple(e for e in log if isinstance(e, FollowUp)),
        replies=tuple(e for e in log if isinstance(e, Reply)),
        **fields,
    )


def ask(playbook, record, kind, channel, now, **settings):
    return timing_for(record, None, "dana", kind, channel, settings_of(**settings), playbook, at(now))


def due_kinds(record, now, playbook, **settings):
    items = due_items(record, settings_of(**settings), playbook, at(now))
    return [(item.kind, item.channels[0]) for item in items]


# ---- The handwritten card -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        pytest.param("2026-11-03T15:59-05:00", "too_soon", id="before the end"),
        pytest.param("2026-11-03T16:00-05:00", "open", id="at once"),
        pytest.param("2026-11-06T16:00-05:00", "open", id="three days later"),
        pytest.param("2026-11-06T16:01-05:00", "late", id="after three days"),
    ],
)
def test_W11_X25_a_card_goes_at_once_best_the_next_day_within_three_days(playbook, now, verdict):
    record = a_process(promised_by=date(2026, 12, 1))

    timing = ask(playbook, record, "thank_you", "handwritten", now)

    assert timing.verdict == verdict
    assert window(timing) == ("2026-11-03T16:00-05:00", "2026-11-04T09:00-05:00", "2026-11-06T16:00-05:00")
    assert "W11" in timing.rules


@pytest.mark.parametrize(
    ("promised", "verdict"),
    [
        pytest.param(date(2026, 11, 11), "open", id="a week away"),
        pytest.param(date(2026, 11, 10), "stop", id="six days away"),
        pytest.param(date(2026, 11, 2), "stop", id="past"),
        pytest.param(None, "open", id="unknown, and asked for"),
    ],
)
def test_X6_a_card_only_where_the_decision_is_a_week_or_more_away(playbook, promised, verdict):
    record = a_process(promised_by=promised)

    timing = ask(playbook, record, "thank_you", "handwritten", "2026-11-04T10:00-05:00")

    assert timing.verdict == verdict
    assert "X6" in timing.rules
    assert ("post would come too late" in timing.reason) == (verdict == "stop")


def test_X6_the_week_is_counted_in_whole_days_of_the_interviewers_zone(playbook):
    record = a_process(promised_by=date(2026, 11, 11), start="2026-11-03T15:00+09:00", zone=TOKYO)

    still_wednesday_in_tokyo = ask(playbook, record, "thank_you", "handwritten", "2026-11-04T09:00-05:00")
    thursday_in_tokyo = ask(playbook, record, "thank_you", "handwritten", "2026-11-04T10:00-05:00")

    assert still_wednesday_in_tokyo.verdict == "open"
    assert thursday_in_tokyo.verdict == "stop"


def test_X6_a_card_is_suggested_after_the_mail_has_gone_and_if_the_decision_is_known_to_be_far(playbook):
    thanked = a_message("thank_you", "2026-11-04T16:00-05:00")
    card = ("thank_you", "handwritten")

    assert card in due_kinds(
        a_process(thanked, promised_by=date(2026, 12, 1)), "2026-11-04T17:00-05:00", playbook
    )
    assert card not in due_kinds(a_process(promised_by=date(2026, 12, 1)), "2026-11-04T17:00-05:00", playbook)
    assert card not in due_kinds(a_process(thanked), "2026-11-04T17:00-05:00", playbook)


def test_X6_a_card_does_not_stand_for_the_mail(playbook):
    record = a_process(a_message("thank_you", "2026-11-04T10:00-05:00", channel="handwritten"))

    assert ("thank_you", "email") in due_kinds(record, "2026-11-04T17:00-05:00", playbook)


# ---- The connection request ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        pytest.param("2026-11-03T23:59-05:00", "too_soon", id="the same day"),
        pytest.param("2026-11-04T00:00-05:00", "open", id="the next day"),
        pytest.param("2026-11-17T16:00-05:00", "open", id="fourteen days later"),
        pytest.param("2026-11-17T16:01-05:00", "late", id="after fourteen days"),
    ],
)
def test_X18_W24_X25_a_request_from_the_day_after_with_the_thank_you_at_the_earliest(playbook, now, verdict):
    timing = ask(playbook, a_process(), "connect", "linkedin_note", now)

    assert timing.verdict == verdict
    assert window(timing) == ("2026-11-04T00:00-05:00", "2026-11-04T16:00-05:00", "2026-11-17T16:00-05:00")
    assert {"X18", "W24"} <= set(timing.rules)
    assert "on the same day looks pushy" in timing.reason


def test_X18_the_day_is_the_interviewers(playbook):
    record = a_process(start="2026-11-17T10:00-05:00", zone=TOKYO)

    timing = ask(playbook, record, "connect", "linkedin_note", "2026-11-18T10:00-05:00")

    assert minute(timing.opens_at) == "2026-11-19T00:00+09:00"
    assert timing.verdict == "open"


def test_X25_a_request_is_best_with_the_thank_you_that_waits_for_monday(playbook):
    record = a_process(start="2026-11-06T15:00-05:00")

    timing = ask(playbook, record, "connect", "linkedin_note", "2026-11-07T10:00-05:00")

    assert window(timing) == ("2026-11-07T00:00-05:00", "2026-11-09T09:00-05:00", "2026-11-20T16:00-05:00")


def test_X18_a_thank_you_of_the_same_day_does_not_bring_the_request_forward(playbook):
    record = a_process(start="2026-11-06T10:00-05:00")

    timing = ask(
        playbook, record, "connect", "linkedin_note", "2026-11-06T12:00-05:00", timing_preset="within-24h"
    )

    assert timing.verdict == "too_soon"
    assert window(timing)[:2] == ("2026-11-07T00:00-05:00", "2026-11-09T09:00-05:00")


def test_W24_a_request_is_offered_once_and_to_people_who_may_be_on_linkedin(playbook):
    connect = ("connect", "linkedin_note")
    asked = a_message("connect", "2026-11-04T10:00-05:00", channel="linkedin_note")
    now = "2026-11-05T10:00-05:00"

    assert connect in due_kinds(a_process(), now, playbook)
    assert connect not in due_kinds(a_process(asked), now, playbook)
    assert connect not in due_kinds(a_process(), now, playbook, linkedin_url="")
    assert connect in due_kinds(
        a_process(linkedin_url="https://www.linkedin.com/in/dana"), now, playbook, linkedin_url=""
    )


def test_on_a_profile_a_click_asks_for_the_connection_first_and_then_writes(playbook):
    channels = ("linkedin_note", "linkedin_message")
    asked = a_message("connect", "2026-11-04T10:00-05:00", channel="linkedin_note")
    now = at("2026-11-05T10:00-05:00")

    first = due_for(a_process(), None, "dana", channels, settings_of(), playbook, now)
    then = due_for(a_process(asked), None, "dana", channels, settings_of(), playbook, now)

    assert (first.kind, first.channels) == ("connect", ("linkedin_note",))
    assert (then.kind, then.channels) == ("thank_you", ("linkedin_message",))


# ---- The call --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "verdict", "expected"),
    [
        pytest.param("2026-11-16T10:00-05:00", "too_soon",
                     ("2026-11-17T09:00-05:00", "2026-11-17T17:00-05:00"), id="before the check-in's window"),
        pytest.param("2026-11-17T08:59-05:00", "too_soon",
                     ("2026-11-17T09:00-05:00", "2026-11-17T17:00-05:00"), id="before work"),
        pytest.param("2026-11-17T09:00-05:00", "open",
                     ("2026-11-17T09:00-05:00", "2026-11-17T17:00-05:00"), id="at work"),
        pytest.param("2026-11-17T17:30-05:00", "too_soon",
                     ("2026-11-18T09:00-05:00", "2026-11-18T17:00-05:00"), id="after work, until tomorrow"),
        pytest.param("2026-11-18T17:30-05:00", "late",
                     ("2026-11-18T09:00-05:00", "2026-11-18T17:00-05:00"), id="after the last working hour"),
    ],
)  # fmt: skip
def test_W10_X25_a_call_inside_the_check_ins_window_in_their_working_hours(playbook, now, verdict, expected):
    record = a_process(promised_by=date(2026, 11, 16), informal=True)

    timing = ask(playbook, record, "check_in", "phone", now)

    assert (timing.verdict, minute(timing.opens_at), minute(timing.closes_at)) == (verdict, *expected)
    assert "W10" in timing.rules


def test_W10_working_hours_are_those_of_the_person_called(playbook):
    record = a_process(
        promised_by=date(2026, 11, 16),
        start="2026-11-04T10:00+09:00",
        zone=TOKYO,
        country="JP",
        informal=True,
    )

    timing = ask(playbook, record, "check_in", "voicemail", "2026-11-16T20:00-05:00")

    assert (timing.verdict, minute(timing.opens_at)) == ("open", "2026-11-17T09:00+09:00")


def test_W10_a_call_on_a_day_off_waits_for_the_next_working_morning(playbook):
    record = a_process(promised_by=date(2026, 11, 13), informal=True)

    timing = ask(playbook, record, "check_in", "phone", "2026-11-14T10:00-05:00")

    assert timing.verdict == "too_soon"
    assert window(timing) == ("2026-11-16T09:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T12:00-05:00")


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        pytest.param({}, "stop", id="neither urgent nor informal"),
        pytest.param({"informal": True}, "open", id="informal"),
        pytest.param({"outcome": Outcome(urgent=True)}, "open", id="urgent"),
    ],
)
def test_W10_a_call_only_where_the_matter_is_urgent_or_the_setting_informal(playbook, fields, verdict):
    record = a_process(promised_by=date(2026, 11, 16), **fields)

    timing = ask(playbook, record, "check_in", "phone", "2026-11-17T10:00-05:00")

    assert timing.verdict == verdict
    assert "W10" in timing.rules


def test_X25_a_call_fits_an_offer_but_not_a_thank_you(playbook):
    urgent = Outcome("offer", at("2026-11-10T10:00-05:00"), urgent=True)

    offer = ask(playbook, a_process(outcome=urgent), "offer_thanks", "phone", "2026-11-10T11:00-05:00")
    thanks = ask(playbook, a_process(informal=True), "thank_you", "phone", "2026-11-04T16:30-05:00")

    assert offer.verdict == "open"
    assert thanks.verdict == "stop"


def test_X5_at_most_two_calls_to_an_employer_without_a_reply(playbook):
    calls = (
        a_message("check_in", "2026-11-05T10:00-05:00", channel="phone", state="sent"),
        a_message("offer_more_time", "2026-11-06T10:00-05:00", channel="voicemail", interviewer_id=None),
    )
    reply = Reply(id="r", at=at("2026-11-09T10:00-05:00"), says="other")
    fields = {"outcome": Outcome("offer", at("2026-11-10T10:00-05:00"), urgent=True)}

    unanswered = ask(playbook, a_process(*calls, **fields), "offer_thanks", "phone", "2026-11-10T11:00-05:00")
    answered = ask(
        playbook, a_process(*calls, reply, **fields), "offer_thanks", "phone", "2026-11-10T11:00-05:00"
    )

    assert (unanswered.verdict, unanswered.rules) == ("stop", ("X5",))
    assert "2 times without a reply" in unanswered.reason
    assert answered.verdict == "open"


def test_W10_a_click_for_a_call_gives_the_call_or_the_reason_against_it(playbook):
    informal = a_process(
        a_message("thank_you", "2026-11-04T16:00-05:00"), promised_by=date(2026, 11, 16), informal=True
    )
    formal = replace(informal, informal=False)
    now = at("2026-11-17T10:00-05:00")

    call = due_for(informal, None, "dana", ("phone",), settings_of(), playbook, now)
    refused = due_for(formal, None, "dana", ("phone",), settings_of(), playbook, now)

    assert (call.kind, call.channels, call.timing.verdict) == ("check_in", ("phone",), "open")
    assert (refused.timing.verdict, "W10" in refused.timing.rules) == ("stop", True)


def test_W10_the_agenda_offers_the_call_beside_the_mail(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T16:00-05:00"), promised_by=date(2026, 11, 16), informal=True
    )

    (item,) = due_items(record, settings_of(linkedin_url=""), playbook, at("2026-11-17T10:00-05:00"))

    assert item.channels[0] == "email"
    assert {"phone", "voicemail"} <= set(item.channels)


# ---- The missed interview --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["missed", "cancelled"])
@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        pytest.param("2026-11-03T15:14-05:00", "too_soon", id="they may only be late"),
        pytest.param("2026-11-03T15:15-05:00", "open", id="a quarter of an hour later"),
        pytest.param("2026-11-03T23:59-05:00", "open", id="the end of the day"),
        pytest.param("2026-11-04T00:00-05:00", "late", id="the next day"),
    ],
)
def test_X13_X25_a_missed_or_cancelled_interview_is_asked_about_the_same_day(playbook, status, now, verdict):
    timing = ask(playbook, a_process(status=status), "missed_interview", "email", now)

    assert timing.verdict == verdict
    assert window(timing) == ("2026-11-03T15:15-05:00", "2026-11-03T16:00-05:00", "2026-11-03T23:59-05:00")
    assert "X13" in timing.rules


def test_X13_on_a_saturday_the_message_does_not_wait_for_monday(playbook):
    record = a_process(status="missed", start="2026-11-07T10:00-05:00")

    timing = ask(playbook, record, "missed_interview", "email", "2026-11-07T10:20-05:00")

    assert window(timing) == ("2026-11-07T10:15-05:00", "2026-11-07T11:00-05:00", "2026-11-07T23:59-05:00")


def test_X13_is_what_a_missed_interview_asks_for_and_nothing_else(playbook):
    record = a_process(status="missed")

    assert due_kinds(record, "2026-11-03T15:20-05:00", playbook) == [("missed_interview", "email")]
    assert due_kinds(record, "2026-11-03T15:10-05:00", playbook) == []


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(a_process(a_message("missed_interview", "2026-11-03T15:30-05:00"), status="missed"),
                     id="the user asked"),
        pytest.param(a_process(Reply(id="r", at=at("2026-11-03T16:00-05:00"), says="other"), status="missed"),
                     id="they wrote"),
        pytest.param(a_process(status="missed", more_rounds=(a_round(id="round-2", interviewers=()),)),
                     id="another interview was agreed"),
        pytest.param(a_process(status="missed", outcome=Outcome("withdrawn", at("2026-11-03T18:00-05:00"))),
                     id="the user withdrew"),
    ],
)  # fmt: skip
def test_X13_is_over_once(playbook, record):
    kinds = [kind for kind, _ in due_kinds(record, "2026-11-04T10:00-05:00", playbook)]

    assert "missed_interview" not in kinds


def test_X13_a_later_interview_that_was_missed_ends_the_asking_for_news(playbook):
    missed = a_round(id="round-2", at=at("2026-11-10T10:00-05:00"), status="missed", interviewers=())
    record = a_process(a_message("thank_you", "2026-11-04T16:00-05:00"), more_rounds=(missed,))

    timing = ask(playbook, record, "second_follow_up", "email", "2026-11-10T12:00-05:00")

    assert timing.verdict == "stop"
    assert "did not take place; ask for a new date instead" in timing.reason


def test_W4_do_not_contact_stops_card_and_request_but_not_an_answer_to_their_offer(playbook):
    told = Instructions(do_not_contact=True)
    offer = Outcome("offer", at("2026-11-10T10:00-05:00"))
    record = a_process(instructions=told, outcome=offer)
    now = "2026-11-10T11:00-05:00"

    assert ask(playbook, record, "thank_you", "handwritten", now).reason == "They asked not to be contacted."
    assert ask(playbook, record, "connect", "linkedin_note", now).rules == ("W4",)
    assert ask(playbook, record, "offer_thanks", "email", now).verdict == "open"
