"""The kinds of value in the JSON shapes, each with the sentences that say what is wrong with one."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email
from marshmallow import ValidationError, fields, validate

SHORT = 200  # characters: names, companies, roles, subjects
LONG = 10_000  # characters: notes, texts of messages
LONGEST_ADDRESS = 500  # characters

_REQUIRED = {"required": "This is missing.", "null": "This can't be empty."}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# Cadence counts days and weeks in both directions; years far from ours would leave Python's calendar.
_YEARS = range(1970, 2200)


class Text(fields.String):
    """Text of at most ``longest`` characters. Blank text counts as none where none is allowed."""

    default_error_messages = {
        **_REQUIRED,
        "invalid": "This must be text.",
        "characters": "This holds a character that can't be kept. Type it anew.",
        "blank": "This can't be empty.",
        "too_long": "This is too long: at most {longest} characters.",
    }

    def __init__(self, *, longest: int = SHORT, lines: bool = False, **options: Any) -> None:
        self.longest = longest
        self.lines = lines
        may_be_blank = options.get("allow_none", False) or options.get("load_default") == ""
        metadata = {"maxLength": longest, **({} if may_be_blank else {"minLength": 1})}
        super().__init__(metadata=metadata | options.pop("metadata", {}), **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        if len(value) > self.longest:
            raise self.make_error("too_long", longest=f"{self.longest:,}")
        if any(self._is_unkeepable(character) for character in value):
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

    def _is_unkeepable(self, character: str) -> bool:
        # Cs: half a character, which no file can hold. Cc: a line break in a subject starts a new header.
        if self.lines and character in "\n\r\t":
            return False
        return unicodedata.category(character) in {"Cc", "Cs"}


class Notes(Text):
    """Text of several lines."""

    def __init__(self, *, longest: int = LONG, **options: Any) -> None:
        super().__init__(longest=longest, lines=True, **options)


class Email(Text):
    """An e-mail address, checked by its form only: nobody is asked."""

    default_error_messages = {"email": "This is not an e-mail address."}

    def __init__(self, **options: Any) -> None:
        super().__init__(longest=254, metadata={"format": "email"}, **options)

    def _checked(self, text: str) -> str:
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
        super().__init__(longest=LONGEST_ADDRESS, **options)

    def _checked(self, text: str) -> str:
        address = text if "://" in text else f"https://{text}"
        try:
            parts = urlsplit(address)
            fits = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
        except ValueError:
            fits = False
        if not fits or re.search(r"\s", address):
            raise self.make_error("address")
        return address


class Zone(Text):
    """A time zone by its name in the time zone database."""

    default_error_messages = {"zone": "This time zone is not known. Use a name such as Europe/Berlin."}

    def _checked(self, text: str) -> str:
        if text not in _zones():
            raise self.make_error("zone")
        return text


class Country(Text):
    """A country by its two letters (ISO 3166)."""

    default_error_messages = {"country": "This country is not known. Use its two letters, such as US or DE."}

    def _checked(self, text: str) -> str:
        if text.upper() not in _countries():
            raise self.make_error("country")
        return text.upper()


class Word(Text):
    """One of a closed list of words."""

    default_error_messages = {"word": "Use one of: {words}."}

    def __init__(self, words: tuple[str, ...], **options: Any) -> None:
        self.words = words
        super().__init__(
            metadata={"enum": [*words, None] if options.get("allow_none") else list(words)}, **options
        )

    def _checked(self, text: str) -> str:
        if text not in self.words:
            raise self.make_error("word", words=", ".join(self.words))
        return text


class Flag(fields.Boolean):
    """True or false, and nothing that merely resembles one."""

    default_error_messages = {**_REQUIRED, "invalid": "This must be true or false."}

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Number(fields.Integer):
    """A whole number between two bounds."""

    default_error_messages = {
        **_REQUIRED,
        "invalid": "This must be a whole number.",
        "too_large": "This number is too large.",
    }

    def __init__(self, least: int, most: int, *, written: bool = False, **options: Any) -> None:
        self.written = written
        bounds = validate.Range(least, most, error=f"This must be between {least:,} and {most:,}.")
        super().__init__(strict=not written, validate=bounds, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        if isinstance(value, str) and not self.written:  # in an address every number is text, in JSON none is
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class Moment(fields.Field[datetime]):
    """A date and time with its offset."""

    default_error_messages = {
        **_REQUIRED,
        "invalid": "This must be a date and time such as 2026-11-20T15:00:00-05:00.",
        "zone": "The time zone is missing: write a date and time such as 2026-11-20T15:00:00-05:00.",
        "year": "This year is out of reach.",
    }

    def __init__(self, **options: Any) -> None:
        types = ["string", "null"] if options.get("allow_none") else "string"
        super().__init__(metadata={"type": types, "format": "date-time"}, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise self.make_error("invalid") from error
        if moment.tzinfo is None:
            raise self.make_error("zone")
        if not _MOMENT.fullmatch(value):
            raise self.make_error("invalid")
        if moment.year not in _YEARS:
            raise self.make_error("year")
        return moment

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class Day(fields.Field[date]):
    """A calendar day."""

    default_error_messages = {
        **_REQUIRED,
        "invalid": "This must be a date such as 2026-12-01.",
        "year": "This year is out of reach.",
    }

    def __init__(self, **options: Any) -> None:
        types = ["string", "null"] if options.get("allow_none") else "string"
        super().__init__(metadata={"type": types, "format": "date"}, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> date:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise self.make_error("invalid")
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise self.make_error("invalid") from error
        if day.year not in _YEARS:
            raise self.make_error("year")
        return day

    def _serialize(self, value: date | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class DayOrMoment(fields.Field[date | datetime]):
    """A day, or a date and time with its offset."""

    default_error_messages = {
        "invalid": "This must be a date such as 2026-12-01, or a date and time with its zone."
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"type": ["string", "null"]}, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> date | datetime:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        kind: Moment | Day = Moment() if "T" in value else Day()
        return kind.deserialize(value, attr, data)

    def _serialize(
        self, value: date | datetime | None, attr: str | None, obj: Any, **kwargs: Any
    ) -> str | None:
        return None if value is None else value.isoformat()


class Several(fields.List[Any]):
    """A list of at most ``most`` things; loading gives a tuple."""

    default_error_messages = {**_REQUIRED, "invalid": "This must be a list."}

    def __init__(self, inner: fields.Field[Any], *, most: int = 100, **options: Any) -> None:
        length = validate.Length(max=most, error=f"These are too many: at most {most}.")
        super().__init__(inner, validate=length, **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        return tuple(super()._deserialize(value, attr, data, **kwargs))


class Part(fields.Nested):
    """An object within an object."""

    default_error_messages = {**_REQUIRED, "type": "This must be an object with named fields."}


class Facts(fields.Dict):
    """Named notes; one of null was asked for and skipped."""

    default_error_messages = {**_REQUIRED, "invalid": "This must be an object with named fields."}

    def __init__(self, **options: Any) -> None:
        super().__init__(keys=Text(), values=Notes(allow_none=True), **options)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Any:
        try:
            return super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            # marshmallow tells key and value apart; the caller needs the name only.
            raise ValidationError(
                {name: next(iter(wrong.values())) for name, wrong in error.messages_dict.items()}
            ) from error


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _countries() -> frozenset[str]:
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and not line.startswith("#"))
