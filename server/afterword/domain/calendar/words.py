"""Moments as a reason tells them: with the weekday, which is what a person plans by."""

from datetime import date, datetime


def day_in_words(day: date, today: date) -> str:
    """The day, such as "Friday 20 November"; the year is added unless it is this year's."""
    text = f"{day:%A} {day.day} {day:%B}"
    return text if day.year == today.year else f"{text} {day.year}"


def moment_in_words(moment: datetime, today: date) -> str:
    """The moment in its own zone, such as "Friday 20 November 16:00"."""
    return f"{day_in_words(moment.date(), today)} {moment:%H:%M}"
