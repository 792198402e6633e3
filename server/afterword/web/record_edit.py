"""The pages on which a record's facts, interviews, people and outcome are changed."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response

from .. import keeping
from ..domain.errors import ConflictError, InvalidInputError, NotFoundError
from ..domain.kinds import OUTCOMES
from ..domain.records import Record, Round
from ..parts import parts_of_request
from .edit_form import EditForm
from .record_facts_form import RecordFactsForm
from .record_outcome_form import OutcomeForm
from .record_person_form import PanelForm, PersonForm
from .record_round_form import NewRoundForm, RoundForm

record_edit = Blueprint("record_edit", __name__, url_prefix="/records/<record_id>")

Page = str | Response | tuple[str, int]
Keep = Callable[[int], object]


@record_edit.route("/edit", methods=["GET", "POST"])
def facts(record_id: str) -> Page:
    """Company, role and what the user has to say about both."""
    record = _record(record_id)
    form = RecordFactsForm(record)

    def keep(version: int) -> object:
        records = parts_of_request().store.records
        return keeping.change_facts(record_id, form.changes(), expected_version=version, records=records)

    return _edit(record, form, keep, heading=lazy_gettext("The role"))


@record_edit.route("/rounds/new", methods=["GET", "POST"])
def add_round(record_id: str) -> Page:
    """A further interview."""
    parts = parts_of_request()
    record = _record(record_id)
    form = NewRoundForm(record, zone=parts.store.settings.get().timezone, now=parts.clock.now())
    return _edit_round(record, form, heading=lazy_gettext("Another interview"))


@record_edit.route("/rounds/<round_id>", methods=["GET", "POST"])
def change_round(record_id: str, round_id: str) -> Page:
    """An interview that is there."""
    parts = parts_of_request()
    record = _record(record_id)
    zone, now = parts.store.settings.get().timezone, parts.clock.now()
    form = RoundForm(record, _round(record, round_id), zone=zone, now=now)
    return _edit_round(record, form, heading=lazy_gettext("The interview"))


@record_edit.route("/rounds/<round_id>/people/new", methods=["GET", "POST"])
def add_person(record_id: str, round_id: str) -> Page:
    """One more person of an interview."""
    return _edit_person(_record(record_id), round_id, None, heading=lazy_gettext("Another person"))


@record_edit.route("/rounds/<round_id>/people/<person_id>", methods=["GET", "POST"])
def change_person(record_id: str, round_id: str, person_id: str) -> Page:
    """A person who is there."""
    return _edit_person(_record(record_id), round_id, person_id, heading=lazy_gettext("The person"))


@record_edit.route("/rounds/<round_id>/panel", methods=["GET", "POST"])
def add_panel(record_id: str, round_id: str) -> Page:
    """Several people at once, pasted."""
    record = _record(record_id)
    _round(record, round_id)
    form = PanelForm(record)

    def keep(version: int) -> object:
        records = parts_of_request().store.records
        return keeping.keep_panel(
            record_id, round_id, form.panel(), expected_version=version, records=records
        )

    return _edit(record, form, keep, heading=lazy_gettext("Several people at once"))


@record_edit.route("/outcome", methods=["GET", "POST"])
def outcome(record_id: str) -> Page:
    """How the process stands or ended; ``kind`` in the address proposes it."""
    parts = parts_of_request()
    record = _record(record_id)
    asked = next((kind for kind in OUTCOMES if kind == request.args.get("kind")), None)
    form = OutcomeForm(record, kind=asked, zone=parts.store.settings.get().timezone, now=parts.clock.now())

    def keep(version: int) -> object:
        return keeping.note_outcome(
            record_id,
            form.outcome(),
            expected_version=version,
            records=parts.store.records,
            now=parts.clock.now(),
        )

    return _edit(
        record, form, keep, heading=lazy_gettext("How does it stand?"), template="record_outcome.html"
    )


def _edit_round(record: Record, form: RoundForm, *, heading: LazyString) -> Page:
    parts = parts_of_request()

    def keep(version: int) -> object:
        return keeping.keep_round(
            record.id,
            form.round(),
            expected_version=version,
            records=parts.store.records,
            now=parts.clock.now(),
        )

    return _edit(record, form, keep, heading=heading)


def _edit_person(record: Record, round_id: str, person_id: str | None, *, heading: LazyString) -> Page:
    parts = parts_of_request()
    met = _round(record, round_id)
    person = next((i for i in met.interviewers if i.id == person_id), None)
    if person_id and person is None:
        raise NotFoundError(gettext("This person is not in the record any more."))
    form = PersonForm(record, person, zone=parts.store.settings.get().timezone)

    def keep(version: int) -> object:
        return keeping.keep_person(
            record.id, round_id, form.person(), expected_version=version, records=parts.store.records
        )

    return _edit(record, form, keep, heading=heading)


def _edit(
    record: Record,
    form: EditForm,
    keep: Keep,
    *,
    heading: LazyString,
    template: str = "record_edit.html",
) -> Page:
    """Show a form, or keep what it says and lead back to where the user came from."""
    if form.validate_on_submit() and form.may_be_saved():
        try:
            keep(record.version)
        except InvalidInputError as error:
            form.refuse(error)
        except ConflictError:
            # Somebody saved within this very moment: the browser sends the form again, and it is judged anew.
            return redirect(request.url, code=307)
        else:
            flash(gettext("Saved."))
            return redirect(_way_back(record))
    page = render_template(
        template,
        record=record,
        form=form,
        heading=heading,
        way_back=_way_back(record),
        skills=parts_of_request().store.settings.get().skills,
    )
    return (page, 409 if form.changed_meanwhile else 422) if request.method == "POST" else page


def _way_back(record: Record) -> str:
    if request.args.get("back") == "board":
        return url_for("web.board.show")
    return url_for("web.records.show", record_id=record.id)


def _record(record_id: str) -> Record:
    return parts_of_request().store.records.get(record_id)


def _round(record: Record, round_id: str) -> Round:
    found = next((r for r in record.rounds if r.id == round_id), None)
    if found is None:
        raise NotFoundError(gettext("This interview is not in the record any more."))
    return found
