"""What all shapes have in common."""

from collections.abc import Mapping
from typing import Any, ClassVar

from marshmallow import RAISE, Schema, post_load, pre_load


class Shape(Schema):
    """A JSON object. Unknown members are refused by name.

    Loading gives a ``makes``; what only the server sets is in it as ``server_sets`` says.
    """

    class Meta:
        unknown = RAISE

    makes: ClassVar[type | None] = None
    server_sets: ClassVar[Mapping[str, Any]] = {}
    error_messages: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # marshmallow reads it from the class
        "unknown": "Afterword does not know this field.",
        "type": "This must be an object with named fields.",
    }

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        """A member of what is written out. Most are a domain's values, which have attributes and no keys."""
        if isinstance(obj, dict) or "." in attr:
            return super().get_attribute(obj, attr, default)
        return getattr(obj, attr, default)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Any:
        """The domain's value, or the plain members where the shape has none."""
        return self.makes(**self.server_sets, **data) if self.makes else data


class KeptShape(Shape):
    """The shape of something that is kept, with fields that only the server sets."""

    @pre_load
    def leave_out_what_the_server_gives(self, data: Any, **_: Any) -> Any:
        """A client may send back what it read: fields that only the server sets are passed over."""
        if not isinstance(data, Mapping):
            return data
        return {
            name: value
            for name, value in data.items()
            if name not in self.dump_fields or name in self.load_fields
        }
