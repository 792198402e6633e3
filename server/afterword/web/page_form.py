"""The base of every form on the pages: protected, checked as the API checks, each error at its field."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from markupsafe import Markup
from marshmallow import ValidationError
from wtforms import Field
from wtforms.validators import DataRequired, Regexp

from ..api.blueprint import dotted
from ..api.schemas.shape import Shape
from ..domain.errors import InvalidInputError

NEEDED = DataRequired(lazy_gettext("Please fill this in."))
A_LINKEDIN_ADDRESS = Regexp(
    r"(?i)^\s*(https?://)?([a-z]{2,3}\.)?linkedin\.com/\S+$",
    message=lazy_gettext("This is not a LinkedIn address; it should look like linkedin.com/in/dana."),
)
A_DOMAIN = Regexp(
    r"^\s*([\w-]+\.)+[\w-]{2,}\s*$",
    message=lazy_gettext("This is not a mail domain; it should look like employer.example."),
)


class PageForm(FlaskForm):  # type: ignore[misc]  # flask-wtf ships no types
    """A form with a CSRF token whose fields say themselves what is wrong with them.

    What a value may be is the API's word: a form hands its facts to the API's ``shape``, and ``loaded`` is
    what that made of them. ``blamed`` names the field of each dotted path that does not begin with a
    field's name.
    """

    shape: ClassVar[type[Shape]]
    blamed: ClassVar[Mapping[str, str]] = {}
    loaded: Any = None

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # the same
        """Renders a field so that screen readers read its help and its error with it."""

        def render_field(self, field: Field, render_kw: dict[str, Any]) -> Markup:
            """The field's element with Bootstrap's class and the ARIA attributes of its state."""
            attributes = {"class": _css_class(field), **(field.render_kw or {}), **render_kw}
            if field.errors:
                attributes["aria-invalid"] = "true"
                attributes["class"] += " is-invalid"
            if ties := _ties(field):
                attributes["aria-describedby"] = " ".join(ties)
            return Markup(field.widget(field, **attributes))  # noqa: S704  widgets escape what they show

    def facts(self) -> dict[str, Any]:
        """What the form says, in the API's shape."""
        raise NotImplementedError

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Check everything at once, so that the user hears of every mistake at the first try."""
        is_complete = super().validate(extra_validators)
        try:
            self.loaded = self.shape().load(self.facts())
        except ValidationError as error:
            self._tell_at_fields(dict(dotted(error.messages_dict)))
        return bool(is_complete) and self.loaded is not None

    def refuse(self, error: InvalidInputError) -> None:
        """Put a use case's refusal at the fields it names, and above the form what names none of them."""
        elsewhere = self._tell_at_fields(error.fields)
        self.form_errors.extend(elsewhere if error.fields else [error.message])

    def _tell_at_fields(self, sentences: Mapping[str, str]) -> list[str]:
        """Put each sentence at its field; those that are about no field of this form are returned."""
        elsewhere = []
        for path, sentence in sentences.items():
            name = self.blamed.get(path, path.partition(".")[0])
            if name not in self:
                elsewhere.append(sentence)
            elif not self[name].errors:
                self[name].errors = [sentence]
        return elsewhere


def _css_class(field: Field) -> str:
    if field.type == "SelectField":
        return "form-select"
    return "form-check-input" if field.type in {"BooleanField", "_Option"} else "form-control"


def _ties(field: Field) -> list[str]:
    parts = (("help", field.description), ("error", field.errors))
    return [f"{field.id}-{part}" for part, there in parts if there]
