"""What the user says to an extension that asks to be connected, and to browsers that are (T8)."""

from typing import Any

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from ..parts import parts_of_request

pairings = Blueprint("pairings", __name__, url_prefix="/pairings")


@pairings.get("/state")
def state() -> dict[str, Any]:
    """For the live line of the set-up: nobody yet, somebody asking, or connected."""
    parts = parts_of_request()
    waiting = parts.pairing_desk.waiting()
    word = "asking" if waiting else "connected" if parts.access.pairings() else "waiting"
    return {"state": word, "asking": [request.id for request in waiting]}


@pairings.post("/<request_id>/approve")
def approve(request_id: str) -> Response:
    """Connect the extension that asked."""
    parts_of_request().pairing_desk.approve(request_id)
    flash(gettext("The extension is connected."))
    return redirect(url_for("web.setup.pair"))


@pairings.post("/<request_id>/deny")
def deny(request_id: str) -> Response:
    """Turn the extension that asked away."""
    parts_of_request().pairing_desk.deny(request_id)
    flash(gettext("Denied. Nothing was connected."))
    return redirect(url_for("web.setup.pair"))


@pairings.post("/<request_id>/more-time")
def extend(request_id: str) -> Response:
    """Give a request more time before it expires."""
    parts_of_request().pairing_desk.extend(request_id)
    flash(gettext("You have five more minutes."))
    return redirect(url_for("web.setup.pair"))


@pairings.post("/<pairing_id>/revoke")
def revoke(pairing_id: str) -> Response:
    """Take a connected browser's token away, at once."""
    parts_of_request().access.revoke_pairing(pairing_id)
    flash(gettext("Revoked. That browser can’t ask for drafts any more."))
    return redirect(url_for("web.settings.show"))
