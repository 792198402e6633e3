"""The form of one thing done on LinkedIn."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from flask_babel import lazy_gettext
from wtforms import DateField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from ..api.schemas.presence import PresenceEntrySchema
from ..domain.kinds import PresenceAction
from .moment_fields import in_our_years
from .page_form import NEEDED, PageForm

NOON = time(12)  # of an earlier day, whose hour nobody asks for
LONGEST_NOTE = 500  # characters

ACTION_WORDS: dict[PresenceAction, Any] = {
    "share": lazy_gettext("Shared something"),
    "comment": lazy_gettext("Commented on a post"),
    "like": lazy_gettext("Liked a post"),
}


class PresenceForm(PageForm):
    """What was done, about what, and on which day."""

    shape = PresenceEntrySchema
    blamed: ClassVar[Mapping[str, str]] = {"at": "day"}

    action = RadioField(
        lazy_gettext("What did you do?"),
        [NEEDED],
        choices=[SelectChoice(*entry) for entry in ACTION_WORDS.items()],
    )
    about = StringField(
        lazy_gettext("What was it about?"),
        [Optional(), Length(max=LONGEST_NOTE)],
        description=lazy_gettext("In your own words; what has nothing to do with your work is pointed out."),
    )
    day = DateField(lazy_gettext("Day"), [NEEDED, in_our_years])

    def __init__(self, *, zone: str, now: datetime, **kwargs: Any) -> None:
        self._zone, self._now = zone, now
        self._today = now.astimezone(ZoneInfo(zone)).date()
        super().__init__(data={"day": self._today, "action": "comment"}, **kwargs)

    def facts(self) -> dict[str, Any]:
        """The entry in the API's shape."""
        return {
            "at": self._at().isoformat(),
            "action": self.action.data,
            "about": self.about.data or None,
        }

    def _at(self) -> datetime:
        # A stand-in for a day that is told to be wrong already lets the rest be checked with it.
        if self.day.errors or self.day.data in (None, self._today):
            return self._now
        return datetime.combine(self.day.data, NOON, ZoneInfo(self._zone))
