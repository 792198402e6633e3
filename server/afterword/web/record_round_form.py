"""The form of one interview."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from flask_babel import lazy_gettext
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from ..api.schemas.round import RoundSchema
from ..domain.records import Record, Round
from .edit_form import EditForm
from .moment_fields import in_our_years, moment_of
from .page_form import NEEDED
from .people_field import PEOPLE_HELP, names_people, people_in
from .words import ROUND_KIND_WORDS, ROUND_STATUS_WORDS
from .zones import zone_choices


class RoundForm(EditForm):
    """When it was, what was promised, and what the employer said about following up."""

    shape = RoundSchema
    blamed: ClassVar[Mapping[str, str]] = {
        "at": "date",
        "instructions.text": "said",
        "instructions.not_before": "not_before",
    }

    date = DateField(lazy_gettext("Date of the interview"), [NEEDED, in_our_years])
    time = TimeField(lazy_gettext("It began at"), [NEEDED])
    timezone = SelectField(lazy_gettext("Time zone of that clock"), [NEEDED])
    minutes = IntegerField(
        lazy_gettext("Length in minutes"),
        [Optional()],
        description=lazy_gettext("Left empty, one hour is assumed."),
        render_kw={"min": 1, "step": 1},
    )
    kind = SelectField(
        lazy_gettext("Kind of interview"),
        choices=[SelectChoice(*entry) for entry in ROUND_KIND_WORDS.items()],
    )
    status = SelectField(
        lazy_gettext("Did it take place?"),
        choices=[SelectChoice(*entry) for entry in ROUND_STATUS_WORDS.items()],
    )
    promised_by = DateField(
        lazy_gettext("Answer promised by"),
        [Optional(), in_our_years],
        description=lazy_gettext("“In two weeks” is the day on which the two weeks end."),
    )
    not_before = DateField(
        lazy_gettext("Nothing before this day, they said"),
        [Optional(), in_our_years],
    )
    do_not_contact = BooleanField(lazy_gettext("They asked not to be contacted at all"))
    said = StringField(lazy_gettext("Their words on following up"), [Optional()])
    open_question = TextAreaField(
        lazy_gettext("A question left open"),
        [Optional()],
        description=lazy_gettext("With your answer, if you have one now: the thank-you gives it."),
        render_kw={"rows": 2},
    )

    def __init__(
        self,
        record: Record,
        round_: Round | None,
        *,
        zone: str,
        now: datetime,
        said: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        values = {**_values(round_, zone), **(said or {})}
        super().__init__(values, record_version=record.version, **kwargs)
        self.timezone.choices = zone_choices(zone)
        self._round = round_
        self._now = now

    def validate_time(self, _field: TimeField) -> None:
        """An hour that the clocks skip that day is no time of an interview."""
        self._began_at()

    def facts(self) -> dict[str, Any]:
        """The round in the API's shape, without its people."""
        # A stand-in for a moment that is told to be wrong already lets the other facts be checked with it.
        at = self._now if self.date.errors or self.time.errors else self._began_at() or self._now
        return {
            "id": self._round.id if self._round else "",
            "at": at.isoformat(),
            "minutes": self.minutes.data,
            "kind": self.kind.data,
            "status": self.status.data,
            "promised_by": self.promised_by.data and self.promised_by.data.isoformat(),
            "instructions": self._instructions(),
            "open_question": self.open_question.data,
        }

    def round(self) -> Round:
        """The round that a valid form describes; its people stay."""
        loaded: Round = self.loaded
        return replace(loaded, interviewers=self._round.interviewers if self._round else ())

    def _instructions(self) -> dict[str, Any] | None:
        day = self.not_before.data
        if not (day or self.do_not_contact.data or self.said.data):
            return None
        start = datetime(day.year, day.month, day.day, tzinfo=self._zone()) if day else None
        return {
            "text": self.said.data or "",
            "not_before": start and start.isoformat(),
            "do_not_contact": self.do_not_contact.data,
        }

    def _zone(self) -> ZoneInfo:
        chosen = self.timezone.data
        return ZoneInfo(chosen if chosen in available_timezones() else "UTC")

    def _began_at(self) -> datetime | None:
        return moment_of(self.date, self.time, self.timezone.data)


class NewRoundForm(RoundForm):
    """A further interview, with the people who will be there."""

    blamed: ClassVar[Mapping[str, str]] = {**RoundForm.blamed, "email": "people"}

    people = TextAreaField(
        lazy_gettext("Who was or will be there?"),
        [Optional(), names_people],
        description=PEOPLE_HELP,
        render_kw={"rows": 4, "spellcheck": "false"},
    )

    def __init__(
        self,
        record: Record,
        *,
        zone: str,
        now: datetime,
        said: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(record, None, zone=zone, now=now, said=said, **kwargs)

    def round(self) -> Round:
        """The round that a valid form describes, with its people."""
        return replace(super().round(), interviewers=people_in(self.people.data or ""))


def _values(round_: Round | None, zone: str) -> dict[str, Any]:
    if round_ is None:
        return {"timezone": zone, "kind": "video", "status": "held"}
    clock = round_.at.astimezone(ZoneInfo(zone))
    told = round_.instructions
    return {
        "date": clock.date(),
        "time": clock.time(),
        "timezone": zone,
        "minutes": round_.minutes,
        "kind": round_.kind,
        "status": round_.status,
        "promised_by": round_.promised_by,
        "not_before": told.not_before.astimezone(ZoneInfo(zone)).date() if told and told.not_before else None,
        "do_not_contact": bool(told and told.do_not_contact),
        "said": told.text if told else "",
        "open_question": round_.open_question,
    }
