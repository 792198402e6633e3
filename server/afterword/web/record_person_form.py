"""The forms of the people of an interview: one by one, or a pasted list."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import gettext, lazy_gettext
from wtforms import EmailField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from ..api.schemas.interviewer import InterviewerSchema
from ..api.schemas.round import RoundSchema
from ..domain.records import Interviewer, Record
from .edit_form import EditForm
from .page_form import A_LINKEDIN_ADDRESS, NEEDED
from .people_field import PEOPLE_HELP, names_people, people_in
from .words import HIRING_ROLE_WORDS
from .zones import zone_choices

_FACTS = (
    "name",
    "greet_as",
    "email",
    "linkedin_url",
    "title",
    "hiring_role",
    "timezone",
    "talked_about",
)


class PersonForm(EditForm):
    """Somebody met in an interview."""

    shape = InterviewerSchema

    name = StringField(lazy_gettext("Name"), [NEEDED])
    greet_as = StringField(
        lazy_gettext("How to greet them"),
        [Optional()],
        description=lazy_gettext("“Dana” or “Dr. Whitfield”. Left empty, the draft takes the safest form."),
    )
    email = EmailField(lazy_gettext("E-mail"), [Optional()])
    linkedin_url = StringField(
        lazy_gettext("LinkedIn address"),
        [Optional(), A_LINKEDIN_ADDRESS],
        render_kw={"inputmode": "url", "placeholder": "linkedin.com/in/…"},
    )
    title = StringField(lazy_gettext("Job title"), [Optional()])
    hiring_role = SelectField(
        lazy_gettext("Their part in the hiring"),
        choices=[SelectChoice(*entry) for entry in HIRING_ROLE_WORDS.items()],
        default="other",
    )
    timezone = SelectField(lazy_gettext("Their time zone"), [Optional()])
    talked_about = TextAreaField(
        lazy_gettext("What did you talk about?"),
        [Optional()],
        description=lazy_gettext(
            "One specific point, as you would name it to them: “moving the billing jobs off cron”."
        ),
        render_kw={"rows": 3},
    )

    def __init__(self, record: Record, person: Interviewer | None, *, zone: str, **kwargs: Any) -> None:
        values = {name: getattr(person, name) for name in _FACTS} if person else {}
        super().__init__({"hiring_role": "other", **values}, record_version=record.version, **kwargs)
        own = SelectChoice("", gettext("The same as mine"))
        self.timezone.choices = [own, *zone_choices((person and person.timezone) or zone)]
        self._id = person.id if person else ""

    def facts(self) -> dict[str, Any]:
        """The person in the API's shape."""
        said = {name: self[name].data for name in _FACTS}
        return {**said, "id": self._id, "timezone": said["timezone"] or None}

    def person(self) -> Interviewer:
        """The person that a valid form describes."""
        loaded: Interviewer = self.loaded
        return loaded


class PanelForm(EditForm):
    """Several people at once, pasted from an invitation."""

    shape = RoundSchema
    blamed: ClassVar[Mapping[str, str]] = {"email": "people"}

    people = TextAreaField(
        lazy_gettext("Who was there?"),
        [NEEDED, names_people],
        description=PEOPLE_HELP,
        render_kw={"rows": 6, "spellcheck": "false"},
    )

    def __init__(self, record: Record, **kwargs: Any) -> None:
        super().__init__({"people": ""}, record_version=record.version, **kwargs)

    def facts(self) -> dict[str, Any]:
        """A stand-in for the round: only the list itself is asked."""
        return {"at": "2000-01-01T00:00:00+00:00"}

    def panel(self) -> tuple[Interviewer, ...]:
        """The people that a valid form names, as new ones."""
        return people_in(self.people.data)
