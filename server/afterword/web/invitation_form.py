"""The preview of an invitation: everything that was read of it, to be confirmed or put right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from ..api.schemas.record import RecordSchema
from ..domain.records import Record, Round
from ..domain.settings import Settings
from ..invitations import Invitation
from .moment_fields import in_our_years, moment_of
from .page_form import NEEDED, PageForm
from .people_field import PEOPLE_HELP, as_lines, names_people, people_in
from .words import ROUND_KIND_WORDS
from .zones import zone_choices

MOST_PEOPLE = 100


class InvitationForm(PageForm):
    """A round with its people, and the record it belongs to: one that is there, or a new one."""

    shape = RecordSchema
    blamed: ClassVar[Mapping[str, str]] = {
        "rounds.0.at": "date",
        "rounds.0.minutes": "minutes",
        "rounds.0.kind": "kind",
        **{
            f"rounds.0.interviewers.{place}.{fact}": "people"
            for place in range(MOST_PEOPLE)
            for fact in ("name", "email")
        },
    }

    record = SelectField(lazy_gettext("Which record is it for?"), [Optional()])
    company = StringField(lazy_gettext("Company"), [Optional()])
    role = StringField(lazy_gettext("Role"), [Optional()])
    date = DateField(lazy_gettext("Date of the interview"), [NEEDED, in_our_years])
    time = TimeField(lazy_gettext("It begins at"), [NEEDED])
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
    people = TextAreaField(
        lazy_gettext("Whom will you meet?"),
        [Optional(), names_people],
        description=PEOPLE_HELP,
        render_kw={"rows": 4, "spellcheck": "false"},
    )

    def __init__(
        self,
        settings: Settings,
        *,
        candidates: Sequence[Record],
        now: datetime,
        invitation: Invitation | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data=_values(invitation, candidates, settings), **kwargs)
        self.timezone.choices = zone_choices(invitation.zone if invitation else settings.timezone)
        self.record.choices = [
            *(SelectChoice(r.id, f"{r.role} · {r.company}") for r in candidates),
            SelectChoice("", gettext("A new record")),
        ]
        self._known = {record.id: record for record in candidates}
        self._country = settings.country
        self._now = now

    @property
    def known_record(self) -> Record | None:
        """The record that was chosen; None for a new one."""
        return self._known.get(self.record.data or "")

    def validate_company(self, field: StringField) -> None:
        """A new record needs a company; of a known one it is known."""
        self._needed_for_new(field)

    def validate_role(self, field: StringField) -> None:
        """The same for the role."""
        self._needed_for_new(field)

    def validate_time(self, _field: TimeField) -> None:
        """An hour that the clocks skip that day is no time of an interview."""
        self._begins_at()

    def facts(self) -> dict[str, Any]:
        """The record that the form describes, in the API's shape."""
        known = self.known_record
        return {
            "company": known.company if known else self.company.data,
            "role": known.role if known else self.role.data,
            "country": self._country,
            "rounds": [self._round_facts()],
        }

    def round(self) -> Round:
        """The round that a valid form describes, as a new one."""
        loaded: Record = self.loaded
        return replace(loaded.rounds[0], id="")

    def _round_facts(self) -> dict[str, Any]:
        # A stand-in for a moment that is told to be wrong already lets the other facts be checked with it.
        at = self._now if self.date.errors or self.time.errors else self._begins_at() or self._now
        people = () if self.people.errors else people_in(self.people.data or "")
        return {
            "at": at.isoformat(),
            "minutes": self.minutes.data,
            "kind": self.kind.data,
            "status": "planned" if at > self._now else "held",
            "interviewers": [{"name": person.name, "email": person.email} for person in people],
        }

    def _needed_for_new(self, field: StringField) -> None:
        if not self.known_record and not (field.data or "").strip():
            raise ValidationError(lazy_gettext("Please fill this in."))

    def _begins_at(self) -> datetime | None:
        return moment_of(self.date, self.time, self.timezone.data)


def _values(
    invitation: Invitation | None, candidates: Sequence[Record], settings: Settings
) -> dict[str, Any]:
    if invitation is None:
        return {"timezone": settings.timezone}
    return {
        "record": candidates[0].id if candidates else "",
        "company": invitation.company,
        "role": invitation.role,
        "date": invitation.at.date(),
        "time": invitation.at.time() if invitation.has_time else None,
        "timezone": invitation.zone,
        "minutes": invitation.minutes,
        "kind": invitation.kind,
        "people": as_lines(invitation.people),
    }
