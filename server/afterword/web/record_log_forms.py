"""The forms of the log: what the user sent or said, what came back, and what to be reminded of later."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from flask_babel import gettext, lazy_gettext
from wtforms import DateField, SelectField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from ..api.schemas.follow_up import FollowUpSchema, ReplySchema, SnoozeSchema
from ..api.schemas.shape import Shape
from ..domain.records import FollowUp, Record, Reply, Snooze
from .moment_fields import in_our_years, moment_of
from .page_form import NEEDED, PageForm
from .words import CHANNEL_WORDS, KIND_WORDS, REPLY_WORDS

_MORNING = time(9)


class _DatedForm(PageForm):
    """A form that asks on which day and at what time; ``moment_name`` is the shape's name for it."""

    moment_name: ClassVar[str] = "at"
    empty_time: ClassVar[time | None] = None

    def __init__(self, *, zone: str, now: datetime, **data: Any) -> None:
        clock = now.astimezone(ZoneInfo(zone))
        today = {"date": clock.date(), "time": clock.time().replace(second=0, microsecond=0)}
        super().__init__(data={**today, **data})
        self._zone = zone
        self._now = now

    def validate_time(self, _field: TimeField) -> None:
        """An hour that the clocks skip that day is no time at all."""
        self._moment()

    def facts(self) -> dict[str, Any]:
        """What the form says, in the API's shape."""
        # A stand-in for a moment that is told to be wrong already lets the rest be checked with it.
        moment = self._now if self["date"].errors or self["time"].errors else self._moment() or self._now
        return {**self._said(), self.moment_name: moment.isoformat()}

    def _said(self) -> dict[str, Any]:
        raise NotImplementedError

    def _moment(self) -> datetime | None:
        return moment_of(self["date"], self["time"], self._zone, otherwise=self.empty_time)


class SentForm(_DatedForm):
    """Something the user sent, posted or said without the extension."""

    shape = FollowUpSchema
    blamed: ClassVar[Mapping[str, str]] = {"at": "date", "interviewer_id": "person"}

    kind = SelectField(
        lazy_gettext("What was it?"), choices=[SelectChoice(*entry) for entry in KIND_WORDS.items()]
    )
    channel = SelectField(
        lazy_gettext("How did it go?"), choices=[SelectChoice(*entry) for entry in CHANNEL_WORDS.items()]
    )
    person = SelectField(lazy_gettext("To whom?"), [Optional()])
    date = DateField(lazy_gettext("On which day?"), [NEEDED, in_our_years])
    time = TimeField(lazy_gettext("At what time?"), [NEEDED])
    text = TextAreaField(lazy_gettext("The text, or what was said"), [Optional()], render_kw={"rows": 4})

    def __init__(self, record: Record, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        people = {person.id: person.name for round_ in record.rounds for person in round_.interviewers}
        nobody = SelectChoice("", gettext("Nobody in particular"))
        self.person.choices = [nobody, *(SelectChoice(*entry) for entry in people.items())]

    def _said(self) -> dict[str, Any]:
        return {
            "kind": self.kind.data,
            "channel": self.channel.data,
            "state": "sent",
            "interviewer_id": self.person.data or None,
            "text": self.text.data,
        }

    def entry(self) -> FollowUp:
        """The log entry that a valid form describes."""
        return FollowUp(**{"id": "", **self.loaded})


class ReplyForm(_DatedForm):
    """What the employer answered."""

    shape = ReplySchema
    blamed: ClassVar[Mapping[str, str]] = {"at": "date", "from": "sender"}

    says = SelectField(
        lazy_gettext("What did they say?"), choices=[SelectChoice(*entry) for entry in REPLY_WORDS.items()]
    )
    sender = StringField(
        lazy_gettext("Who answered?"), [Optional()], render_kw={"list": "people-of-the-record"}
    )
    date = DateField(lazy_gettext("On which day?"), [NEEDED, in_our_years])
    time = TimeField(lazy_gettext("At what time?"), [NEEDED])
    text = TextAreaField(lazy_gettext("Their words"), [Optional()], render_kw={"rows": 4})

    def _said(self) -> dict[str, Any]:
        return {"says": self.says.data, "from": self.sender.data, "text": self.text.data}

    def reply(self) -> Reply:
        """The reply that a valid form describes."""
        loaded: Reply = self.loaded
        return loaded


class SnoozeForm(_DatedForm):
    """The wish not to be reminded of one kind before a day."""

    shape: ClassVar[type[Shape]] = SnoozeSchema
    blamed: ClassVar[Mapping[str, str]] = {"until": "date"}
    moment_name = "until"
    empty_time = _MORNING

    kind = SelectField(
        lazy_gettext("Which reminder?"), choices=[SelectChoice(*entry) for entry in KIND_WORDS.items()]
    )
    date = DateField(lazy_gettext("Not before which day?"), [NEEDED, in_our_years])
    time = TimeField(
        lazy_gettext("At what time?"),
        [Optional()],
        description=lazy_gettext("Left empty: nine in the morning."),
    )

    def _said(self) -> dict[str, Any]:
        return {"kind": self.kind.data}

    def put_off(self) -> Snooze:
        """The snooze that a valid form describes."""
        loaded: Snooze = self.loaded
        return loaded
