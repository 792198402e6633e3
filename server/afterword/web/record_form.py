"""The form of a new record: the role, one interview and one person met there."""

from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext
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
from wtforms.validators import NumberRange, Optional, ValidationError

from ..domain.records import Interviewer, Record, Round
from ..domain.settings import Settings
from .countries import country_choices
from .moments import FIRST_YEAR, LAST_YEAR, NoSuchMomentError, moment_at
from .page_form import A_LINKEDIN_ADDRESS, AN_EMAIL, NEEDED, NOT_ENDLESS, NOT_LONG, PageForm
from .words import HIRING_ROLE_WORDS, ROUND_KIND_WORDS
from .zones import zone_choices

LONGEST_INTERVIEW = 24 * 60  # minutes


class RecordForm(PageForm):
    """One role at one company, as far as it is known after the first interview."""

    company = StringField(lazy_gettext("Company"), [NEEDED, NOT_LONG])
    role = StringField(lazy_gettext("Role"), [NEEDED, NOT_LONG])
    country = SelectField(
        lazy_gettext("Country of the employer"),
        [Optional()],
        description=lazy_gettext("For its weekends and holidays."),
    )
    date = DateField(lazy_gettext("Date of the interview"), [NEEDED])
    time = TimeField(lazy_gettext("It began at"), [NEEDED])
    timezone = SelectField(lazy_gettext("Time zone of that clock"), [NEEDED])
    minutes = IntegerField(
        lazy_gettext("Length in minutes"),
        [
            Optional(),
            NumberRange(1, LONGEST_INTERVIEW, lazy_gettext("Between 1 and %(max)d minutes, please.")),
        ],
        description=lazy_gettext("Left empty, one hour is assumed."),
        render_kw={"min": 1, "max": LONGEST_INTERVIEW, "step": 1},
    )
    kind = SelectField(
        lazy_gettext("Kind of interview"),
        choices=[SelectChoice(*entry) for entry in ROUND_KIND_WORDS.items()],
    )
    interviewer = StringField(lazy_gettext("Who interviewed you?"), [NEEDED, NOT_LONG])
    email = EmailField(lazy_gettext("Their e-mail"), [Optional(), NOT_LONG, AN_EMAIL])
    linkedin_url = StringField(
        lazy_gettext("Their LinkedIn address"),
        [Optional(), NOT_LONG, A_LINKEDIN_ADDRESS],
        render_kw={"inputmode": "url", "placeholder": "linkedin.com/in/…"},
    )
    hiring_role = SelectField(
        lazy_gettext("Their part in the hiring"),
        choices=[SelectChoice(*entry) for entry in HIRING_ROLE_WORDS.items()],
        default="other",
    )
    talked_about = TextAreaField(
        lazy_gettext("What did you talk about?"),
        [Optional(), NOT_ENDLESS],
        description=lazy_gettext(
            "One specific point, as you would name it to them: “moving the billing jobs off cron”."
        ),
        render_kw={"rows": 2},
    )
    skill = StringField(
        lazy_gettext("Which of your skills fits best?"),
        [Optional(), NOT_LONG],
        render_kw={"list": "known-skills"},
    )
    excites = TextAreaField(
        lazy_gettext("What excites you about it?"), [Optional(), NOT_ENDLESS], render_kw={"rows": 2}
    )

    # The field that is to blame for each path of a refused record.
    BLAMED = {  # noqa: RUF012  # read, never changed; WTForms' metaclass takes no ClassVar
        "company": "company",
        "role": "role",
        "country": "country",
        "rounds.0.at": "date",
        "rounds.0.minutes": "minutes",
        "rounds.0.kind": "kind",
        "rounds.0.interviewers.0.name": "interviewer",
        "rounds.0.interviewers.0.email": "email",
        "rounds.0.interviewers.0.linkedin_url": "linkedin_url",
        "rounds.0.interviewers.0.talked_about": "talked_about",
        "skill": "skill",
        "excites": "excites",
    }

    def __init__(self, settings: Settings, **kwargs: Any) -> None:
        super().__init__(data={"timezone": settings.timezone, "country": settings.country}, **kwargs)
        self.timezone.choices = zone_choices(settings.timezone)
        self.country.choices = country_choices()

    def validate_date(self, field: DateField) -> None:
        """A year that cannot be meant is refused here, before any window is computed from it."""
        if not FIRST_YEAR <= field.data.year <= LAST_YEAR:
            raise ValidationError(lazy_gettext("Please look at the year again."))

    def validate_time(self, field: TimeField) -> None:
        """An hour that the clocks skip that day is no time of an interview."""
        if self.date.data and field.data and not self.timezone.errors:
            try:
                moment_at(self.date.data, field.data, self.timezone.data)
            except NoSuchMomentError as error:
                raise ValidationError(
                    lazy_gettext("The clocks skip this hour on that day; please look at it again.")
                ) from error

    def record(self, now: datetime) -> Record:
        """The record that a valid form describes; its ids are given when it is kept."""
        at = moment_at(self.date.data, self.time.data, self.timezone.data)
        round_ = Round(
            id="",
            at=at,
            minutes=self.minutes.data,
            kind=self.kind.data,
            status="planned" if at > now else "held",
            interviewers=(self._person(),),
        )
        return Record(
            id="",
            company=self.company.data.strip(),
            role=self.role.data.strip(),
            country=self.country.data or None,
            excites=_said(self.excites.data),
            skill=_said(self.skill.data),
            rounds=(round_,),
        )

    def _person(self) -> Interviewer:
        return Interviewer(
            id="",
            name=self.interviewer.data.strip(),
            email=_said(self.email.data),
            linkedin_url=_said(self.linkedin_url.data),
            hiring_role=self.hiring_role.data,
            talked_about=_said(self.talked_about.data),
        )


def _said(text: str | None) -> str | None:
    return (text or "").strip() or None
