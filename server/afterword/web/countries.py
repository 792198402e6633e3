"""The countries an employer or a person may be in, as a select field wants them."""

import re
from collections.abc import Mapping

from babel import Locale
from flask_babel import get_locale, gettext
from werkzeug.datastructures import LanguageAccept
from wtforms.fields.choices import SelectChoice

_COUNTRY = re.compile(r"(?!EU|EZ|UN|QO|XA|XB|ZZ)[A-Z]{2}")  # without the codes of unions and placeholders


def country_choices() -> list[SelectChoice]:
    """ISO 3166 codes with the names of the page's language, in that language's order, after "not said"."""
    countries = [SelectChoice(code, name) for code, name in _names().items() if _COUNTRY.fullmatch(code)]
    return [SelectChoice("", gettext("Not said")), *sorted(countries, key=lambda choice: str(choice.label))]


def country_of(languages: LanguageAccept) -> str:
    """The country in a browser's language, as in ``de-AT``; an empty text where it names none."""
    regions = (tag.replace("_", "-").rpartition("-")[2].upper() for tag in languages.values())
    return next((r for r in regions if _COUNTRY.fullmatch(r) and r in _names()), "")


def country_name(code: str | None) -> str:
    """A country in the page's language; an unknown code stands for itself."""
    return _names().get(code, code) if code else ""


def _names() -> Mapping[str, str]:
    locale: Locale = get_locale() or Locale("en")
    return locale.territories
