"""The base of every form on the pages: protected, and each field tied to its help and its error."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import Field
from wtforms.validators import DataRequired, Email, Length, Regexp

SHORT_TEXT = 200  # characters: names, titles, addresses of people
LONG_TEXT = 5_000  # characters: notes

NEEDED = DataRequired(lazy_gettext("Please fill this in."))
NOT_LONG = Length(max=SHORT_TEXT, message=lazy_gettext("Keep this under %(max)d characters."))
NOT_ENDLESS = Length(max=LONG_TEXT, message=lazy_gettext("Keep this under %(max)d characters."))
AN_EMAIL = Email(lazy_gettext("This is not an e-mail address; it should look like dana@acme.example."))
A_LINKEDIN_ADDRESS = Regexp(
    r"(?i)^\s*(https?://)?([a-z]{2,3}\.)?linkedin\.com/\S+$",
    message=lazy_gettext("This is not a LinkedIn address; it should look like linkedin.com/in/dana."),
)
A_DOMAIN = Regexp(
    r"^\s*([\w-]+\.)+[\w-]{2,}\s*$",
    message=lazy_gettext("This is not a mail domain; it should look like employer.example."),
)


class PageForm(FlaskForm):  # type: ignore[misc]  # flask-wtf ships no types
    """A form with a CSRF token whose fields say themselves what is wrong with them."""

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

    def blame(self, fields: Mapping[str, str], message: str, names: Mapping[str, str]) -> None:
        """Put a use case's refusal where it belongs.

        Args:
            fields: the sentence for each path of the data that was refused.
            message: the whole refusal, shown above the form where no field is to blame.
            names: the form's field for each path.
        """
        known = {names[path]: sentence for path, sentence in fields.items() if path in names}
        for name, sentence in known.items():
            self[name].errors = [*self[name].errors, sentence]
        if not known:
            self.form_errors.append(message)


def _css_class(field: Field) -> str:
    if field.type == "SelectField":
        return "form-select"
    return "form-check-input" if field.type in {"BooleanField", "_Option"} else "form-control"


def _ties(field: Field) -> list[str]:
    parts = (("help", field.description), ("error", field.errors))
    return [f"{field.id}-{part}" for part, there in parts if there]
