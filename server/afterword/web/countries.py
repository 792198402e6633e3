"""The countries an employer or a person may be in, as a select field wants them."""

from collections.abc import Mapping

from babel import Locale
from flask_babel import get_locale
from werkzeug.datastructures import LanguageAccept
from wtforms.fields.choices import SelectChoice

from ..api.schemas.fields import Country

CODES = frozenset(code for code in Country().metadata["enum"] if code)  # those that the API takes


def country_choices(none_yet: str) -> list[SelectChoice]:
    """Countries by their names in the page's language, after the word for having chosen none."""
    countries = [SelectChoice(code, _names().get(code, code)) for code in CODES]
    return [SelectChoice("", none_yet), *sorted(countries, key=lambda choice: str(choice.label))]


def country_of(languages: LanguageAccept) -> str:
    """The country in a browser's language, as in ``de-AT``; an empty text where it names none."""
    regions = (tag.replace("_", "-").rpartition("-")[2].upper() for tag in languages.values())
    return next((region for region in regions if region in CODES), "")


def country_name(code: str | None) -> str:
    """A country in the page's language; an unknown code stands for itself."""
    return _names().get(code, code) if code else ""


def _names() -> Mapping[str, str]:
    locale: Locale = get_locale() or Locale("en")
    return locale.territories
