"""The draft for one person of a record, to read, copy and note as sent."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import drafting, sending
from ..domain.drafts import DraftAnswer, DraftRequest
from ..domain.kinds import CHANNELS, KINDS, Channel, Kind
from ..domain.records import FollowUp, Record
from ..parts import parts_of_request

drafts = Blueprint("drafts", __name__, url_prefix="/records/<record_id>/draft")


@drafts.get("/")
def show(record_id: str) -> str:
    """The draft that is due for this person, or the one of the kind and channel asked for."""
    record = parts_of_request().store.records.get(record_id)
    return render_template("draft.html", record=record, answer=_answer(record), wording=_wording())


@drafts.post("/sent")
def note_as_sent(record_id: str) -> Response:
    """Log that the user sent this draft by hand."""
    parts = parts_of_request()
    draft = _answer(parts.store.records.get(record_id)).draft
    if draft is not None:
        entry = FollowUp(
            id="",
            kind=draft.kind,
            channel=draft.channel,
            state="sent",
            at=parts.clock.stamp(),
            round_id=draft.round_id,
            interviewer_id=draft.interviewer_id,
            draft_id=draft.draft_id,
            wording=draft.wording,
            subject=draft.subject,
            text=draft.body,
        )
        sending.log_follow_up(record_id, entry, records=parts.store.records, now=parts.clock.stamp())
        flash(gettext("Noted as sent."))
    return redirect(url_for("web.records.show", record_id=record_id))


def _answer(record: Record) -> DraftAnswer:
    parts = parts_of_request()
    wanted = DraftRequest(
        surface="page",
        record_id=record.id,
        round_id=request.values.get("round_id"),
        interviewer_id=request.values.get("interviewer_id"),
        kind=_kind(),
        channel=_channel(),
        wording=_wording(),
        facts={},  # asked for on the record's own page, so a missing one is simply left out
    )
    return drafting.draft_follow_up(
        wanted,
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )


def _kind() -> Kind | None:
    return next((kind for kind in KINDS if kind == request.values.get("kind")), None)


def _channel() -> Channel | None:
    return next((channel for channel in CHANNELS if channel == request.values.get("channel")), None)


def _wording() -> int:
    return max(0, request.values.get("wording", 0, type=int))
