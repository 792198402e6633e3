"""The set-up: one page per step, each of which can be skipped and come back to."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ..assets import asset_folder
from ..autostart.entry import Entry
from ..autostart.this_system import entry_here
from ..parts import parts_of_request
from .details_form import SIGN_OFFS, DetailsForm
from .record_form import RecordForm
from .records import keep_new_record
from .setup_steps import Step, steps_of

setup = Blueprint("setup", __name__, url_prefix="/setup")

Page = str | Response | tuple[str, int]


@setup.get("/")
def show() -> Response:
    """Lead to the first step that is not done; when all are, to the last."""
    steps = steps_of(parts_of_request())
    return redirect(url_for(next((s for s in steps if not s.done), steps[-1]).endpoint))


@setup.route("/details", methods=["GET", "POST"])
def details() -> Page:
    """Step 1: the user's details and the timing question."""
    settings = parts_of_request().store.settings
    form = DetailsForm(settings.get())
    if form.validate_on_submit():
        settings.change(form.applied_to)
        return _go_on()
    return _page("setup_details.html", form=form, sign_offs=SIGN_OFFS)


@setup.get("/extension")
def extension() -> Page:
    """Step 2: where the extension lies and how each browser loads it."""
    return _page("setup_extension.html", folder=asset_folder("extension"))


@setup.get("/pair")
def pair() -> Page:
    """Step 3: the request of an extension that waits for the user's yes."""
    return _page("setup_pair.html")


@setup.get("/linkedin")
def linkedin() -> Page:
    """Step 4: what the button on LinkedIn means (X19); the choice itself is made in the extension."""
    return _page("setup_linkedin.html")


@setup.route("/first-record", methods=["GET", "POST"])
def first_record() -> Page:
    """Step 5: the first record."""
    parts = parts_of_request()
    settings = parts.store.settings.get()
    form = RecordForm(settings, now=parts.clock.now())
    if form.validate_on_submit() and keep_new_record(form):
        return _go_on()
    return _page("setup_first_record.html", form=form, skills=settings.skills)


@setup.get("/practice")
def practise() -> Page:
    """Step 6: the practice page, addressed to a person of the newest record, and the offer of autostart."""
    return _page("setup_practice.html", person=_somebody_to_write_to(), autostart=_start_up_entry().state())


@setup.post("/autostart")
def autostart() -> Response:
    """Start Afterword at log-in from now on, or no more, as the user chose."""
    entry = _start_up_entry()
    if request.form.get("wanted") == "yes":
        entry.write()
    else:
        entry.remove()
    return redirect(url_for(".practise"))


def _page(template: str, **values: object) -> Page:
    parts = parts_of_request()
    steps = steps_of(parts)
    page = render_template(
        template,
        steps=steps,
        step=_step_at_hand(steps),
        waiting=parts.pairing_desk.waiting(),
        pairings=parts.access.pairings(),
        **values,
    )
    return (page, 422) if request.method == "POST" else page


def _step_at_hand(steps: tuple[Step, ...]) -> Step:
    return next(step for step in steps if step.endpoint == request.endpoint)


def _go_on() -> Response:
    following = _step_at_hand(steps_of(parts_of_request())).next_endpoint
    return redirect(url_for(following or "web.today.show"))


def _start_up_entry() -> Entry:
    config = parts_of_request().config
    return entry_here(config.data_dir, config.port)


def _somebody_to_write_to() -> dict[str, str] | None:
    records = parts_of_request().store.records.search().records
    people = (i for record in records for round_ in record.rounds for i in round_.interviewers)
    return next(({"name": i.name, "to": i.email} for i in people if i.email), None)
