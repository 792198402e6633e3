"""Asking to pair, and the browsers that are paired (T8). The answer is given on the local page."""

from collections.abc import Mapping
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..pairing import Asked, PairingRequest
from ..schemas.pairing import (
    AskedSchema,
    AskToPairSchema,
    PairingListSchema,
    PairingSecretSchema,
    PairingStateSchema,
)

pairings = ApiBlueprint("pairings", __name__, description="Browsers that may ask")


@pairings.route("/pairings", methods=["POST"])
@pairings.doc(security=[])
@pairings.arguments(AskToPairSchema)
@pairings.response(201, AskedSchema)
def ask_to_pair(asked: Mapping[str, str]) -> Asked:
    """Ask to pair; the guard lets only extensions get here."""
    return parts_of_request().pairing_desk.ask(asked["name"], request.headers["Origin"])


@pairings.route("/pairings/<pairing_id>", methods=["GET"])
@pairings.doc(security=[])
@pairings.arguments(PairingSecretSchema, location="headers")
@pairings.response(200, PairingStateSchema)
def read_pairing(headers: Mapping[str, str], pairing_id: str) -> PairingRequest:
    """Ask how a request to pair stands; the token comes once, after the approval."""
    return parts_of_request().pairing_desk.collect(pairing_id, headers["secret"])


@pairings.route("/pairings/<pairing_id>/extension", methods=["POST"])
@pairings.doc(security=[])
@pairings.arguments(PairingSecretSchema, location="headers")
@pairings.response(200, PairingStateSchema)
def extend_pairing(headers: Mapping[str, str], pairing_id: str) -> PairingRequest:
    """Ask for another five minutes."""
    return parts_of_request().pairing_desk.ask_for_more_time(pairing_id, headers["secret"])


@pairings.route("/pairings", methods=["GET"])
@pairings.response(200, PairingListSchema)
def list_pairings() -> dict[str, Any]:
    """List the browsers that may ask."""
    return {"items": parts_of_request().access.pairings()}


@pairings.route("/pairings/<pairing_id>", methods=["DELETE"])
@pairings.response(204)
def revoke_pairing(pairing_id: str) -> Response:
    """Keep a browser out from now on."""
    parts_of_request().access.revoke_pairing(pairing_id)
    return Response(status=204)
