"""The thank-you's window to the minute (W3, W4, W6, W7, X1, X2): weekends, holidays, zones, clock changes.

Each window is counted by hand from the rule: end of the interview plus 24 and 48 hours; a working hour in it,
else the next working morning at 09:00 with the close moved to 12:00. Working hours are 09:00 to 17:00.
"""

from dataclasses import replace

import pytest

from afterword.domain.cadence import timing_for
from afterword.domain.records import Instructions
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NY, LONDON, BERLIN, KOLKATA = "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kolkata"
DUBAI, TOKYO, JERUSALEM, RIYADH = "Asia/Dubai", "Asia/Tokyo", "Asia/Jerusalem", "Asia/Riyadh"


def minute(moment):
    return moment and moment.isoformat(timespec="minutes")


def window(timing):
    return minute(timing.opens_at), minute(timing.best_at), minute(timing.closes_at)


def ask(playbook, now, *, settings=None, **round_fields):
    country = round_fields.pop("country", "US")
    zone = round_fields.pop("zone", NY)
    meeting = a_round(interviewers=(an_interviewer(timezone=zone),), **round_fields)
    record = a_record(country=country, rounds=(meeting,))
    return timing_for(
        record, "round-1", "dana", "thank_you", "email", settings or settings_of(), playbook, at(now)
    )


