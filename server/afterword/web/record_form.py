"""The form of a new record: the role, one interview and one person met there."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from flask_babel import gettext, lazy_gettext
from wtforms import (
    DateField,
    EmailField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from ..api.schemas.record import RecordSchema
from ..domain.settings import Settings
from .countries import country_choices
from .moment_fields import in_our_years, moment_of
from .page_form import A_LINKEDIN_ADDRESS, NEEDED, PageForm
from .words import HIRING_ROLE_WORDS, ROUND_KIND_WORDS
from .zones import zone_choices


class RecordForm(PageForm):
    """One role at one company, as far as it is known after the first interview."""

    shape = RecordSchema
    blamed: ClassVar[Mapping[str, str]] = {
        "rounds.0.at": "date",
        "rounds.0.minutes": "minutes",
        "rounds.0.kind": "kind",
        "rounds.0.interviewers.0.name": "interviewer",
        "rounds.0.interviewers.0.email": "email",
        "rounds.0.interviewers.0.linkedin_url": "linkedin_url",
        "rounds.0.interviewers.0.hiring_role": "hiring_role",
        "rounds.0.interviewers.0.talked_about": "talked_about",
    }

    company = StringField(lazy_gettext("Company"), [NEEDED])
    role = StringField(lazy_gettext("Role"), [NEEDED])
    country = SelectField(
        lazy_gettext("Country of the employer"),
        [Optional()],
        description=lazy_gettext("For its weekends and holidays."),
    )
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
    interviewer = StringField(lazy_gettext("Who interviewed you?"), [NEEDED])
    email = EmailField(lazy_gettext("Their e-mail"), [Optional()])
    linkedin_url = StringField(
        lazy_gettext("Their LinkedIn address"),
        [Optional(), A_LINKEDIN_ADDRESS],
        render_kw={"inputmode": "url", "placeholder": "linkedin.com/in/…"},
    )
    hiring_role = SelectField(
        lazy_gettext("Their part in the hiring"),
        choices=[SelectChoice(*entry) for entry in HIRING_ROLE_WORDS.items()],
        default="other",
    )
    talked_about = TextAreaField(
        lazy_gettext("What did you talk about?"),
        [Optional()],
        description=lazy_gettext(
            "One specific point, as you would name it to them: “moving the billing jobs off cron”."
        ),
        render_kw={"rows": 2},
    )
    skill = StringField(
        lazy_gettext("Which of your skills fits best?"),
        [Optional()],
        render_kw={"list": "known-skills"},
    )
    excites = TextAreaField(lazy_gettext("What excites you about it?"), [Optional()], render_kw={"rows": 2})

    def __init__(
        self, settings: Settings, *, now: datetime, said: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> None:
        here = {"timezone": settings.timezone, "country": settings.country}
        super().__init__(data={**here, **(said or {})}, **kwargs)
        self.timezone.choices = zone_choices(settings.timezone)
        self.country.choices = country_choices(gettext("Not said"))
        self._own_zone = settings.timezone
        self._now = now

    def validate_time(self, _field: TimeField) -> None:
        """An hour that the clocks skip that day is no time of an interview."""
        self._began_at()

    def facts(self) -> dict[str, Any]:
        """The record that the form describes."""
        return {
            "company": self.company.data,
            "role": self.role.data,
            "country": self.country.data,
            "excites": self.excites.data,
            "skill": self.skill.data,
            "rounds": [self._round()],
        }

    def _round(self) -> dict[str, Any]:
        # A stand-in for a moment that is told to be wrong already lets the other facts be checked with it.
        at = self._now if self.date.errors or self.time.errors else self._began_at() or self._now
        return {
            "at": at.isoformat(),
            "minutes": self.minutes.data,
            "kind": self.kind.data,
            "status": "planned" if at > self._now else "held",
            "interviewers": [self._person()],
        }

    def _person(self) -> dict[str, Any]:
        return {
            "name": self.interviewer.data,
            "email": self.email.data,
            "linkedin_url": self.linkedin_url.data,
            "hiring_role": self.hiring_role.data,
            # A clock other than the user's own is the employer's.
            "timezone": self.timezone.data if self.timezone.data != self._own_zone else None,
            "talked_about": self.talked_about.data,
        }

    def _began_at(self) -> datetime | None:
        return moment_of(self.date, self.time, self.timezone.data)
