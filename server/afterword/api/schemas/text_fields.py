"""Text in the JSON shapes: names, notes, addresses, words of closed lists."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import available_timezones

from marshmallow import fields

from .sentences import REQUIRED

SHORT = 200  # characters: names, companies, roles
LONG = 10_000  # characters: notes
LONGEST_ADDRESS = 500  # characters

_LINE = r"[^\x00-\x1f\x7f-\x9f]"
_LINES = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
# Half a character, which no file can hold, and controls: a line break in a subject starts a new header.
_UNKEEPABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_UNKEEPABLE_IN_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d{1,5})?([/?#]\S*)?")


class Text(fields.String):
    """Text of at most ``longest`` characters. Blank text counts as none where none is allowed."""

    default_error_messages = {
        **REQUIRED,
        "invalid": "This must be text.",
        "characters": "This holds a character that can't be kept. Type it anew.",
        "blank": "This can't be empty.",
        "too_long": "This is too long: at most {longest} characters.",
    }

    def __init__(
        self,
        *,
        longest: int = SHORT,
        lines: bool = False,
        described: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> None:
        self.longest = longest
        self.lines = lines
        may_be_blank = options.get("allow_none", False) or options.get("load_default") == ""
        metadata = {"maxLength": longest, "pattern": _pattern(lines=lines, may_be_blank=may_be_blank)}
        super().__init__(metadata={**metadata, **(described or {})}, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        if len(value) > self.longest:
            raise self.make_error("too_long", longest=f"{self.longest:,}")
        if (_UNKEEPABLE_IN_LINES if self.lines else _UNKEEPABLE).search(value):
            raise self.make_error("characters")
        text = value if self.lines else value.strip()
        if text.strip():
            return self._checked(text)
        if self.allow_none:
            return None
        if self.load_default == "":
            return ""
        raise self.make_error("blank")

    def _checked(self, text: str) -> str:
        """The text, once it is sure that it is what the field asks for."""
        return text


class Notes(Text):
    """Text of several lines."""

    def __init__(self, *, longest: int = LONG, **options: Any) -> None:
        super().__init__(longest=longest, lines=True, **options)


class Email(Text):
    """An e-mail address, checked by its form only: nobody is asked."""

    default_error_messages = {"email": "This is not an e-mail address."}

    def __init__(self, **options: Any) -> None:
        described = {"anyOf": [{"format": "email"}, {"maxLength": 0}]}
        super().__init__(longest=254, described=described, **options)

    def _checked(self, text: str) -> str:
        # Its patterns take longer to make than the server has to answer who is here.
        from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415

        try:
            # test_environment: addresses under .test, which only people who try things out have
            return validate_email(text, check_deliverability=False, test_environment=True).normalized
        except EmailNotValidError as error:
            raise self.make_error("email") from error


class WebAddress(Text):
    """An http address; one without a scheme is taken for https. Nothing that a click could run."""

    default_error_messages = {
        "address": "This is not a web address such as https://www.linkedin.com/in/name."
    }

    def __init__(self, **options: Any) -> None:
        described = {"pattern": f"^({_ADDRESS.pattern})?$"}
        super().__init__(longest=LONGEST_ADDRESS, described=described, **options)

    def _checked(self, text: str) -> str:
        found = _ADDRESS.fullmatch(text)
        if found is None:
            raise self.make_error("address")
        address = text if found[1] else f"https://{text}"
        if len(address) > self.longest:
            raise self.make_error("too_long", longest=self.longest)
        return address


class Word(Text):
    """One of a closed list of words."""

    default_error_messages = {"word": "Use one of: {words}."}

    def __init__(self, words: tuple[str, ...], **options: Any) -> None:
        self.words = words
        super().__init__(described=_one_of(words, options), **options)

    def _checked(self, text: str) -> str:
        if text not in self.words:
            raise self.make_error("word", words=", ".join(self.words))
        return text


class Zone(Text):
    """A time zone by its name in the time zone database."""

    default_error_messages = {"zone": "This time zone is not known. Use a name such as Europe/Berlin."}

    def __init__(self, **options: Any) -> None:
        super().__init__(described=_one_of(_zones_of_the_database(), options), **options)

    def _checked(self, text: str) -> str:
        if text not in _zones():
            raise self.make_error("zone")
        return text


class Country(Text):
    """A country by its two letters (ISO 3166)."""

    default_error_messages = {"country": "This country is not known. Use its two letters, such as US or DE."}

    def __init__(self, **options: Any) -> None:
        super().__init__(described=_one_of(sorted(_countries()), options), **options)

    def _checked(self, text: str) -> str:
        if text.upper() not in _countries():
            raise self.make_error("country")
        return text.upper()


def _pattern(*, lines: bool, may_be_blank: bool) -> str:
    """The OpenAPI document's word for what ``Text`` takes."""
    character = _LINES if lines else _LINE
    if may_be_blank:
        return f"^{character}*$"
    return f"^{character}*[^\\s{_LINE[2:-1]}]{character}*$"


def _one_of(words: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    may_be_none = options.get("allow_none") or options.get("load_default", "") is None
    return {"enum": [*words, None] if may_be_none else list(words)}


@cache
def _zones_of_the_database() -> tuple[str, ...]:
    """Their list of names; the system may have more, and looking for those opens every file."""
    return tuple(sorted(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()))


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _countries() -> frozenset[str]:
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and not line.startswith("#"))
