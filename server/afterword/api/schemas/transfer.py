"""All that the user has told Afterword, as one document, and what importing it would do."""

from typing import Any

from marshmallow import fields as plain
from marshmallow import post_load

from . import fields
from .sentences import REQUIRED
from .shape import Shape

NEWEST_SCHEMA = 1_000_000  # what a file claims; which ones are understood is storage's to say


class Tables(plain.Dict):
    """Tables by name, each of documents by id; what is in them is checked by who reads them."""

    default_error_messages = {**REQUIRED, "invalid": "This must be an object with named tables."}

    def __init__(self, **options: Any) -> None:
        super().__init__(keys=plain.String(), values=plain.Raw(), **options)


class ExportSchema(Shape):
    """An export; a backup file is one as well."""

    format = fields.Word(("afterword",), load_default="afterword")
    schema = fields.Number(0, NEWEST_SCHEMA, required=True)
    exported_at = fields.Text(load_default=None, allow_none=True)
    tables = Tables(required=True)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The document as storage reads it."""
        return {"schema": data["schema"], "tables": data["tables"]}


class ImportQuerySchema(Shape):
    """Whether to say only what would be done."""

    dry_run = fields.Word(("true", "false"), load_default="false")


class ImportedSchema(Shape):
    """What an import did or would do; records are named for people."""

    added = fields.Several(fields.Given())
    replaced = fields.Several(fields.Given())
    unchanged = plain.Integer()
    settings_replaced = fields.Flag()
    presence_added = plain.Integer()
