"""Check-in (W5) and second follow-up (W12) to the minute, their order (X3), replies (X14), the end (W19).

Whole days of the interviewer's zone: a window opens at 00:00 of its first day, closes at 23:59 of its last.
"""

from dataclasses import replace
from datetime import date

import pytest

from afterword.domain.cadence import due_items, timing_for
from afterword.domain.records import FollowUp, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NY, LONDON, TOKYO = "America/New_York", "Europe/London", "Asia/Tokyo"
FIRST, LAST = "Pacific/Kiritimati", "Pacific/Pago_Pago"


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


# promised by | zone | country | start | now | verdict | opens | best | closes
CHECK_INS = [
    ("the day is not over",
     date(2026, 11, 16), NY, "US", "2026-11-03T15:00-05:00", "2026-11-16T23:59-05:00", "too_soon",
     "2026-11-17T00:00-05:00", "2026-11-17T09:00-05:00", "2026-11-18T23:59-05:00"),
    ("from the next midnight",
     date(2026, 11, 16), NY, "US", "2026-11-03T15:00-05:00", "2026-11-17T00:00-05:00", "open",
     "2026-11-17T00:00-05:00", "2026-11-17T09:00-05:00", "2026-11-18T23:59-05:00"),
    ("to the end of the second day",
     date(2026, 11, 16), NY, "US", "2026-11-03T15:00-05:00", "2026-11-18T23:59-05:00", "open",
     "2026-11-17T00:00-05:00", "2026-11-17T09:00-05:00", "2026-11-18T23:59-05:00"),
    ("late on the third day",
     date(2026, 11, 16), NY, "US", "2026-11-03T15:00-05:00", "2026-11-19T00:00-05:00", "late",
     "2026-11-17T00:00-05:00", "2026-11-17T09:00-05:00", "2026-11-18T23:59-05:00"),
    ("a promise long past",
     date(2026, 11, 16), NY, "US", "2026-11-03T15:00-05:00", "2027-01-04T10:00-05:00", "late",
     "2026-11-17T00:00-05:00", "2026-11-17T09:00-05:00", "2026-11-18T23:59-05:00"),
    ("a Thursday: Friday is in the window",
     date(2026, 11, 12), NY, "US", "2026-11-03T15:00-05:00", "2026-11-13T08:00-05:00", "open",
     "2026-11-13T00:00-05:00", "2026-11-13T09:00-05:00", "2026-11-14T23:59-05:00"),
    ("a Friday: the whole window is a weekend",
     date(2026, 11, 13), NY, "US", "2026-11-03T15:00-05:00", "2026-11-16T12:00-05:00", "open",
     "2026-11-14T00:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T12:00-05:00"),
    ("late after noon of that Monday",
     date(2026, 11, 13), NY, "US", "2026-11-03T15:00-05:00", "2026-11-16T12:01-05:00", "late",
     "2026-11-14T00:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T12:00-05:00"),
    ("a Saturday",
     date(2026, 11, 14), NY, "US", "2026-11-03T15:00-05:00", "2026-11-15T10:00-05:00", "open",
     "2026-11-15T00:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T23:59-05:00"),
    ("Veterans Day is the first day",
     date(2026, 11, 10), NY, "US", "2026-11-03T15:00-05:00", "2026-11-11T10:00-05:00", "open",
     "2026-11-11T00:00-05:00", "2026-11-12T09:00-05:00", "2026-11-12T23:59-05:00"),
    ("the day before Thanksgiving",
     date(2026, 11, 25), NY, "US", "2026-11-03T15:00-05:00", "2026-11-27T10:00-05:00", "open",
     "2026-11-26T00:00-05:00", "2026-11-27T09:00-05:00", "2026-11-27T23:59-05:00"),
    ("clocks forward inside",
     date(2026, 3, 6), NY, "US", "2026-03-02T15:00-05:00", "2026-03-08T10:00-04:00", "open",
     "2026-03-07T00:00-05:00", "2026-03-09T09:00-04:00", "2026-03-09T12:00-04:00"),
    ("clocks back inside",
     date(2026, 10, 31), NY, "US", "2026-10-26T15:00-04:00", "2026-11-01T01:30-05:00", "open",
     "2026-11-01T00:00-04:00", "2026-11-02T09:00-05:00", "2026-11-02T23:59-05:00"),
    ("a long weekend in Japan",
     date(2026, 11, 20), TOKYO, "JP", "2026-11-04T10:00+09:00", "2026-11-23T10:00+09:00", "open",
     "2026-11-21T00:00+09:00", "2026-11-24T09:00+09:00", "2026-11-24T12:00+09:00"),
    ("already tomorrow in Kiritimati",
     date(2026, 11, 16), FIRST, "KI", "2026-11-03T15:00+14:00", "2026-11-16T10:00+00:00", "open",
     "2026-11-17T00:00+14:00", "2026-11-17T09:00+14:00", "2026-11-18T23:59+14:00"),
    ("a minute earlier there",
     date(2026, 11, 16), FIRST, "KI", "2026-11-03T15:00+14:00", "2026-11-16T09:59+00:00", "too_soon",
     "2026-11-17T00:00+14:00", "2026-11-17T09:00+14:00", "2026-11-18T23:59+14:00"),
    ("still yesterday in Pago Pago",
     date(2026, 11, 16), LAST, "AS", "2026-11-03T15:00-11:00", "2026-11-17T10:59+00:00", "too_soon",
     "2026-11-17T00:00-11:00", "2026-11-17T09:00-11:00", "2026-11-18T23:59-11:00"),
    ("Sunday is worked in Israel",
     date(2026, 11, 6), "Asia/Jerusalem", "IL", "2026-11-03T15:00+02:00", "2026-11-07T10:00+02:00", "open",
     "2026-11-07T00:00+02:00", "2026-11-08T09:00+02:00", "2026-11-08T23:59+02:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in CHECK_INS])
def test_W5_X2_check_in_one_to_two_days_after_the_promised_date(playbook, case):
    promised, zone, country, start, now, verdict, opens, best, closes = case
    record = a_process(start=start, promised=promised, zone=zone, country=country)

    timing = ask(record, "check_in", now, playbook)

    assert (timing.verdict, *window(timing)) == (verdict, opens, best, closes)
    assert "W5" in timing.rules
    assert "1 to 2 days after that" in timing.reason


def test_W5_the_reason_names_the_promised_day(playbook):
    record = a_process(promised=date(2026, 11, 16))

    timing = ask(record, "check_in", "2026-11-17T10:00-05:00", playbook)

    assert timing.reason == (
        "They promised an answer by Monday 16 November; ask 1 to 2 days after that. "
        "The best moment was Tuesday 17 November 09:00."
    )


# the first message or reply | zone | country | start | now | verdict | opens | best | closes
SECONDS = [
    ("too soon on the fourth day",
     "2026-11-04T11:00-05:00", NY, "US", "2026-11-03T15:00-05:00", "2026-11-08T23:59-05:00", "too_soon",
     "2026-11-09T00:00-05:00", "2026-11-09T09:00-05:00", "2026-11-11T23:59-05:00"),
    ("from the fifth day",
     "2026-11-04T11:00-05:00", NY, "US", "2026-11-03T15:00-05:00", "2026-11-09T00:00-05:00", "open",
     "2026-11-09T00:00-05:00", "2026-11-09T09:00-05:00", "2026-11-11T23:59-05:00"),
    ("to the end of the seventh",
     "2026-11-04T11:00-05:00", NY, "US", "2026-11-03T15:00-05:00", "2026-11-11T23:59-05:00", "open",
     "2026-11-09T00:00-05:00", "2026-11-09T09:00-05:00", "2026-11-11T23:59-05:00"),
    ("late on the eighth",
     "2026-11-04T11:00-05:00", NY, "US", "2026-11-03T15:00-05:00", "2026-11-12T00:00-05:00", "late",
     "2026-11-09T00:00-05:00", "2026-11-09T09:00-05:00", "2026-11-11T23:59-05:00"),
    ("a weekend inside",
     "2026-11-09T11:00-05:00", NY, "US", "2026-11-07T15:00-05:00", "2026-11-15T10:00-05:00", "open",
     "2026-11-14T00:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T23:59-05:00"),
    ("Thanksgiving first",
     "2026-11-21T11:00-05:00", NY, "US", "2026-11-19T15:00-05:00", "2026-11-26T10:00-05:00", "open",
     "2026-11-26T00:00-05:00", "2026-11-27T09:00-05:00", "2026-11-28T23:59-05:00"),
    ("only days off: Christmas in Britain",
     "2026-12-21T11:00+00:00", LONDON, "GB", "2026-12-18T15:00+00:00", "2026-12-27T10:00+00:00", "open",
     "2026-12-26T00:00+00:00", "2026-12-29T09:00+00:00", "2026-12-29T12:00+00:00"),
    ("clocks forward inside",
     "2026-03-03T11:00-05:00", NY, "US", "2026-03-02T10:00-05:00", "2026-03-08T10:00-04:00", "open",
     "2026-03-08T00:00-05:00", "2026-03-09T09:00-04:00", "2026-03-10T23:59-04:00"),
    ("clocks back inside",
     "2026-10-27T11:00-04:00", NY, "US", "2026-10-26T10:00-04:00", "2026-11-01T10:00-05:00", "open",
     "2026-11-01T00:00-04:00", "2026-11-02T09:00-05:00", "2026-11-03T23:59-05:00"),
    ("sent on their next day",
     "2026-11-04T20:00-05:00", TOKYO, "JP", "2026-11-04T10:00+09:00", "2026-11-10T00:00+09:00", "open",
     "2026-11-10T00:00+09:00", "2026-11-10T09:00+09:00", "2026-11-12T23:59+09:00"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in SECONDS])
def test_W12_second_follow_up_five_to_seven_days_after_the_first(playbook, case):
    first, zone, country, start, now, verdict, opens, best, closes = case
    record = a_process(a_message("thank_you", first), start=start, zone=zone, country=country)

    timing = ask(record, "second_follow_up", now, playbook)

    assert (timing.verdict, *window(timing)) == (verdict, opens, best, closes)
    assert "W12" in timing.rules


def test_X2_business_days_are_a_setting_for_W5_and_W12(playbook):
    record = a_process(promised=date(2026, 11, 13))
    thanked = a_process(a_message("thank_you", "2026-11-04T11:00-05:00"))

    check_in = ask(record, "check_in", "2026-11-16T10:00-05:00", playbook, business_days=True)
    second = ask(thanked, "second_follow_up", "2026-11-12T10:00-05:00", playbook, business_days=True)

    assert window(check_in) == ("2026-11-16T00:00-05:00", "2026-11-16T09:00-05:00", "2026-11-17T23:59-05:00")
    assert window(second) == ("2026-11-12T00:00-05:00", "2026-11-12T09:00-05:00", "2026-11-16T23:59-05:00")
    assert "1 to 2 working days" in check_in.reason
