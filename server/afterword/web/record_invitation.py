"""An invitation, chosen, dropped or pasted, becomes the form of a further interview."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext, lazy_gettext

from ..domain.errors import InvalidInputError
from ..invitation import Invitation, read_invitation
from ..parts import parts_of_request
from .people_field import as_lines
from .record_round_form import NewRoundForm

record_invitation = Blueprint("record_invitation", __name__, url_prefix="/records/<record_id>/invitation")


@record_invitation.get("/")
def show(record_id: str) -> str:
    """Where to put the invitation."""
    record = parts_of_request().store.records.get(record_id)
    return render_template("record_invitation.html", record=record, pasted="", error=None)


@record_invitation.post("/")
def read(record_id: str) -> str | tuple[str, int]:
    """The interview that the invitation describes, to look over and save."""
    parts = parts_of_request()
    record = parts.store.records.get(record_id)
    settings, now = parts.store.settings.get(), parts.clock.now()
    chosen = request.files.get("file")
    pasted = request.form.get("invitation", "")
    text = chosen.read().decode("utf-8", errors="replace") if chosen and chosen.filename else pasted
    try:
        invitation = read_invitation(text, zone=settings.timezone, own_email=settings.email)
    except InvalidInputError as error:
        page = render_template(
            "record_invitation.html", record=record, pasted=pasted, error=gettext(error.message)
        )
        return page, 422
    said = _field_values(invitation, settings.timezone, now)
    form = NewRoundForm(record, zone=settings.timezone, now=now, said=said, formdata=None)
    return render_template(
        "record_edit.html",
        record=record,
        form=form,
        heading=lazy_gettext("Another interview"),
        action=url_for("web.record_edit.add_round", record_id=record_id),
        hint=gettext("Nothing is saved yet. This is what the invitation says; look it over, then save."),
        way_back=url_for("web.records.show", record_id=record_id),
        skills=settings.skills,
    )


def _field_values(invitation: Invitation, zone: str, now: datetime) -> dict[str, Any]:
    clock = invitation.at.astimezone(ZoneInfo(zone))
    status = "cancelled" if invitation.is_called_off else "planned" if invitation.at > now else "held"
    return {
        "date": clock.date(),
        "time": clock.time().replace(second=0, microsecond=0),
        "minutes": invitation.minutes,
        "kind": invitation.kind,
        "status": status,
        "people": as_lines(invitation.people),
    }
