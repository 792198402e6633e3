"""The handwritten note, laid out at the size of a small folded card, to print or to copy by hand."""

from flask import Blueprint, render_template

from .draft_desk import DraftDesk
from .draft_text_form import DraftTextForm

draft_card = Blueprint("draft_card", __name__, url_prefix="/records/<record_id>/draft/card")


@draft_card.get("/")
def show(record_id: str) -> str:
    """The note as it is drafted."""
    desk = DraftDesk.of_request(record_id, channel="handwritten")
    draft = desk.answer.draft
    return render_template("draft_card.html", desk=desk, record=desk.record, text=draft.body if draft else "")


@draft_card.post("/")
def show_typed(record_id: str) -> str:
    """The note as the user has it."""
    desk = DraftDesk.of_request(record_id, channel="handwritten")
    return render_template("draft_card.html", desk=desk, record=desk.record, text=DraftTextForm().typed)
