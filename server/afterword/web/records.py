"""The records: all of them, one of them, and a new one."""

from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from .. import keeping
from ..agenda import agenda_of, sent_late
from ..browsing import ORDERS, SELECTIONS, Question, browse
from ..domain.cadence import rounds_without_follow_up
from ..domain.composing.days import writes_month_first
from ..domain.errors import InvalidInputError
from ..domain.quick_add import QuickAdd, read_quick_add
from ..parts import parts_of_request
from .record_form import RecordForm
from .record_story import story_of
from .record_undo import undo_shelf
from .timeline import draw

records = Blueprint("records", __name__, url_prefix="/records")

Page = str | Response | tuple[str, int]
PAGE_SIZE = 50  # rows
_LONGEST_LINE = 1000  # characters of a quick line


@records.get("/")
def show_all() -> Page:
    """The records that the search, the selection and the order in the address ask for."""
    parts = parts_of_request()
    table = parts.store.records
    asked = Question(
        text=request.args.get("search", ""),
        only=next((s for s in SELECTIONS if s == request.args.get("only")), "all"),
        order=next((o for o in ORDERS if o == request.args.get("order")), "changed"),
        backwards=request.args.get("backwards") == "1",
    )
    page = max(1, min(request.args.get("page", 1, type=int), 1_000_000))
    found = browse(
        asked,
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        records=table,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )
    just_trashed = request.args.get("trashed")
    return render_template(
        "records.html",
        asked=asked,
        found=found,
        page=page,
        pages=max(1, -(-found.total // PAGE_SIZE)),
        selections=SELECTIONS,
        orders=ORDERS,
        has_any=bool(table.all()),
        trashed=[record for record in table.trashed() if record.id == just_trashed],
    )


@records.route("/new", methods=["GET", "POST"])
def add() -> Page:
    """The form of a new record."""
    parts = parts_of_request()
    form = RecordForm(parts.store.settings.get(), now=parts.clock.now())
    if form.validate_on_submit() and (record_id := keep_new_record(form)):
        return redirect(url_for("web.records.show", record_id=record_id))
    page = _new_record_page(form)
    return (page, 422) if request.method == "POST" else page


@records.post("/quick")
def add_quickly() -> Page:
    """The form of a new record, filled in from one line; it is kept when the user has looked at it."""
    parts = parts_of_request()
    settings = parts.store.settings.get()
    line = request.form.get("line", "")[:_LONGEST_LINE]
    now = parts.clock.now()
    said = read_quick_add(
        line,
        now=now.astimezone(ZoneInfo(settings.timezone)),
        month_first=writes_month_first(settings.country),
    )
    form = RecordForm(settings, now=now, said=_field_values(said), formdata=None)
    return _new_record_page(form, line=line, not_understood=said.not_understood)


@records.get("/<record_id>")
def show(record_id: str) -> Page:
    """One record: what comes next, its story, its rounds and people."""
    parts = parts_of_request()
    record = parts.store.records.get(record_id)
    settings, now = parts.store.settings.get(), parts.clock.now()
    due = agenda_of(record, records=parts.store.records, settings=settings, library=parts.library, now=now)
    late = sent_late(record, records=parts.store.records, settings=settings, library=parts.library)
    story = story_of(record, due, late, settings.timezone)
    ticket = request.args.get("removed", "")
    return render_template(
        "record.html",
        record=record,
        due=due,
        story=story,
        drawing=draw(story, now),
        now=now,
        without_follow_up=rounds_without_follow_up(record, now),
        removed=ticket if undo_shelf().find(record_id, ticket) else None,
    )


def keep_new_record(form: RecordForm) -> str | None:
    """Keep what a valid form says; the new id, or None with the refusal put at the form's fields."""
    parts = parts_of_request()
    try:
        return keeping.create_record(form.loaded, records=parts.store.records, now=parts.clock.now()).id
    except InvalidInputError as error:
        form.refuse(error)
        return None


def _new_record_page(form: RecordForm, **values: Any) -> str:
    skills = parts_of_request().store.settings.get().skills
    return render_template("new_record.html", form=form, skills=skills, **values)


def _field_values(said: QuickAdd) -> dict[str, Any]:
    values = {
        "company": said.company,
        "role": said.role,
        "interviewer": said.person,
        "email": said.email,
        "date": said.day,
        "time": said.clock,
        "minutes": said.minutes,
        "kind": said.kind,
    }
    return {name: value for name, value in values.items() if value}
