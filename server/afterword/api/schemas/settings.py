"""The user's details and choices."""

from typing import Any

from marshmallow import post_load

from ...domain.kinds import GREETING_STYLES, TIMING_PRESETS
from ...domain.settings import Settings
from . import fields
from .shape import Shape


class SettingsSchema(Shape):
    """All settings; what is not given, or null, goes back to its default."""

    name = fields.Text(allow_none=True, load_default="")
    email = fields.Email(allow_none=True, load_default="")
    phone = fields.Text(allow_none=True, load_default="", longest=50)
    linkedin_url = fields.WebAddress(allow_none=True, load_default="")
    timezone = fields.Zone(allow_none=True, load_default="UTC")
    country = fields.Country(allow_none=True, load_default="US")
    sign_off = fields.Text(allow_none=True, load_default="Best regards")
    skills = fields.Several(fields.Text(), most=100, load_default=())
    current_employer_domain = fields.Text(allow_none=True, load_default="", longest=253)
    linkedin_paid = fields.Flag(load_default=False)
    linkedin_notes_per_month = fields.Number(0, 1000, load_default=5)
    timing_preset = fields.Word(TIMING_PRESETS, load_default="24-48h")
    business_days = fields.Flag(load_default=False)
    check_before_sending = fields.Flag(load_default=False)
    greeting_style = fields.Word(GREETING_STYLES, load_default="full_name")

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Settings:
        """The settings, with Afterword's own defaults for what was left open."""
        return Settings(**{name: value for name, value in data.items() if value is not None})
