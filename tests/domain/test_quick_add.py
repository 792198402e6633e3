"""One line taken apart into what a new record's form asks."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.domain.quick_add import QuickAdd, read_quick_add
from tests.builders import at

NOW = at("2026-11-21T17:00:00-05:00")  # a Saturday


def read(line: str, *, month_first: bool = True) -> QuickAdd:
    """The line as it is read on that Saturday."""
    return read_quick_add(line, now=NOW, month_first=month_first)


def test_the_line_of_the_placeholder_is_understood_whole():
    said = read("Acme, Data Engineer, Dana Whitfield dana@acme.example, yesterday 15:00, video")

    assert said == QuickAdd(
        company="Acme",
        role="Data Engineer",
        person="Dana Whitfield",
        email="dana@acme.example",
        day=date(2026, 11, 20),
        clock=time(15),
        kind="video",
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 20)),
        ("tomorrow", date(2026, 11, 22)),
        ("Friday", date(2026, 11, 20)),
        ("last Friday", date(2026, 11, 20)),
        ("next Tuesday", date(2026, 11, 24)),
        ("2026-11-18", date(2026, 11, 18)),
        ("18 Nov", date(2026, 11, 18)),
        ("Nov 18th", date(2026, 11, 18)),
        ("18.11.", date(2026, 11, 18)),
        ("11/18", date(2026, 11, 18)),
        ("3 Jan", date(2027, 1, 3)),
        ("18 November 2025", date(2025, 11, 18)),
    ],
)
def test_a_day_is_read_as_people_write_it(words, day):
    assert read(f"Acme, Dev, Jo, {words}").day == day


def test_numbers_of_a_day_stand_in_the_order_of_the_users_country():
    assert read("Acme, Dev, Jo, 11/12", month_first=True).day == date(2026, 11, 12)
    assert read("Acme, Dev, Jo, 11/12", month_first=False).day == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("15:00", time(15)),
        ("3pm", time(15)),
        ("9.30", time(9, 30)),
        ("12:15 am", time(0, 15)),
        ("noon", time(12)),
    ],
)
def test_a_time_is_read_as_people_write_it(words, clock):
    assert read(f"Acme, Dev, Jo, today at {words}").clock == clock


@pytest.mark.parametrize(
    ("words", "minutes"), [("45 min", 45), ("2h", 120), ("an hour", 60), ("half an hour", 30)]
)
def test_a_length_is_read_in_minutes(words, minutes):
    assert read(f"Acme, Dev, Jo, {words}").minutes == minutes


def test_a_company_or_role_that_sounds_like_a_kind_stays_what_it_is():
    said = read("Zoom, Video Producer, Kim <kim@zoom.example>, phone")

    assert (said.company, said.role, said.kind) == ("Zoom", "Video Producer", "phone")


def test_a_role_at_a_company_needs_no_comma():
    said = read("Data Engineer at Acme")

    assert (said.role, said.company) == ("Data Engineer", "Acme")


def test_a_day_that_does_not_exist_is_named_and_not_guessed():
    said = read("Acme, Dev, Jo, 31 February 10:00")

    assert said.day is None
    assert said.not_understood == ("31 February 10:00",)


@given(st.text(max_size=300))
def test_no_line_is_too_strange_to_be_read(line):
    assert isinstance(read(line), QuickAdd)