# start of the interview | minutes | now | verdict | opens | best | closes
NEW_YORK = [
    ("a Tuesday",
     "2026-11-03T10:00-05:00", 60, "2026-11-03T11:30-05:00", "too_soon",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("an hour if no length is given",
     "2026-11-03T10:00-05:00", None, "2026-11-04T11:00-05:00", "open",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("a minute too soon",
     "2026-11-03T10:00-05:00", 60, "2026-11-04T10:59-05:00", "too_soon",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("the last minute",
     "2026-11-03T10:00-05:00", 60, "2026-11-05T11:00-05:00", "open",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("a minute late",
     "2026-11-03T10:00-05:00", 60, "2026-11-05T11:01-05:00", "late",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("half an hour",
     "2026-11-03T10:00-05:00", 30, "2026-11-04T12:00-05:00", "open",
     "2026-11-04T10:30-05:00", "2026-11-04T10:30-05:00", "2026-11-05T10:30-05:00"),
    ("an evening end waits for the morning",
     "2026-11-03T15:00-05:00", 180, "2026-11-04T19:00-05:00", "open",
     "2026-11-04T18:00-05:00", "2026-11-05T09:00-05:00", "2026-11-05T18:00-05:00"),
    ("an early end waits for nine",
     "2026-11-03T07:00-05:00", 30, "2026-11-04T08:00-05:00", "open",
     "2026-11-04T07:30-05:00", "2026-11-04T09:00-05:00", "2026-11-05T07:30-05:00"),
    ("the last hour of Friday",
     "2026-11-05T15:00-05:00", 60, "2026-11-06T16:30-05:00", "open",
     "2026-11-06T16:00-05:00", "2026-11-06T16:00-05:00", "2026-11-07T16:00-05:00"),
    ("Friday evening to Saturday",
     "2026-11-05T16:30-05:00", 60, "2026-11-07T12:00-05:00", "open",
     "2026-11-06T17:30-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("five o'clock is after work",
     "2026-11-05T16:00-05:00", 60, "2026-11-07T12:00-05:00", "open",
     "2026-11-06T17:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("a Friday interview",
     "2026-11-06T15:00-05:00", 60, "2026-11-08T20:00-05:00", "open",
     "2026-11-07T16:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("at the recommended moment",
     "2026-11-06T15:00-05:00", 60, "2026-11-09T09:00-05:00", "open",
     "2026-11-07T16:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("noon of that morning",
     "2026-11-06T15:00-05:00", 60, "2026-11-09T12:00-05:00", "open",
     "2026-11-07T16:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("after noon of that morning",
     "2026-11-06T15:00-05:00", 60, "2026-11-09T12:01-05:00", "late",
     "2026-11-07T16:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("a Saturday interview",
     "2026-11-07T10:00-05:00", 60, "2026-11-08T12:00-05:00", "open",
     "2026-11-08T11:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T11:00-05:00"),
    ("a Sunday interview",
     "2026-11-08T15:00-05:00", 60, "2026-11-09T16:00-05:00", "open",
     "2026-11-09T16:00-05:00", "2026-11-09T16:00-05:00", "2026-11-10T16:00-05:00"),
    ("over Thanksgiving",
     "2026-11-25T14:00-05:00", 60, "2026-11-26T16:00-05:00", "open",
     "2026-11-26T15:00-05:00", "2026-11-27T09:00-05:00", "2026-11-27T15:00-05:00"),
    ("ends on Thanksgiving",
     "2026-11-24T14:00-05:00", 60, "2026-11-25T16:00-05:00", "open",
     "2026-11-25T15:00-05:00", "2026-11-25T15:00-05:00", "2026-11-26T15:00-05:00"),
    ("nothing left before Thanksgiving",
     "2026-11-24T16:30-05:00", 60, "2026-11-26T09:00-05:00", "open",
     "2026-11-25T17:30-05:00", "2026-11-27T09:00-05:00", "2026-11-27T12:00-05:00"),
    ("over Christmas",
     "2026-12-23T16:00-05:00", 60, "2026-12-25T12:00-05:00", "open",
     "2026-12-24T17:00-05:00", "2026-12-28T09:00-05:00", "2026-12-28T12:00-05:00"),
    ("an observed holiday",
     "2026-07-01T16:30-04:00", 60, "2026-07-03T12:00-04:00", "open",
     "2026-07-02T17:30-04:00", "2026-07-06T09:00-04:00", "2026-07-06T12:00-04:00"),
    ("over New Year",
     "2026-12-30T16:30-05:00", 60, "2027-01-01T12:00-05:00", "open",
     "2026-12-31T17:30-05:00", "2027-01-04T09:00-05:00", "2027-01-04T12:00-05:00"),
    # Both changes of the clocks: 24 and 48 hours elapse, so the clock time moves by one.
    ("clocks go forward in the window",
     "2026-03-06T15:00-05:00", 60, "2026-03-08T12:00-04:00", "open",
     "2026-03-07T16:00-05:00", "2026-03-09T09:00-04:00", "2026-03-09T12:00-04:00"),
    ("24 hours over the skipped hour",
     "2026-03-07T10:00-05:00", 60, "2026-03-08T11:30-04:00", "too_soon",
     "2026-03-08T12:00-04:00", "2026-03-09T09:00-04:00", "2026-03-09T12:00-04:00"),
    ("24 hours over the doubled hour",
     "2026-10-31T10:00-04:00", 60, "2026-11-01T10:00-05:00", "open",
     "2026-11-01T10:00-05:00", "2026-11-02T09:00-05:00", "2026-11-02T10:00-05:00"),
    ("clocks go back in the window",
     "2026-10-30T15:00-04:00", 60, "2026-11-02T12:01-05:00", "late",
     "2026-10-31T16:00-04:00", "2026-11-02T09:00-05:00", "2026-11-02T12:00-05:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in NEW_YORK])
def test_W3_W7_X2_thank_you_in_new_york(playbook, case):
    start, minutes, now, verdict, opens, best, closes = case

    timing = ask(playbook, now, at=at(start), minutes=minutes)

    assert (timing.verdict, *window(timing)) == (verdict, opens, best, closes)
    assert "W3" in timing.rules
    assert ("W7" in timing.rules) >= (verdict == "late")


# country | zone | start (an hour long) | opens | best | closes
COUNTRIES = [
    ("Boxing Day is made up for",
     "GB", LONDON, "2026-12-23T16:00+00:00",
     "2026-12-24T17:00+00:00", "2026-12-29T09:00+00:00", "2026-12-29T12:00+00:00"),
    ("the May bank holiday",
     "GB", LONDON, "2026-05-01T17:00+01:00",
     "2026-05-02T18:00+01:00", "2026-05-05T09:00+01:00", "2026-05-05T12:00+01:00"),
    ("no Thanksgiving in Britain",
     "GB", LONDON, "2026-11-25T14:00+00:00",
     "2026-11-26T15:00+00:00", "2026-11-26T15:00+00:00", "2026-11-27T15:00+00:00"),
    ("Ascension Day",
     "DE", BERLIN, "2026-05-12T17:30+02:00",
     "2026-05-13T18:30+02:00", "2026-05-15T09:00+02:00", "2026-05-15T12:00+02:00"),
    ("Whit Monday",
     "DE", BERLIN, "2026-05-22T10:00+02:00",
     "2026-05-23T11:00+02:00", "2026-05-26T09:00+02:00", "2026-05-26T12:00+02:00"),
    ("a holiday of some states only",
     "DE", BERLIN, "2026-06-02T17:30+02:00",
     "2026-06-03T18:30+02:00", "2026-06-04T09:00+02:00", "2026-06-04T18:30+02:00"),
    ("European clocks forward",
     "DE", BERLIN, "2026-03-28T10:00+01:00",
     "2026-03-29T12:00+02:00", "2026-03-30T09:00+02:00", "2026-03-30T12:00+02:00"),
    ("European clocks back",
     "DE", BERLIN, "2026-10-24T10:00+02:00",
     "2026-10-25T10:00+01:00", "2026-10-26T09:00+01:00", "2026-10-26T10:00+01:00"),
    ("Republic Day",
     "IN", KOLKATA, "2026-01-23T17:30+05:30",
     "2026-01-24T18:30+05:30", "2026-01-27T09:00+05:30", "2026-01-27T12:00+05:30"),
    ("Gandhi's birthday",
     "IN", KOLKATA, "2026-09-30T17:30+05:30",
     "2026-10-01T18:30+05:30", "2026-10-05T09:00+05:30", "2026-10-05T12:00+05:30"),
    ("a plain day in India",
     "IN", KOLKATA, "2026-11-03T10:00+05:30",
     "2026-11-04T11:00+05:30", "2026-11-04T11:00+05:30", "2026-11-05T11:00+05:30"),
    ("Friday is worked since 2022",
     "AE", DUBAI, "2026-11-05T10:00+04:00",
     "2026-11-06T11:00+04:00", "2026-11-06T11:00+04:00", "2026-11-07T11:00+04:00"),
    ("Friday and Saturday off before",
     "AE", DUBAI, "2021-11-03T17:00+04:00",
     "2021-11-04T18:00+04:00", "2021-11-07T09:00+04:00", "2021-11-07T12:00+04:00"),
    ("the National Days",
     "AE", DUBAI, "2026-11-30T17:00+04:00",
     "2026-12-01T18:00+04:00", "2026-12-04T09:00+04:00", "2026-12-04T12:00+04:00"),
    ("Sunday is a working day",
     "IL", JERUSALEM, "2026-11-04T17:00+02:00",
     "2026-11-05T18:00+02:00", "2026-11-08T09:00+02:00", "2026-11-08T12:00+02:00"),
    ("the Saudi weekend",
     "SA", RIYADH, "2026-11-11T16:00+03:00",
     "2026-11-12T17:00+03:00", "2026-11-15T09:00+03:00", "2026-11-15T12:00+03:00"),
    ("Labour Thanksgiving",
     "JP", TOKYO, "2026-11-20T16:00+09:00",
     "2026-11-21T17:00+09:00", "2026-11-24T09:00+09:00", "2026-11-24T12:00+09:00"),
    ("Golden Week",
     "JP", TOKYO, "2026-04-30T17:00+09:00",
     "2026-05-01T18:00+09:00", "2026-05-07T09:00+09:00", "2026-05-07T12:00+09:00"),
    ("Silver Week",
     "JP", TOKYO, "2026-09-18T14:00+09:00",
     "2026-09-19T15:00+09:00", "2026-09-24T09:00+09:00", "2026-09-24T12:00+09:00"),
    ("midnight in the person's zone",
     "JP", TOKYO, "2026-11-17T10:00-05:00",
     "2026-11-19T01:00+09:00", "2026-11-19T09:00+09:00", "2026-11-20T01:00+09:00"),
    ("the first zone of the day",
     "KI", "Pacific/Kiritimati", "2026-11-03T10:00+14:00",
     "2026-11-04T11:00+14:00", "2026-11-04T11:00+14:00", "2026-11-05T11:00+14:00"),
    ("a Friday interview in Kiribati",
     "KI", "Pacific/Kiritimati", "2026-11-06T15:00+14:00",
     "2026-11-07T16:00+14:00", "2026-11-09T09:00+14:00", "2026-11-09T12:00+14:00"),
    ("the last zone of the day",
     "AS", "Pacific/Pago_Pago", "2026-11-05T16:30-11:00",
     "2026-11-06T17:30-11:00", "2026-11-09T09:00-11:00", "2026-11-09T12:00-11:00"),
    ("a quarter of an hour off",
     "NZ", "Pacific/Chatham", "2026-11-03T10:00+13:45",
     "2026-11-04T11:00+13:45", "2026-11-04T11:00+13:45", "2026-11-05T11:00+13:45"),
    ("zone taken from the user",
     "US", None, "2026-11-06T15:00-05:00",
     "2026-11-07T16:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("a bare offset knows no summer",
     "DE", None, "2026-03-28T10:00+01:00",
     "2026-03-29T11:00+01:00", "2026-03-30T09:00+01:00", "2026-03-30T11:00+01:00"),
    ("country taken from the user",
     None, NY, "2026-11-24T16:30-05:00",
     "2026-11-25T17:30-05:00", "2026-11-27T09:00-05:00", "2026-11-27T12:00-05:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in COUNTRIES])
def test_X2_thank_you_over_weekends_and_holidays_of_the_employers_country(playbook, case):
    country, zone, start, opens, best, closes = case

    timing = ask(playbook, opens, at=at(start), minutes=60, country=country, zone=zone)

    assert (timing.verdict, *window(timing)) == ("open", opens, best, closes)


# start (an hour long) | opens | best | closes
WITHIN_24_HOURS = [
    ("at 24 hours",
     "2026-11-03T10:00-05:00",
     "2026-11-03T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
    ("24 hours are an evening, so the morning before",
     "2026-11-02T17:30-05:00",
     "2026-11-02T18:30-05:00", "2026-11-03T09:00-05:00", "2026-11-04T18:30-05:00"),
    ("24 hours are a Saturday, so Friday",
     "2026-11-06T10:00-05:00",
     "2026-11-06T11:00-05:00", "2026-11-06T11:00-05:00", "2026-11-08T11:00-05:00"),
    ("no working hour at all",
     "2026-11-06T17:30-05:00",
     "2026-11-06T18:30-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("24 hours at the latest, though it is a Sunday",
     "2026-11-07T10:00-05:00",
     "2026-11-07T11:00-05:00", "2026-11-08T11:00-05:00", "2026-11-09T11:00-05:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in WITHIN_24_HOURS])
def test_X1_within_24_hours_opens_at_the_end_and_is_best_at_24_hours_at_the_latest(playbook, case):
    start, opens, best, closes = case
    settings = settings_of(timing_preset="within-24h")

    timing = ask(playbook, opens, at=at(start), minutes=60, settings=settings)

    assert (timing.verdict, *window(timing)) == ("open", opens, best, closes)
    assert "X1" in timing.rules
    assert "within 24 hours" in timing.reason


def test_W4_a_phone_interview_has_the_same_window(playbook):
    phone = ask(playbook, "2026-11-04T12:00-05:00", at=at("2026-11-03T10:00-05:00"), kind="phone")
    video = ask(playbook, "2026-11-04T12:00-05:00", at=at("2026-11-03T10:00-05:00"), kind="video")

    assert window(phone) == window(video)
    assert phone.rules == ("W3", "W4")


# not before | now | verdict | opens | best | closes
INSTRUCTED = [
    ("later, inside the window",
     "2026-11-05T10:00-05:00", "2026-11-05T09:00-05:00", "too_soon",
     "2026-11-05T10:00-05:00", "2026-11-05T10:00-05:00", "2026-11-05T11:00-05:00"),
    ("after the window, which keeps its length",
     "2026-11-09T09:00-05:00", "2026-11-06T09:00-05:00", "too_soon",
     "2026-11-09T09:00-05:00", "2026-11-09T09:00-05:00", "2026-11-10T09:00-05:00"),
    ("open from then on",
     "2026-11-09T09:00-05:00", "2026-11-09T10:00-05:00", "open",
     "2026-11-09T09:00-05:00", "2026-11-09T09:00-05:00", "2026-11-10T09:00-05:00"),
    ("moved onto a weekend",
     "2026-11-06T18:00-05:00", "2026-11-07T10:00-05:00", "open",
     "2026-11-06T18:00-05:00", "2026-11-09T09:00-05:00", "2026-11-09T12:00-05:00"),
    ("before the window opens anyway",
     "2026-11-04T08:00-05:00", "2026-11-04T11:00-05:00", "open",
     "2026-11-04T11:00-05:00", "2026-11-04T11:00-05:00", "2026-11-05T11:00-05:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in INSTRUCTED])
def test_W4_not_before_moves_the_opening_of_a_round_of_any_kind(playbook, case):
    not_before, now, verdict, opens, best, closes = case
    told = Instructions(text="Please wait.", not_before=at(not_before))

    timing = ask(playbook, now, at=at("2026-11-03T10:00-05:00"), kind="on_site", instructions=told)

    assert (timing.verdict, *window(timing)) == (verdict, opens, best, closes)
    assert "W4" in timing.rules
    assert "Please wait" in timing.reason


def test_W4_do_not_contact_means_stop_and_gives_their_words_as_the_reason(playbook):
    told = Instructions(text="We will be in touch.", do_not_contact=True)

    timing = ask(playbook, "2026-11-04T12:00-05:00", at=at("2026-11-03T10:00-05:00"), instructions=told)

    assert (timing.verdict, timing.rules) == ("stop", ("W4",))
    assert timing.reason == "They asked not to be contacted: “We will be in touch”."


def test_W4_an_instruction_of_text_alone_is_only_shown(playbook):
    told = Instructions(text="Write to jobs@acme.example.")
    plain = ask(playbook, "2026-11-04T12:00-05:00", at=at("2026-11-03T10:00-05:00"))

    timing = ask(playbook, "2026-11-04T12:00-05:00", at=at("2026-11-03T10:00-05:00"), instructions=told)

    assert (timing.verdict, window(timing)) == ("open", window(plain))
    assert "they said “Write to jobs@acme.example”" in timing.reason


def test_W6_a_draft_asked_for_too_soon_says_when_the_window_opens(playbook):
    timing = ask(playbook, "2026-11-20T16:30:00-05:00")

    assert timing.verdict == "too_soon"
    assert timing.reason.startswith(
        "The interview ended Friday 20 November 16:00; a thank-you is best 24 to 48 hours later"
    )
    assert "It is too soon until Saturday 21 November 16:00" in timing.reason
    assert "W6" in timing.rules


def test_W7_a_late_reason_says_when_the_window_closed(playbook):
    timing = ask(playbook, "2026-11-23T12:01:00-05:00")

    assert timing.verdict == "late"
    assert timing.reason.endswith("The time for it ended Monday 23 November 12:00.")


def test_a_reason_says_whose_clock_it_is_where_the_users_differs(playbook):
    timing = ask(
        playbook, "2026-11-04T12:00+01:00", at=at("2026-11-03T10:00+01:00"), zone=BERLIN, country="DE"
    )

    assert "The interview ended Tuesday 3 November 11:00 (their time)" in timing.reason


def test_an_interview_still_to_come_is_too_soon_to_thank_for(playbook):
    timing = ask(playbook, "2026-11-01T09:00-05:00", at=at("2026-11-03T10:00-05:00"), status="planned")

    assert timing.verdict == "too_soon"
    assert "The interview ends Tuesday 3 November 11:00" in timing.reason


@pytest.mark.parametrize("status", ["missed", "cancelled"])
def test_an_interview_that_did_not_take_place_is_not_thanked_for(playbook, status):
    timing = ask(playbook, "2026-11-24T09:00-05:00", status=status)

    assert timing.verdict == "stop"


def test_a_record_without_interviews_has_nothing_to_thank_for_yet(playbook):
    record = replace(a_record(), rounds=())

    timing = timing_for(
        record, None, None, "thank_you", "email", settings_of(), playbook, at("2026-11-24T09:00-05:00")
    )

    assert (timing.verdict, window(timing)) == ("too_soon", (None, None, None))
