"""What a draft is made from, gathered once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..cadence import Elsewhere
from ..drafts import Timing
from ..kinds import Channel, Kind
from ..records import Interviewer, Record, Round
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class Occasion:
    """All that a draft is made from."""

    record: Record
    round: Round | None
    interviewer: Interviewer | None
    settings: Settings
    timing: Timing
    kind: Kind
    channel: Channel
    now: datetime
    answers: Mapping[str, str | None]
    has_signature: bool = False
    elsewhere: Elsewhere = field(default_factory=Elsewhere)

    @property
    def today(self) -> date:
        """The day it is for the user."""
        return self.now.astimezone(ZoneInfo(self.settings.timezone)).date()

    @property
    def round_id(self) -> str | None:
        """The round's id, if there is a round."""
        return self.round.id if self.round else None

    @property
    def interviewer_id(self) -> str | None:
        """The interviewer's id, if there is one."""
        return self.interviewer.id if self.interviewer else None

    def answer(self, field: str, kept: str | None) -> str:
        """What was answered a moment ago, else what is kept; an answer skipped leaves what is kept."""
        return (self.answers.get(field) or kept or "").strip()
