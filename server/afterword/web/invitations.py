"""An interview invitation becomes a round with its people: given as file or text, looked at, then kept."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import keeping
from ..domain.errors import InvalidInputError
from ..domain.records import Record
from ..invitations import Invitation, NoInvitationError, read_invitation
from ..parts import parts_of_request
from .invitation_form import InvitationForm
from .record_invitation import given_invitation

invitations = Blueprint("invitations", __name__, url_prefix="/invitations")

Page = str | Response | tuple[str, int]


@invitations.get("/")
def show() -> Page:
    """Where an invitation is dropped, chosen or pasted."""
    return render_template("invitation.html", error=None, pasted="")


@invitations.post("/")
def read() -> Page:
    """What the invitation says; nothing is kept yet."""
    parts = parts_of_request()
    settings, now = parts.store.settings.get(), parts.clock.now()
    try:
        invitation = read_invitation(given_invitation(), settings=settings, now=now)
    except NoInvitationError as error:
        pasted = request.form.get("invitation", "")
        return render_template("invitation.html", error=error.message, pasted=pasted), 422
    candidates = _candidates(invitation)
    form = InvitationForm(settings, candidates=candidates, now=now, invitation=invitation, formdata=None)
    return _preview(form, invitation=invitation, cancels=_cancelled_record(invitation, candidates))


@invitations.post("/keep")
def keep() -> Page:
    """Keep the round as it was confirmed."""
    parts = parts_of_request()
    records, now = parts.store.records, parts.clock.now()
    form = InvitationForm(parts.store.settings.get(), candidates=records.all(), now=now)
    if not form.validate_on_submit():
        return _preview(form), 422
    try:
        record_id = _keep(form)
    except InvalidInputError as error:
        form.refuse(error)
        return _preview(form), 422
    flash(gettext("The interview is in the record."))
    return redirect(url_for("web.records.show", record_id=record_id))


def _keep(form: InvitationForm) -> str:
    parts = parts_of_request()
    records, now = parts.store.records, parts.clock.now()
    known = form.known_record
    if known is None:
        return keeping.create_record(form.loaded, records=records, now=now).id
    keeping.keep_round(known.id, form.round(), expected_version=None, records=records, now=now)
    return known.id


def _candidates(invitation: Invitation) -> tuple[Record, ...]:
    """The records it may be for, the likeliest first: of the same people, then of the same company."""
    records = parts_of_request().store.records
    by_people = [r for person in invitation.people if person.email for r in records.with_email(person.email)]
    by_company = records.with_company(invitation.company) if invitation.company else ()
    named = records.named_in(invitation.title)
    return tuple({record.id: record for record in (*by_people, *by_company, *named)}.values())


def _cancelled_record(invitation: Invitation, candidates: tuple[Record, ...]) -> Record | None:
    """The record whose interview this cancels."""
    if not invitation.is_cancelled:
        return None
    return next((r for r in candidates if any(round_.at == invitation.at for round_ in r.rounds)), None)


def _preview(
    form: InvitationForm, *, invitation: Invitation | None = None, cancels: Record | None = None
) -> str:
    return render_template("invitation_preview.html", form=form, invitation=invitation, cancels=cancels)
