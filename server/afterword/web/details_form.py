"""The form of the user's own details, and the one timing question (X1)."""

from dataclasses import fields, replace
from typing import Any

from flask import request
from flask_babel import gettext, lazy_gettext
from wtforms import (
    BooleanField,
    EmailField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional

from ..api.schemas.settings import SettingsSchema
from ..domain.settings import Settings
from .countries import country_choices, country_of
from .page_form import A_DOMAIN, A_LINKEDIN_ADDRESS, NEEDED, PageForm
from .zones import zone_choices

SIGN_OFFS = ("Best regards", "Kind regards", "Sincerely", "With thanks")


class DetailsForm(PageForm):
    """Who the user is, how the drafts end, and when a thank-you is due."""

    shape = SettingsSchema

    name = StringField(
        lazy_gettext("Your name"),
        [NEEDED],
        render_kw={"autocomplete": "name"},
    )
    email = EmailField(lazy_gettext("E-mail"), [NEEDED], render_kw={"autocomplete": "email"})
    phone = TelField(lazy_gettext("Phone"), [Optional()], render_kw={"autocomplete": "tel"})
    # A plain text field: browsers refuse "linkedin.com/in/…" in a URL field, and that is how people write it.
    linkedin_url = StringField(
        lazy_gettext("LinkedIn address"),
        [Optional(), A_LINKEDIN_ADDRESS],
        render_kw={"inputmode": "url", "autocomplete": "url", "placeholder": "linkedin.com/in/…"},
    )
    timezone = SelectField(lazy_gettext("Your time zone"), [NEEDED])
    country = SelectField(lazy_gettext("Your country"), [NEEDED])
    sign_off = StringField(
        lazy_gettext("Sign-off"),
        [NEEDED],
        description=lazy_gettext("The phrase above your name."),
        render_kw={"list": "sign-offs"},
    )
    skills = TextAreaField(
        lazy_gettext("Key skills"),
        [Optional()],
        description=lazy_gettext("One per line, the strongest first. A draft names one that fits the role."),
        render_kw={"rows": 4},
    )
    timing_preset = RadioField(
        lazy_gettext("When should a thank-you go out?"),
        choices=[
            SelectChoice("24-48h", lazy_gettext("24 to 48 hours after the interview")),
            SelectChoice("within-24h", lazy_gettext("Within 24 hours of the interview")),
        ],
    )

    def __init__(self, settings: Settings, **kwargs: Any) -> None:
        super().__init__(data=_field_values(settings), **kwargs)
        self.timezone.choices = zone_choices(settings.timezone)
        self.country.choices = country_choices(gettext("Choose …"))
        if not settings.name:  # nobody has chosen yet: the browser's own are the better guess
            self.timezone.render_kw = {"data-preset-timezone": ""}
            if not self.is_submitted():
                self.country.data = country_of(request.accept_languages)

    def facts(self) -> dict[str, Any]:
        """The settings that the form asks for."""
        asked = {f.name for f in fields(Settings)}
        said = {name: field.data for name, field in self._fields.items() if name in asked}
        skills = [line.strip() for line in (self.skills.data or "").splitlines() if line.strip()]
        return {**said, "skills": skills}

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what a valid form says; whatever it does not ask stays."""
        return replace(settings, **{name: getattr(self.loaded, name) for name in self.facts()})


class SettingsForm(DetailsForm):
    """The same, with the choices that a newcomer need not be asked."""

    current_employer_domain = StringField(
        lazy_gettext("Your current employer's mail domain"),
        [Optional(), A_DOMAIN],
        description=lazy_gettext("Afterword warns before a draft goes to an address there."),
        render_kw={"placeholder": "employer.example", "inputmode": "url"},
    )
    greeting_style = SelectField(
        lazy_gettext("Greet people by"),
        choices=[
            SelectChoice("full_name", lazy_gettext("Their full name")),
            SelectChoice("first_name", lazy_gettext("Their first name")),
        ],
        description=lazy_gettext("What you note for a person goes before this."),
    )
    check_before_sending = BooleanField(
        lazy_gettext(
            "When I click Send, look once more for what must not go out, such as another company’s name"
        )
    )
    business_days = BooleanField(lazy_gettext("Count business days instead of calendar days"))
    linkedin_paid = BooleanField(
        lazy_gettext("I have a paid LinkedIn account (connection notes of 300 characters instead of 200)")
    )
    linkedin_notes_per_month = IntegerField(
        lazy_gettext("Personal connection notes LinkedIn gives you a month"),
        [InputRequired(lazy_gettext("Please give a number."))],
        render_kw={"min": 0, "max": 1000},
    )


def _field_values(settings: Settings) -> dict[str, Any]:
    values = {f.name: getattr(settings, f.name) for f in fields(Settings)}
    return {**values, "skills": "\n".join(settings.skills)}
