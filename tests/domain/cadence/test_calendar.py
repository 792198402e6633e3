"""The interviewer's calendar: whose zone, which days are worked, and days on which the clocks change (X2)."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from afterword.domain.calendar import Calendar, is_working_day, zone_of
from afterword.domain.playbook import Span
from tests.builders import a_round, an_interviewer, at, settings_of


def a_calendar(playbook, zone="America/New_York", country="US"):
    return Calendar(ZoneInfo(zone), country, playbook.working_hours)


@pytest.mark.parametrize(
    ("persons_zone", "start", "users_zone", "expected"),
    [
        pytest.param(
            "Asia/Tokyo", "2026-11-03T10:00-05:00", "America/New_York", "Asia/Tokyo", id="the person's own"
        ),
        pytest.param(None, "2026-11-03T10:00-05:00", "America/New_York", "America/New_York", id="the user's"),
        pytest.param(
            None, "2026-07-01T10:00+01:00", "Europe/London", "Europe/London", id="the user's in summer"
        ),
        pytest.param(None, "2026-11-03T10:00+01:00", "Europe/London", "UTC+01:00", id="a bare offset"),
    ],
)
def test_whose_zone_days_are_counted_in(persons_zone, start, users_zone, expected):
    person = an_interviewer(timezone=persons_zone)

    zone = zone_of(person, a_round(at=at(start)), settings_of(timezone=users_zone))

    assert str(zone) == expected


def test_without_an_interview_the_zone_is_the_users():
    assert str(zone_of(None, None, settings_of(timezone="Asia/Tokyo"))) == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("country", "day", "worked"),
    [
        pytest.param("US", date(2026, 11, 26), False, id="Thanksgiving"),
        pytest.param("GB", date(2026, 11, 26), True, id="Thanksgiving in Britain"),
        pytest.param("AE", date(2026, 11, 6), True, id="a Friday in the Emirates"),
        pytest.param("AE", date(2021, 11, 5), False, id="a Friday there before 2022"),
        pytest.param("IL", date(2026, 11, 8), True, id="a Sunday in Israel"),
        pytest.param("de", date(2026, 11, 8), False, id="small letters"),
        pytest.param("ZZ", date(2026, 11, 7), False, id="a Saturday without a known calendar"),
        pytest.param("ZZ", date(2026, 12, 25), True, id="a Friday without a known calendar"),
        pytest.param("CN", date(2026, 1, 4), True, id="a Sunday worked in exchange for a holiday"),
    ],
)
def test_X2_days_worked_in_a_country(country, day, worked):
    assert is_working_day(day, country) is worked


def test_a_day_whose_midnight_is_skipped_starts_after_the_jump(playbook):
    chile = a_calendar(playbook, "America/Santiago", "CL")

    start = chile.start_of(date(2026, 9, 6))

    assert start == at("2026-09-06T01:00:00-03:00")
    assert chile.end_of(date(2026, 9, 5)) == at("2026-09-05T23:59:59-04:00")


def test_days_keep_the_clock_time_and_hours_elapse_when_the_clocks_change(playbook):
    calendar, saturday = a_calendar(playbook), at("2026-10-31T10:00:00-04:00")

    assert calendar.after(saturday, Span(1, "days")) == at("2026-11-01T10:00:00-05:00")
    assert calendar.after(saturday, Span(24, "hours")) == at("2026-11-01T09:00:00-05:00")
    assert calendar.after(saturday, Span(24, "hours")).tzinfo is UTC


def test_X2_the_last_stretch_of_work_before_a_moment(playbook):
    calendar = a_calendar(playbook)
    friday_morning, sunday = at("2026-11-06T10:00:00-05:00"), at("2026-11-08T10:00:00-05:00")
    friday_evening = at("2026-11-06T18:00:00-05:00")

    assert calendar.last_working_stretch(friday_morning, sunday) == friday_morning
    assert calendar.last_working_stretch(friday_evening, sunday) is None
