"""Templates, the playbook's numbers and the word lists, which are the user's to change."""

from collections.abc import Mapping
from typing import Any

from werkzeug.wrappers import Response

from ... import authoring, trying
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.template import (
    OpenTemplateFileSchema,
    PreviewRequestSchema,
    PreviewSchema,
    TemplateListSchema,
    TemplateTextSchema,
)

templates = ApiBlueprint("templates", __name__, description="Templates, numbers and word lists")


@templates.route("/templates", methods=["GET"])
@templates.response(200, TemplateListSchema)
def list_templates() -> dict[str, Any]:
    """List every file, packaged or own."""
    parts = parts_of_request()
    return {"items": authoring.list_templates(files=parts.files, library=parts.library)}


@templates.route("/templates/preview", methods=["POST"])
@templates.arguments(PreviewRequestSchema)
@templates.response(200, PreviewSchema)
def preview_template(asked: trying.PreviewRequest) -> trying.Preview:
    """Show the draft that a text would give; nothing is kept."""
    parts = parts_of_request()
    return trying.preview(
        asked,
        files=parts.files,
        library=parts.library,
        records=parts.store.records,
        settings=parts.store.settings.get(),
        now=parts.clock.now(),
    )


@templates.route("/templates/<path:name>", methods=["GET"])
@templates.response(200, OpenTemplateFileSchema)
def read_template(name: str) -> authoring.TemplateFile:
    """Read one file: the user's own text, else the packaged one."""
    parts = parts_of_request()
    return authoring.read_template(name, files=parts.files, library=parts.library)


@templates.route("/templates/<path:name>", methods=["PUT"])
@templates.arguments(TemplateTextSchema)
@templates.response(200, OpenTemplateFileSchema)
def save_template(new: Mapping[str, str], name: str) -> authoring.TemplateFile:
    """Keep a text as the user's own file, once it was tried on sample facts."""
    parts = parts_of_request()
    return authoring.save_template(name, new["text"], files=parts.files, library=parts.library)


@templates.route("/templates/<path:name>", methods=["DELETE"])
@templates.response(204)
def restore_template(name: str) -> Response:
    """Take the user's own file away, so that the packaged one is used again."""
    parts = parts_of_request()
    authoring.restore_template(name, files=parts.files)
    return Response(status=204)
