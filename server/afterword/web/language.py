"""The language of the pages: the reader's, where somebody translated them, else English."""

from flask import Flask, request
from flask_babel import Babel, get_babel

ENGLISH = "en"  # the language that the texts are written in


def add_languages(app: Flask) -> None:
    """Let every page ask for its texts in the reader's language."""
    Babel(app, default_locale=ENGLISH, locale_selector=readers_language)


def readers_language() -> str:
    """The translation that the browser likes best."""
    translated = {str(locale) for locale in get_babel().instance.list_translations()}
    return request.accept_languages.best_match([ENGLISH, *sorted(translated - {ENGLISH})], default=ENGLISH)
