"""A pack of templates, numbers and word lists, and what taking it in changes."""

from typing import Any

from marshmallow import ValidationError, post_dump, post_load, validate
from marshmallow import fields as plain

from ...packs import PACK_FORMAT, PACK_VERSION, Pack
from ...templates.files import MOST_FILE_CHARACTERS
from . import fields
from .sentences import REQUIRED
from .shape import Shape
from .template import FileProblemSchema, SampleFindingSchema

MOST_FILES = 200


class Files(plain.Dict):
    """Texts by file name."""

    default_error_messages = {**REQUIRED, "invalid": "This must be an object of texts by file name."}

    def __init__(self, **options: Any) -> None:
        super().__init__(
            keys=fields.Text(),
            values=fields.Notes(longest=MOST_FILE_CHARACTERS),
            validate=validate.Length(max=MOST_FILES, error=f"These are too many: at most {MOST_FILES}."),
            **options,
        )

    def _deserialize(self, value: Any, attr: str | None, data: fields.Data, **kwargs: Any) -> Any:
        try:
            return super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            if not isinstance(error.messages, dict):
                raise
            # marshmallow tells key and value apart; the caller needs the name only.
            raise ValidationError(
                {name: next(iter(wrong.values())) for name, wrong in error.messages.items()}
            ) from error


class PackSchema(Shape):
    """The document. ``remove_others``: the user's own files that are not in it go when it is taken in."""

    format = fields.Word((PACK_FORMAT,), load_default=PACK_FORMAT)
    version = fields.Number(1, PACK_VERSION, load_default=PACK_VERSION)
    remove_others = fields.Flag(load_default=False)
    files = Files(required=True)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Pack:
        """The pack; which format it has is settled by now."""
        return Pack(data["files"], remove_others=data["remove_others"])

    @post_dump
    def name_the_format(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The document says what it is, for the program that reads it one day."""
        return {"format": PACK_FORMAT, "version": PACK_VERSION, **data}


class PackChangesSchema(Shape):
    """What taking in a pack does or would do, by file name, and what forbids it."""

    added = fields.Several(fields.Given())
    changed = fields.Several(fields.Given())
    removed = fields.Several(fields.Given())
    unchanged = fields.Several(fields.Given())
    findings = fields.Several(fields.Part(SampleFindingSchema))
    problems = fields.Several(fields.Part(FileProblemSchema))
