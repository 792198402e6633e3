"""Everything that a window may depend on, gathered once."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from ..calendar import Calendar, day_in_words, moment_in_words, zone_of
from ..playbook import Playbook
from ..records import Interviewer, Record, Round
from ..settings import Settings
from .elsewhere import Elsewhere
from .standing import Standing, standing_of


@dataclass(frozen=True, slots=True)
class Situation:
    """One record, seen for one round and one person at one moment (``now``, in UTC)."""

    record: Record
    round_: Round | None
    interviewer: Interviewer | None
    settings: Settings
    playbook: Playbook
    now: datetime
    elsewhere: Elsewhere
    calendar: Calendar
    standing: Standing

    @property
    def today(self) -> date:
        """The day it is for the interviewer."""
        return self.calendar.day_of(self.now)

    @property
    def who(self) -> str:
        """Whom a reason speaks of."""
        return self.interviewer.name if self.interviewer else "them"

    def say(self, moment: datetime) -> str:
        """A moment in words on the interviewer's clock, said to be theirs where the user's differs."""
        local = self.calendar.local(moment)
        own = zone_of(None, None, self.settings)
        theirs = "" if local.utcoffset() == moment.astimezone(own).utcoffset() else " (their time)"
        return f"{moment_in_words(local, self.today)}{theirs}"

    def say_day(self, day: date) -> str:
        """A day in words."""
        return day_in_words(day, self.today)


def situation_of(
    record: Record,
    *,
    round_: Round | None,
    interviewer: Interviewer | None,
    settings: Settings,
    playbook: Playbook,
    now: datetime,
    elsewhere: Elsewhere,
) -> Situation:
    """The situation for a round and a person, either of which may be unknown."""
    calendar = Calendar(
        zone=zone_of(interviewer, round_, settings),
        country=record.country or settings.country,
        hours=playbook.working_hours,
    )
    return Situation(
        record=record,
        round_=round_,
        interviewer=interviewer,
        settings=settings,
        playbook=playbook,
        now=now.astimezone(UTC),
        elsewhere=elsewhere,
        calendar=calendar,
        standing=standing_of(record),
    )
