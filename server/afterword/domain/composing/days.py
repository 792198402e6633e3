"""Days and hours as a letter writes them: "November 20" in the United States, elsewhere "20 November"."""

from datetime import date, datetime

_MONTH_FIRST = frozenset(("US", "PH"))


def writes_month_first(country: str) -> bool:
    """Whether 11/12 is 12 November in this country."""
    return country.upper() in _MONTH_FIRST


def day_in_words(day: date, country: str, today: date) -> str:
    """The day without a weekday; the year is added unless it is this year or less than half a year ahead."""
    month = f"{day:%B}"
    month_first = writes_month_first(country)
    text = f"{month} {day.day}" if month_first else f"{day.day} {month}"
    near = abs((day - today).days) < 366 // 2
    if day.year == today.year or near:
        return text
    return f"{text}, {day.year}" if month_first else f"{text} {day.year}"


def hour_in_words(moment: datetime, country: str) -> str:
    """The time of day: "3:00 pm" where that is usual, else "15:00"."""
    if country.upper() not in _MONTH_FIRST | {"GB", "IE", "AU", "NZ", "CA", "IN"}:
        return f"{moment:%H:%M}"
    hour = moment.hour % 12 or 12
    return f"{hour}:{moment:%M} {'am' if moment.hour < 12 else 'pm'}"  # noqa: PLR2004 - noon
