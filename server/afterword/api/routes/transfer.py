"""Everything out into one document, and back in: all of it or nothing."""

from collections.abc import Mapping
from typing import Any

from ...parts import parts_of_request
from ...storage.transfer import ImportPreview, apply_import, export_document, preview_import
from ..blueprint import ApiBlueprint
from ..schemas.transfer import ExportSchema, ImportedSchema, ImportQuerySchema

transfer = ApiBlueprint("transfer", __name__, description="Export and import")


@transfer.route("/export", methods=["GET"])
@transfer.response(200, ExportSchema)
def export_everything() -> dict[str, Any]:
    """Export records, settings and logs; what is in the trash stays behind."""
    parts = parts_of_request()
    return export_document(parts.store.tables(), now=parts.clock.stamp())


@transfer.route("/import", methods=["POST"])
@transfer.arguments(ImportQuerySchema, location="query")
@transfer.arguments(ExportSchema)
@transfer.response(200, ImportedSchema)
def import_everything(query: Mapping[str, str], document: Mapping[str, Any]) -> ImportPreview:
    """Import an export after a backup, or with ``dry_run`` say what that would do."""
    take_in = preview_import if query["dry_run"] == "true" else apply_import
    return take_in(parts_of_request().store, document)
