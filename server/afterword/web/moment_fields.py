"""Days and times in forms: pickers whose value must exist on the user's clock."""

from datetime import datetime, time
from typing import Any
from zoneinfo import available_timezones

from flask_babel import lazy_gettext
from wtforms import DateField, Field, TimeField
from wtforms.validators import ValidationError

from .moments import FIRST_YEAR, LAST_YEAR, NoSuchMomentError, moment_at


def in_our_years(_form: Any, field: DateField) -> None:
    """A year that cannot be meant is refused here, before any window is computed from it.

    Raises:
        ValidationError: it is before 2000 or after 2100.
    """
    if field.data and not FIRST_YEAR <= field.data.year <= LAST_YEAR:
        raise ValidationError(lazy_gettext("Please look at the year again."))


def moment_of(
    day: DateField, clock: TimeField, zone: str, *, otherwise: time | None = None
) -> datetime | None:
    """The moment that two fields name on the clock of ``zone``; None where one of them is empty or wrong.

    ``otherwise``: the time of day that an empty time field stands for.

    Raises:
        ValidationError: the clocks skip this time on that day.
    """
    at = clock.data or (None if clock.raw_data and any(clock.raw_data) else otherwise)
    if _is_wrong(day) or _is_wrong(clock) or not (day.data and at) or zone not in available_timezones():
        return None
    try:
        return moment_at(day.data, at, zone)
    except NoSuchMomentError as error:
        message = lazy_gettext("The clocks skip this hour on that day; please look at it again.")
        raise ValidationError(message) from error


def _is_wrong(field: Field) -> bool:
    return bool(field.errors)
