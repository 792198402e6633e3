"""The records: all of them, one of them, and a new one."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from .. import keeping
from ..agenda import agenda_of
from ..domain.cadence import rounds_without_follow_up
from ..domain.errors import InvalidInputError
from ..parts import parts_of_request
from .record_form import RecordForm
from .record_story import story_of
from .record_undo import undo_shelf
from .timeline import draw

records = Blueprint("records", __name__, url_prefix="/records")

Page = str | Response | tuple[str, int]


@records.get("/")
def show_all() -> Page:
    """Every record, the last changed first; one just deleted with its Undo."""
    table = parts_of_request().store.records
    just_trashed = request.args.get("trashed")
    return render_template(
        "records.html",
        records=table.search().records,
        trashed=[record for record in table.trashed() if record.id == just_trashed],
    )


@records.route("/new", methods=["GET", "POST"])
def add() -> Page:
    """The form of a new record."""
    parts = parts_of_request()
    settings = parts.store.settings.get()
    form = RecordForm(settings, now=parts.clock.now())
    if form.validate_on_submit() and (record_id := keep_new_record(form)):
        return redirect(url_for("web.records.show", record_id=record_id))
    page = render_template("new_record.html", form=form, skills=settings.skills)
    return (page, 422) if request.method == "POST" else page


@records.get("/<record_id>")
def show(record_id: str) -> Page:
    """One record: what comes next, its story, its rounds and people."""
    parts = parts_of_request()
    record = parts.store.records.get(record_id)
    settings, now = parts.store.settings.get(), parts.clock.now()
    due = agenda_of(record, records=parts.store.records, settings=settings, library=parts.library, now=now)
    story = story_of(record, due, settings.timezone)
    return render_template(
        "record.html",
        record=record,
        due=due,
        story=story,
        drawing=draw(story, now),
        now=now,
        without_follow_up=rounds_without_follow_up(record, now),
        removed=request.args.get("removed")
        if undo_shelf().find(record_id, request.args.get("removed", ""))
        else None,
    )


def keep_new_record(form: RecordForm) -> str | None:
    """Keep what a valid form says; the new id, or None with the refusal put at the form's fields."""
    parts = parts_of_request()
    try:
        return keeping.create_record(form.loaded, records=parts.store.records, now=parts.clock.now()).id
    except InvalidInputError as error:
        form.refuse(error)
        return None
