"""What holds of every window, whatever zone, country and date (X2, W7), both clock changes included."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from afterword.domain.cadence import timing_for
from afterword.domain.kinds import KINDS
from afterword.domain.records import FollowUp, Outcome
from tests.builders import a_record, a_round, an_interviewer, settings_of

ZONES = (
    "Pacific/Kiritimati", "Pacific/Chatham", "Australia/Lord_Howe", "Asia/Tokyo", "Asia/Kathmandu",
    "Asia/Kolkata", "Asia/Dubai", "Asia/Jerusalem", "Africa/Cairo", "Europe/Berlin", "Europe/London",
    "America/St_Johns", "America/New_York", "America/Santiago", "America/Los_Angeles", "Pacific/Pago_Pago",
)  # fmt: skip
COUNTRIES = ("US", "GB", "DE", "IN", "AE", "JP", "IL", "SA", "CN", "BR", "KI", None)

moments = st.datetimes(datetime(2021, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - UTC follows
processes = st.builds(
    lambda start, zone, country, minutes, promised_in: a_record(
        country=country,
        rounds=(
            a_round(
                at=start,
                minutes=minutes,
                promised_by=None if promised_in is None else start.date() + timedelta(days=promised_in),
                interviewers=(an_interviewer(timezone=zone),),
            ),
        ),
    ),
    start=moments,
    zone=st.sampled_from(ZONES),
    country=st.sampled_from(COUNTRIES),
    minutes=st.none() | st.integers(5, 480),
    promised_in=st.none() | st.integers(0, 40),
)
settings_chosen = st.builds(
    settings_of, timing_preset=st.sampled_from(("24-48h", "within-24h")), business_days=st.booleans()
)


def ask(record, kind, settings, playbook, now, *, channel="email"):
    return timing_for(record, None, "dana", kind, channel, settings, playbook, now)


def end_of(record):
    return record.rounds[0].ends_at


def decided(record, kind, after):
    return replace(record, outcome=Outcome(kind, end_of(record) + after))


def in_order(timing):
    moments = [m.astimezone(UTC) for m in (timing.opens_at, timing.best_at, timing.closes_at) if m]
    return moments == sorted(moments)


@given(record=processes, settings=settings_chosen, kind=st.sampled_from(KINDS), days=st.integers(1, 60))
def test_X25_every_window_opens_then_is_best_then_closes(playbook, record, settings, kind, days):
    now = end_of(record) + timedelta(days=days)
    records = (
        record,
        decided(record, "offer", timedelta(days=1)),
        decided(record, "rejected", timedelta(days=1)),
    )

    timings = [ask(r, kind, settings, playbook, now) for r in records]

    assert all(in_order(timing) for timing in timings)
    assert all(timing.reason.endswith(".") and timing.rules for timing in timings)


@given(record=processes, settings=settings_chosen)
def test_W7_a_thank_you_at_the_recommended_moment_is_never_late(playbook, record, settings):
    best = ask(record, "thank_you", settings, playbook, end_of(record)).best_at

    assert ask(record, "thank_you", settings, playbook, best).verdict == "open"


@given(record=processes, business_days=st.booleans())
def test_X2_thank_you_and_nudges_are_best_in_a_working_hour_of_the_interviewer(
    playbook, record, business_days
):
    settings = settings_of(business_days=business_days)
    thanked = FollowUp(
        "t", "thank_you", "email", "sent", end_of(record) + timedelta(hours=30), "round-1", "dana"
    )
    now = end_of(record) + timedelta(days=60)
    kinds = ("thank_you", "check_in", "second_follow_up")

    logs = {"thank_you": (), "check_in": (thanked,), "second_follow_up": (thanked,)}
    bests = [
        ask(replace(record, follow_ups=logs[kind]), kind, settings, playbook, now).best_at for kind in kinds
    ]

    assert all(9 <= best.hour < 17 for best in bests if best)


@given(start=moments, zone=st.sampled_from(ZONES))
def test_W3_exactly_24_hours_elapse_before_the_window_opens(playbook, start, zone):
    record = a_record(rounds=(a_round(at=start, interviewers=(an_interviewer(timezone=zone),)),))

    timing = ask(record, "thank_you", settings_of(), playbook, start)

    assert timing.opens_at.astimezone(UTC) == start + timedelta(hours=25)
    assert timing.opens_at.utcoffset() == (start + timedelta(hours=25)).astimezone(ZoneInfo(zone)).utcoffset()


@given(promised=st.dates(date(2024, 1, 1), date(2030, 12, 31)), zone=st.sampled_from(ZONES))
def test_W5_the_check_in_never_opens_before_the_promised_day_is_over_there(playbook, promised, zone):
    start = datetime(promised.year, promised.month, promised.day, tzinfo=UTC) - timedelta(days=10)
    meeting = a_round(at=start, promised_by=promised, interviewers=(an_interviewer(timezone=zone),))

    timing = ask(a_record(rounds=(meeting,)), "check_in", settings_of(), playbook, start + timedelta(days=3))

    assert timing.opens_at.date() == promised + timedelta(days=1)
    assert timing.closes_at.date() >= promised + timedelta(days=2)


@given(record=processes, hours=st.integers(-30, 400))
def test_W10_an_open_call_is_in_the_working_hours_of_the_person_called(playbook, record, hours):
    informal = replace(record, informal=True)
    now = end_of(record) + timedelta(hours=hours)

    timing = ask(informal, "check_in", settings_of(), playbook, now, channel="phone")

    zone = ZoneInfo(record.rounds[0].interviewers[0].timezone)
    local = now.astimezone(zone)
    assert timing.verdict != "open" or 9 <= local.hour + local.minute / 60 <= 17
