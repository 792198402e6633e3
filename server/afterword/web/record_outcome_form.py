"""The form of how a process stands or ended, with the fields that this outcome needs."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext
from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from ..api.schemas.outcome import OutcomeSchema
from ..domain.kinds import OutcomeKind
from ..domain.records import Outcome, Record
from .edit_form import EditForm
from .moment_fields import in_our_years, moment_of
from .words import OUTCOME_WORDS

_NOON = time(12)
_UNDATED: frozenset[OutcomeKind] = frozenset({"waiting"})


class OutcomeForm(EditForm):
    """What the employer, or the user, decided; the page shows only what the chosen outcome needs."""

    shape = OutcomeSchema
    blamed: ClassVar[Mapping[str, str]] = {"at": "date", "outcome.at": "date"}

    kind = SelectField(
        lazy_gettext("How does it stand?"), choices=[SelectChoice(*entry) for entry in OUTCOME_WORDS.items()]
    )
    date = DateField(lazy_gettext("Since which day?"), [Optional(), in_our_years])
    time = TimeField(
        lazy_gettext("At what time?"),
        [Optional()],
        description=lazy_gettext("Left empty: now for today, noon for an earlier day."),
    )
    feedback = TextAreaField(
        lazy_gettext("Feedback they gave"),
        [Optional()],
        description=lazy_gettext("The reply thanks them for it."),
        render_kw={"rows": 2},
    )
    salary = StringField(lazy_gettext("Salary offered"), [Optional()])
    start_date = DateField(lazy_gettext("First working day"), [Optional(), in_our_years])
    decide_by = DateField(lazy_gettext("They want your answer by"), [Optional(), in_our_years])
    contract_received = BooleanField(lazy_gettext("The contract’s details have arrived"))
    urgent = BooleanField(lazy_gettext("It is urgent, so a call is in order"))

    def __init__(
        self, record: Record, *, kind: OutcomeKind | None, zone: str, now: datetime, **kwargs: Any
    ) -> None:
        values = _values(record.outcome, zone)
        if kind and kind != record.outcome.kind:
            values = {**values, "kind": kind, "date": None, "time": None}
        if not values["date"]:
            values["date"] = now.astimezone(ZoneInfo(zone)).date()
        super().__init__(values, record_version=record.version, **kwargs)
        self._zone = zone
        self._now = now
        self._kept = record.outcome

    def validate_time(self, _field: TimeField) -> None:
        """An hour that the clocks skip that day is no time at all."""
        self._at()

    def facts(self) -> dict[str, Any]:
        """The outcome in the API's shape."""
        at = None if self.date.errors or self.time.errors else self._at()
        return {
            "kind": self.kind.data,
            "at": None if at is None or self.kind.data in _UNDATED else at.isoformat(),
            "feedback": self.feedback.data,
            "contract_received": self.contract_received.data,
            "salary": self.salary.data,
            "start_date": _iso(self.start_date.data),
            "decide_by": self._decide_by(),
            "urgent": self.urgent.data,
        }

    def outcome(self) -> Outcome:
        """The outcome that a valid form describes."""
        loaded: Outcome = self.loaded
        return loaded

    def _at(self) -> datetime | None:
        today = self._now.astimezone(ZoneInfo(self._zone)).date()
        if self.date.data == today and not self.time.data and not any(self.time.raw_data or ()):
            return self._now
        return moment_of(self.date, self.time, self._zone, otherwise=_NOON)

    def _decide_by(self) -> str | None:
        """The day as chosen; the hour that another program gave it stays as long as the day does."""
        kept = self._kept.decide_by
        if isinstance(kept, datetime) and kept.astimezone(ZoneInfo(self._zone)).date() == self.decide_by.data:
            return kept.isoformat()
        return _iso(self.decide_by.data)


def _values(outcome: Outcome, zone: str) -> dict[str, Any]:
    at = outcome.at and outcome.at.astimezone(ZoneInfo(zone))
    until = outcome.decide_by
    return {
        "kind": outcome.kind,
        "date": at and at.date(),
        "time": at and at.time().replace(second=0, microsecond=0),
        "feedback": outcome.feedback,
        "salary": outcome.salary,
        "start_date": outcome.start_date,
        "decide_by": until.astimezone(ZoneInfo(zone)).date() if isinstance(until, datetime) else until,
        "contract_received": outcome.contract_received,
        "urgent": outcome.urgent,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
