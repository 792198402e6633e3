"""The form of what is known about the role itself."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from ..api.schemas.record import RecordSchema
from ..domain.records import Record
from .countries import country_choices
from .edit_form import EditForm
from .page_form import NEEDED

_FACTS = ("company", "role", "country", "skill", "excites", "informal")


class RecordFactsForm(EditForm):
    """Company, role, and what the user has to say about both."""

    shape = RecordSchema

    company = StringField(lazy_gettext("Company"), [NEEDED])
    role = StringField(lazy_gettext("Role"), [NEEDED])
    country = SelectField(
        lazy_gettext("Country of the employer"),
        [Optional()],
        description=lazy_gettext("For its weekends and holidays."),
    )
    skill = StringField(
        lazy_gettext("Which of your skills fits best?"), [Optional()], render_kw={"list": "known-skills"}
    )
    excites = TextAreaField(lazy_gettext("What excites you about it?"), [Optional()], render_kw={"rows": 3})
    informal = BooleanField(lazy_gettext("The tone there is informal, so a call is welcome"))

    def __init__(self, record: Record, **kwargs: Any) -> None:
        values = {name: getattr(record, name) for name in _FACTS}
        super().__init__(values, record_version=record.version, **kwargs)
        self.country.choices = country_choices(gettext("Not said"))

    def facts(self) -> dict[str, Any]:
        """The facts in the API's shape."""
        return {name: self[name].data for name in _FACTS}

    def changes(self) -> Mapping[str, Any]:
        """What a valid form says of the record."""
        return {name: getattr(self.loaded, name) for name in _FACTS}
