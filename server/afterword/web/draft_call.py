"""The screen to have open during a call: the script, a running clock, and what to say to a machine."""

from flask import Blueprint, render_template

from ..domain.drafts import Draft
from ..domain.kinds import Channel
from ..parts import parts_of_request
from ..templates.template_errors import NoTemplateError
from .draft_desk import DraftDesk

draft_call = Blueprint("draft_call", __name__, url_prefix="/records/<record_id>/call")


@draft_call.get("/")
def show(record_id: str) -> str:
    """Script and voicemail of the kind asked for, else of the one that is due."""
    desk = DraftDesk.of_request(record_id, channel="phone")
    playbook = parts_of_request().library.playbook
    script, voicemail = _said(record_id, "phone"), _said(record_id, "voicemail")
    return render_template(
        "draft_call.html",
        desk=desk,
        record=desk.record,
        script=script,
        voicemail=voicemail,
        timing=_timing(desk),
        longest_voicemail=playbook.voicemail_max_seconds,
    )


def _said(record_id: str, channel: Channel) -> Draft | None:
    try:
        return DraftDesk.of_request(record_id, channel=channel).answer.draft
    except NoTemplateError:
        return None


def _timing(desk: DraftDesk) -> object:
    try:
        return desk.answer.timing
    except NoTemplateError:
        return None
