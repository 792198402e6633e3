"""Days, hours and names as a letter writes them."""

from datetime import date

import pytest

from afterword.domain.composing.days import day_in_words, hour_in_words
from afterword.domain.composing.names import called, in_given_order
from tests.builders import an_interviewer, at

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "country", "words"),
    [
        (date(2026, 11, 20), "US", "November 20"),
        (date(2026, 11, 20), "GB", "20 November"),
        (date(2027, 1, 4), "US", "January 4"),
        (date(2027, 9, 1), "US", "September 1, 2027"),
        (date(2027, 9, 1), "de", "1 September 2027"),
        (date(2026, 2, 3), "GB", "3 February"),
    ],
)
def test_a_far_day_carries_its_year(day: date, country: str, words: str) -> None:
    assert day_in_words(day, country, TODAY) == words


@pytest.mark.parametrize(
    ("moment", "country", "words"),
    [
        ("2026-11-20T15:00:00-05:00", "US", "3:00 pm"),
        ("2026-11-20T00:05:00-05:00", "US", "12:05 am"),
        ("2026-11-20T12:30:00+00:00", "GB", "12:30 pm"),
        ("2026-11-20T15:00:00+01:00", "DE", "15:00"),
    ],
)
def test_an_hour_is_written_as_in_the_users_country(moment: str, country: str, words: str) -> None:
    assert hour_in_words(at(moment), country) == words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Whitfield, Dana", "Dana Whitfield"),
        ("Dana Whitfield, PhD", "Dana Whitfield"),
        ("  Dana   Whitfield ", "Dana Whitfield"),
        ("María del Carmen Fernández de la Vega", "María del Carmen Fernández de la Vega"),
        ("陈伟", "陈伟"),
    ],
)
def test_a_name_is_said_in_its_given_order(name: str, said: str) -> None:
    assert in_given_order(name) == said


@pytest.mark.parametrize(
    ("greet_as", "said"),
    [
        (None, "Dana Whitfield"),
        ("  ", "Dana Whitfield"),
        ("Dana", "Dana"),
        ("Dear Dr. Whitfield,", "Dr. Whitfield"),
    ],
)
def test_X9_the_users_wish_goes_before_the_full_name(greet_as: str | None, said: str) -> None:
    assert called(an_interviewer(greet_as=greet_as)) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Dana Whitfield", "Dana"),
        ("Whitfield, Dana", "Dana"),
        ("José García López", "José"),
        ("Dr. Whitfield", "Dr. Whitfield"),
        ("Dr. Dana Whitfield", "Dr. Dana Whitfield"),
        ("D. Whitfield", "D. Whitfield"),
        ("Madonna", "Madonna"),
        ("山田 太郎", "山田 太郎"),
        ("陈伟", "陈伟"),
    ],
)
def test_X9_by_habit_it_is_the_first_name_and_the_full_one_when_unsure(name: str, said: str) -> None:
    assert called(an_interviewer(name=name, greet_as=None), "first_name") == said


def test_X9_the_users_wish_goes_before_the_habit() -> None:
    assert called(an_interviewer(greet_as="Dr. Whitfield"), "first_name") == "Dr. Whitfield"
