"""The steps that can be taken on Today without opening a record."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from .. import keeping, sending
from ..domain.kinds import CHANNELS, KINDS, FollowUpState
from ..domain.records import FollowUp, Outcome, Snooze
from ..parts import parts_of_request

Word = TypeVar("Word", bound=str)

today_steps = Blueprint("today_steps", __name__, url_prefix="/today/<record_id>")

SNOOZES = (1, 3, 7)  # days
MORNING = time(9)


@today_steps.post("/sent")
def note_as_sent(record_id: str) -> Response:
    """Log that a follow-up was sent."""
    _log(record_id, "sent")
    flash(gettext("Noted as sent."))
    return _back()


@today_steps.post("/dismissed")
def dismiss(record_id: str) -> Response:
    """Log that a follow-up is not going to be sent."""
    _log(record_id, "dismissed")
    flash(gettext("Set aside. It stands in the record’s log."))
    return _back()


@today_steps.post("/snooze")
def snooze(record_id: str) -> Response:
    """Put a reminder off for some days, until the morning of the user's clock."""
    parts = parts_of_request()
    now, zone = parts.clock.now(), ZoneInfo(parts.store.settings.get().timezone)
    days = next((n for n in SNOOZES if str(n) == request.form.get("days")), SNOOZES[0])
    day = now.astimezone(zone).date() + timedelta(days=days)
    put_off = Snooze(_one_of(KINDS, "kind"), datetime.combine(day, MORNING, zone))
    sending.snooze(record_id, put_off, records=parts.store.records, now=now)
    flash(gettext("Put off; you will see it again then."))
    return _back()


@today_steps.post("/move-on")
def move_on(record_id: str) -> Response:
    """Close a record to which nobody answered (W19)."""
    parts = parts_of_request()
    now = parts.clock.now()
    over = Outcome("moved_on", at=now)
    keeping.note_outcome(record_id, over, expected_version=None, records=parts.store.records, now=now)
    flash(gettext("Closed, with nothing lost: the record stays. Good luck with the next one."))
    return _back()


def _log(record_id: str, state: FollowUpState) -> None:
    parts = parts_of_request()
    records, stamp = parts.store.records, parts.clock.stamp()
    inserted = _entry(records.get(record_id).follow_ups)
    entry = FollowUp(
        id="",
        kind=_one_of(KINDS, "kind"),
        channel=_one_of(CHANNELS, "channel"),
        state=state,
        at=stamp,
        round_id=request.form.get("round_id") or None,
        interviewer_id=request.form.get("interviewer_id") or None,
    )
    if inserted:  # its text and wording are what was sent
        entry = replace(inserted, id="", state=state, at=stamp)
    sending.log_follow_up(record_id, entry, records=records, now=stamp)


def _entry(follow_ups: tuple[FollowUp, ...]) -> FollowUp | None:
    return next((entry for entry in follow_ups if entry.id == request.form.get("entry_id")), None)


def _one_of(known: tuple[Word, ...], field: str) -> Word:
    return next((word for word in known if word == request.form.get(field)), None) or abort(400)


def _back() -> Response:
    return redirect(url_for("web.today.show"))
