"""An invitation, chosen, dropped or pasted, becomes the form of a further interview."""

from datetime import datetime
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext, lazy_gettext

from ..invitations import Invitation, NoInvitationError, read_invitation
from ..parts import parts_of_request
from .people_field import as_lines
from .record_round_form import NewRoundForm

LARGEST = 600_000  # bytes that are read of a file; the reader says itself what is too much

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
    try:
        invitation = read_invitation(given_invitation(), settings=settings, now=now)
    except NoInvitationError as error:
        page = render_template(
            "record_invitation.html",
            record=record,
            pasted=request.form.get("invitation", ""),
            error=gettext(error.message),
        )
        return page, 422
    said = _field_values(invitation, now)
    form = NewRoundForm(record, zone=settings.timezone, now=now, said=said, formdata=None)
    return render_template(
        "record_edit.html",
        record=record,
        form=form,
        heading=lazy_gettext("Another interview"),
        action=url_for("web.record_edit.add_round", record_id=record_id),
        hint=" ".join(
            (
                gettext("Nothing is saved yet. This is what the invitation says; look it over, then save."),
                *invitation.remarks,
            )
        ),
        way_back=url_for("web.records.show", record_id=record_id),
        skills=settings.skills,
    )


def given_invitation() -> bytes | str:
    """The file that was chosen or dropped, else the text that was pasted."""
    chosen = request.files.get("file")
    content = chosen.read(LARGEST) if chosen else b""
    return content or request.form.get("invitation", "")


def _field_values(invitation: Invitation, now: datetime) -> dict[str, Any]:
    status = "cancelled" if invitation.is_cancelled else "planned" if invitation.at > now else "held"
    return {
        "date": invitation.at.date(),
        "time": invitation.at.time().replace(second=0, microsecond=0) if invitation.has_time else None,
        "timezone": invitation.zone,
        "minutes": invitation.minutes,
        "kind": invitation.kind,
        "status": status,
        "people": as_lines(invitation.people),
    }
