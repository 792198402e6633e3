"""The kinds of value in the JSON shapes, each with the sentences that say what is wrong with one."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, missing, validate

from .sentences import REQUIRED
from .text_fields import Country, Email, Notes, Text, WebAddress, Word, Zone
from .time_fields import Day, DayOrMoment, Moment

__all__ = [
    "Country",
    "Day",
    "DayOrMoment",
    "Email",
    "Facts",
    "Flag",
    "Given",
    "Moment",
    "Notes",
    "Number",
    "Part",
    "Several",
    "Text",
    "WebAddress",
    "Word",
    "Zone",
]

Data = Mapping[str, Any] | None


class Flag(fields.Boolean):
    """True or false, and nothing that merely resembles one."""

    default_error_messages = {**REQUIRED, "invalid": "This must be true or false."}

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> Any:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Number(fields.Integer):
    """A whole number between two bounds; ``written``: as text, as every number in an address is."""

    default_error_messages = {
        **REQUIRED,
        "invalid": "This must be a whole number.",
        "too_large": "This number is too large.",
    }

    def __init__(self, least: int, most: int, *, written: bool = False, **options: Any) -> None:
        self.written = written
        bounds = validate.Range(least, most, error=f"This must be between {least:,} and {most:,}.")
        super().__init__(strict=not written, validate=bounds, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> Any:
        if isinstance(value, str) and not self.written:
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class Given(fields.String):
    """Text that only the server writes, and that is text already."""

    def serialize(self, attr: str, obj: Any, accessor: Any = None, **kwargs: Any) -> Any:
        """The attribute as it stands: half of what an answer holds is read here."""
        if self.attribute is not None or isinstance(obj, dict):
            return super().serialize(attr, obj, accessor, **kwargs)
        return getattr(obj, attr, missing)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value


class Several(fields.List[Any]):
    """A list of at most ``most`` things; loading gives a tuple."""

    default_error_messages = {**REQUIRED, "invalid": "This must be a list."}

    def __init__(self, inner: fields.Field[Any], *, most: int | None = None, **options: Any) -> None:
        length = validate.Length(max=most, error=f"These are too many: at most {most}.") if most else None
        super().__init__(inner, validate=length, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(value, attr, data, **kwargs))

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        # All at once: a draft has a dozen sentences.
        if value and isinstance(self.inner, Part):
            return self.inner.schema.dump(value, many=True)
        if value and isinstance(self.inner, Given):
            return list(value)
        return super()._serialize(value, attr, obj, **kwargs)


class Part(fields.Nested):
    """An object within an object."""

    default_error_messages = {**REQUIRED, "type": "This must be an object with named fields."}


class Facts(fields.Dict):
    """Named notes; one of null was asked for and skipped."""

    default_error_messages = {**REQUIRED, "invalid": "This must be an object with named fields."}

    def __init__(self, **options: Any) -> None:
        super().__init__(keys=Text(), values=Notes(allow_none=True), **options)

    def _deserialize(self, value: Any, attr: str | None, data: Data, **kwargs: Any) -> Any:
        if not isinstance(value, Mapping):
            raise self.make_error("invalid")
        try:
            return super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            # marshmallow tells key and value apart; the caller needs the name only.
            raise ValidationError(
                {name: next(iter(wrong.values())) for name, wrong in error.messages_dict.items()}
            ) from error
