"""The form of a draft as the user has it on the page: what the log will say was sent."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from ..api.schemas.follow_up import FollowUpSchema
from ..domain.drafts import Draft
from ..domain.records import FollowUp
from .page_form import NEEDED, PageForm

_CARRIED = ("kind", "channel", "round_id", "interviewer_id", "draft_id", "wording")


class DraftTextForm(PageForm):
    """Subject and text, with what they are for."""

    shape = FollowUpSchema

    kind = HiddenField()
    channel = HiddenField()
    round_id = HiddenField()
    interviewer_id = HiddenField()
    draft_id = HiddenField()
    wording = HiddenField()
    subject = StringField(lazy_gettext("Subject"), [Optional()], render_kw={"autocomplete": "off"})
    text = TextAreaField(
        lazy_gettext("Text"), [NEEDED], render_kw={"rows": 14, "spellcheck": "true", "autocomplete": "off"}
    )

    def __init__(self, draft: Draft | None = None, **kwargs: Any) -> None:
        carried = {name: getattr(draft, name) for name in _CARRIED} if draft else {}
        text = {"subject": draft.subject or "", "text": draft.body} if draft else {}
        super().__init__(data={**carried, **text}, **kwargs)

    @property
    def typed(self) -> str:
        """The text with plain line breaks: browsers send each as two characters."""
        return (self.text.data or "").replace("\r\n", "\n")

    def facts(self) -> dict[str, Any]:
        """The log entry in the API's shape."""
        carried = {name: self[name].data or None for name in _CARRIED if name != "wording"}
        wording = self.wording.data or ""
        return {
            **carried,
            "state": "sent",
            "wording": int(wording) if wording.isdecimal() else None,
            "subject": self.subject.data,
            "text": self.typed,
        }

    def entry(self) -> FollowUp:
        """The log entry that a valid form describes, its moment still to be given."""
        return FollowUp(**{"id": "", **self.loaded})
