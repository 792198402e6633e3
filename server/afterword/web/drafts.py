"""The draft for one person of a record: chosen, read, mended, checked, copied, and noted as sent."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import sending
from ..api.schemas.finding import CheckedTextSchema
from ..domain.drafts import Finding
from ..domain.errors import InvalidInputError
from ..domain.kinds import CHANNELS, KINDS, Channel
from ..parts import parts_of_request
from ..templates.template_errors import NoTemplateError
from .draft_desk import DraftDesk
from .draft_text_form import DraftTextForm

drafts = Blueprint("drafts", __name__, url_prefix="/records/<record_id>/draft")

Page = str | Response | tuple[str, int]


@drafts.get("/")
def show(record_id: str) -> Page:
    """The draft that is due, or the one of the person, kind and channel asked for."""
    desk = DraftDesk.of_request(record_id)
    try:
        answer = desk.answer
    except NoTemplateError as error:
        return _page(desk, None, refused=error.message)
    return _page(desk, DraftTextForm(answer.draft) if answer.draft else None)


@drafts.post("/")
def check_text(record_id: str) -> Page:
    """The same page with the text as the user has it, checked; ``use`` takes a finding's replacement."""
    desk = DraftDesk.of_request(record_id)
    form = DraftTextForm()
    chosen = request.form.get("use", type=int)
    if chosen is not None:
        findings = desk.checked(form.typed, form.subject.data or "", _channel(form)).findings
        form.text.data = _with_replacement(form.typed, findings, chosen)
    return _page(desk, form)


@drafts.post("/check")
def check_while_typing(record_id: str) -> dict[str, Any]:
    """What the checker says of the text, for the page's script; offsets count characters."""
    desk = DraftDesk.of_request(record_id)
    form = DraftTextForm()
    dumped: dict[str, Any] = CheckedTextSchema().dump(
        desk.checked(form.typed, form.subject.data or "", _channel(form))
    )
    return dumped


@drafts.post("/sent")
def note_as_sent(record_id: str) -> Page:
    """Log that the user sent this text by hand."""
    parts = parts_of_request()
    desk = DraftDesk.of_request(record_id)
    form = DraftTextForm()
    if form.validate_on_submit():
        stamp = parts.clock.stamp()
        try:
            sending.log_follow_up(
                record_id, replace(form.entry(), at=stamp), records=parts.store.records, now=stamp
            )
        except InvalidInputError as error:
            form.refuse(error)
        else:
            flash(gettext("Noted as sent."))
            return redirect(url_for("web.records.show", record_id=record_id))
    return refused_text(desk, form)


def refused_text(desk: DraftDesk, form: DraftTextForm) -> tuple[str, int]:
    """The page with what is wrong at its field, all that was typed still there."""
    return _page(desk, form), 422


def _page(desk: DraftDesk, form: DraftTextForm | None, *, refused: str | None = None) -> str:
    answer = None if refused else desk.answer
    channel = _channel(form) if form else desk.channel
    kind = next((k for k in KINDS if form and k == form.kind.data), desk.kind)
    text, subject = (form.typed, form.subject.data or "") if form else ("", "")
    checked = desk.checked(text, subject, channel) if channel and form else None
    return render_template(
        "draft.html",
        desk=desk,
        record=desk.record,
        answer=answer,
        refused=refused,
        form=form,
        kind=kind,
        channel=channel,
        kinds=KINDS,
        channels=desk.channels(kind),
        checked=checked,
        characters=len(text),
        limit=desk.limit(channel) if channel else None,
        links=desk.links(text, subject) if channel == "email" else (),
    )


def _channel(form: DraftTextForm) -> Channel:
    return next((channel for channel in CHANNELS if channel == form.channel.data), "email")


def _with_replacement(text: str, findings: tuple[Finding, ...], chosen: int) -> str:
    """The text with one finding's words replaced; as it was where there is no such replacement."""
    finding = findings[chosen] if 0 <= chosen < len(findings) else None
    if finding is None or finding.replacement is None:
        return text
    return text[: finding.start] + finding.replacement + text[finding.end :]
