"""The pages on which the user notes by hand what was sent, what came back and what to put off."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response

from .. import sending
from ..domain.errors import InvalidInputError
from ..domain.kinds import CHANNELS, KINDS
from ..parts import parts_of_request
from .page_form import PageForm
from .record_log_forms import ReplyForm, SentForm, SnoozeForm

record_log = Blueprint("record_log", __name__, url_prefix="/records/<record_id>")

Page = str | Response | tuple[str, int]
_A_WHILE = timedelta(days=3)


@record_log.route("/sent", methods=["GET", "POST"])
def sent(record_id: str) -> Page:
    """Note a message or a call that the extension did not see."""
    parts = parts_of_request()
    record = parts.store.records.get(record_id)
    form = SentForm(
        record,
        zone=parts.store.settings.get().timezone,
        now=parts.clock.now(),
        kind=_one_of(KINDS, "kind"),
        channel=_one_of(CHANNELS, "channel"),
        person=request.args.get("interviewer_id"),
    )
    if form.validate_on_submit():
        try:
            sending.log_follow_up(record_id, form.entry(), records=parts.store.records, now=parts.clock.now())
            return _noted(record_id)
        except InvalidInputError as error:
            form.refuse(error)
    return _page(record_id, form, heading=lazy_gettext("I sent or said something"))


@record_log.route("/reply", methods=["GET", "POST"])
def reply(record_id: str) -> Page:
    """Note what the employer answered."""
    parts = parts_of_request()
    parts.store.records.get(record_id)
    form = ReplyForm(zone=parts.store.settings.get().timezone, now=parts.clock.now())
    if form.validate_on_submit():
        try:
            sending.log_reply(record_id, form.reply(), records=parts.store.records, now=parts.clock.now())
            return _noted(record_id)
        except InvalidInputError as error:
            form.refuse(error)
    return _page(record_id, form, heading=lazy_gettext("They answered"))


@record_log.route("/snooze", methods=["GET", "POST"])
def snooze(record_id: str) -> Page:
    """Put the reminder of one kind off."""
    parts = parts_of_request()
    parts.store.records.get(record_id)
    zone, now = parts.store.settings.get().timezone, parts.clock.now()
    later = (now + _A_WHILE).astimezone(ZoneInfo(zone)).date()
    form = SnoozeForm(zone=zone, now=now, date=later, time=None, kind=_one_of(KINDS, "kind"))
    if form.validate_on_submit():
        try:
            sending.snooze(record_id, form.put_off(), records=parts.store.records, now=now)
            return _noted(record_id)
        except InvalidInputError as error:
            form.refuse(error)
    return _page(record_id, form, heading=lazy_gettext("Remind me later"))


@record_log.post("/snooze/<kind>/end")
def remind_again(record_id: str, kind: str) -> Response:
    """Take back that a kind was put off."""
    known = next((k for k in KINDS if k == kind), None)
    if known:
        sending.remind_again(record_id, known, records=parts_of_request().store.records)
    return _noted(record_id)


def _noted(record_id: str) -> Response:
    flash(gettext("Noted."))
    return redirect(url_for("web.records.show", record_id=record_id))


def _page(record_id: str, form: PageForm, *, heading: LazyString) -> Page:
    page = render_template(
        "record_log.html",
        record=parts_of_request().store.records.get(record_id),
        form=form,
        heading=heading,
        way_back=url_for("web.records.show", record_id=record_id),
    )
    return (page, 422) if request.method == "POST" else page


def _one_of(words: tuple[str, ...], parameter: str) -> str | None:
    return next((word for word in words if word == request.args.get(parameter)), words[0])
