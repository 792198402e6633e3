"""LinkedIn: the week's plan, the log, and the personal notes left this month (W26, W27, X16)."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import presence
from ..domain.errors import InvalidInputError, NotFoundError
from ..parts import parts_of_request
from .linkedin_form import ACTION_WORDS, PresenceForm
from .shelf import shelf

linkedin = Blueprint("linkedin", __name__, url_prefix="/linkedin")

REMOVED = "linkedin-log"  # the shelf that an entry just removed lies on
A_PAGE = 30  # entries of the log, the newest first

Page = str | Response | tuple[str, int]


@linkedin.route("/", methods=["GET", "POST"])
def show() -> Page:
    """How the week stands; what was done is noted here."""
    parts = parts_of_request()
    settings, now = parts.store.settings.get(), parts.clock.now()
    form = PresenceForm(zone=settings.timezone, now=now)
    if form.validate_on_submit() and _keep(form):
        flash(gettext("Noted."))
        return redirect(url_for("web.linkedin.show"))
    told = presence.presence(
        log=parts.store.presence,
        records=parts.store.records,
        settings=settings,
        library=parts.library,
        now=now,
    )
    page_number = max(1, request.args.get("page", 1, type=int))
    newest_first = told.items[::-1]
    page = render_template(
        "linkedin.html",
        form=form,
        told=told,
        allowance=settings.linkedin_notes_per_month,
        entries=newest_first[(page_number - 1) * A_PAGE : page_number * A_PAGE],
        page=page_number,
        pages=-(-len(newest_first) // A_PAGE),
        action_words=ACTION_WORDS,
        undo=_undo_ticket(),
    )
    return (page, 422) if request.method == "POST" else page


@linkedin.post("/<entry_id>/remove")
def remove(entry_id: str) -> Response:
    """Take an entry out of the log; the page offers to undo it."""
    log = parts_of_request().store.presence
    entry = next((entry for entry in log.all() if entry.id == entry_id), None)
    presence.remove_entry(entry_id, log=log)
    return redirect(url_for("web.linkedin.show", removed=shelf(REMOVED).lay(entry)))


@linkedin.post("/put-back/<ticket>")
def put_back(ticket: str) -> Response:
    """Put the entry back that was removed last."""
    entry = shelf(REMOVED).take(ticket)
    if entry is None:
        raise NotFoundError(gettext("This entry can’t be put back any more. Note it anew."))
    parts_of_request().store.presence.add(entry)
    return redirect(url_for("web.linkedin.show"))


def _undo_ticket() -> str | None:
    ticket = request.args.get("removed", "")
    return ticket if shelf(REMOVED).holds(ticket) else None


def _keep(form: PresenceForm) -> bool:
    """Keep what a valid form says; whether it was kept, else the refusal stands at its field."""
    parts = parts_of_request()
    try:
        presence.log_entry(form.loaded, log=parts.store.presence, now=parts.clock.now())
    except InvalidInputError as error:
        form.refuse(error)
        return False
    return True
