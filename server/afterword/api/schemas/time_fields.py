"""Days and moments in the JSON shapes."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from marshmallow import fields

from .sentences import REQUIRED

# Cadence counts days and weeks in both directions; years far from ours would leave Python's calendar.
_DAY = r"(19[7-9]\d|2[01]\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_MOMENT = _DAY + r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)"

Data = Mapping[str, Any] | None


class Moment(fields.Field[datetime]):
    """A date and time with its offset, in the years 1970 to 2199."""

    default_error_messages = {
        **REQUIRED,
        "invalid": "This must be a date and time such as 2026-11-20T15:00:00-05:00.",
        "zone": "The time zone is missing: write a date and time such as 2026-11-20T15:00:00-05:00.",
    }

    def __init__(self, **options: Any) -> None:
        described = {"type": "string", "format": "date-time", "pattern": f"^{_MOMENT}$"}
        super().__init__(metadata=described, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise self.make_error("invalid") from error
        if moment.tzinfo is None:
            raise self.make_error("zone")
        if not re.fullmatch(_MOMENT, value, re.ASCII):
            raise self.make_error("invalid")
        return moment

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class Day(fields.Field[date]):
    """A calendar day, in the years 1970 to 2199."""

    default_error_messages = {**REQUIRED, "invalid": "This must be a date such as 2026-12-01."}

    def __init__(self, **options: Any) -> None:
        described = {"type": "string", "format": "date", "pattern": f"^{_DAY}$"}
        super().__init__(metadata=described, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(_DAY, value, re.ASCII):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError as error:  # a 30th of February
            raise self.make_error("invalid") from error

    def _serialize(self, value: date | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class DayOrMoment(fields.Field[date | datetime]):
    """A day, or a date and time with its offset."""

    default_error_messages = {
        **REQUIRED,
        "invalid": "This must be a date such as 2026-12-01, or a date and time with its zone.",
    }

    def __init__(self, **options: Any) -> None:
        either = [
            {"format": "date", "pattern": f"^{_DAY}$"},
            {"format": "date-time", "pattern": f"^{_MOMENT}$"},
        ]
        super().__init__(metadata={"type": "string", "anyOf": either}, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> date | datetime:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        kind: Moment | Day = Moment() if "T" in value else Day()
        return kind.deserialize(value, attr, data)

    def _serialize(
        self, value: date | datetime | None, attr: str | None, obj: Any, **kwargs: Any
    ) -> str | None:
        return None if value is None else value.isoformat()
