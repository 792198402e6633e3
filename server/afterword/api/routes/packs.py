"""Packs: the user's own templates, numbers and word lists as one document."""

from ... import packs as use_case
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.pack import PackChangesSchema, PackSchema

packs = ApiBlueprint("packs", __name__, description="The user's own templates as one document")


@packs.route("/packs", methods=["GET"])
@packs.response(200, PackSchema)
def export_pack() -> use_case.Pack:
    """Export the user's own files."""
    return use_case.export_pack(files=parts_of_request().files)


@packs.route("/packs/preview", methods=["POST"])
@packs.arguments(PackSchema)
@packs.response(200, PackChangesSchema)
def preview_pack(pack: use_case.Pack) -> use_case.PackChanges:
    """Say what a pack would change; nothing is kept."""
    parts = parts_of_request()
    return use_case.preview_pack(pack, files=parts.files, library=parts.library)


@packs.route("/packs", methods=["POST"])
@packs.arguments(PackSchema)
@packs.response(200, PackChangesSchema)
def apply_pack(pack: use_case.Pack) -> use_case.PackChanges:
    """Take in a pack: all of it or nothing."""
    parts = parts_of_request()
    return use_case.apply_pack(pack, files=parts.files, library=parts.library)
