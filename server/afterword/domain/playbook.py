"""Every number of the playbook, as one value. ``shared_templates/playbook.yaml`` holds them with their rules.

Nothing here is a default: a number that the file leaves out is an error of the file.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

Unit = Literal["minutes", "hours", "days"]
MINUTES_OF: dict[Unit, int] = {"minutes": 1, "hours": 60, "days": 24 * 60}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a person says it. Minutes and hours elapse; days are days of the calendar."""

    amount: int
    unit: Unit

    @property
    def minutes(self) -> int:
        """The length in minutes, a day taken as 24 hours: for comparing, not for adding."""
        return self.amount * MINUTES_OF[self.unit]

    def __str__(self) -> str:
        """As a sentence has it: "1 day", "24 hours"."""
        return f"{self.amount} {self.unit if self.amount != 1 else self.unit[:-1]}"


@dataclass(frozen=True, slots=True)
class Between:
    """What a number of the file may be, both ends included."""

    low: int
    high: int


Days = Annotated[Span, "days"]  # a span that can only be counted in days
Hour = Annotated[int, Between(0, 24)]
Count = Annotated[int, Between(0, 100)]
Seconds = Annotated[int, Between(1, 600)]
Words = Annotated[int, Between(10, 5000)]
Characters = Annotated[int, Between(5, 10_000)]


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Hours of a working day, 0 to 24, in the interviewer's zone; ``late_after`` ends a moved window (W7)."""

    opens: Hour
    closes: Hour
    late_after: Hour


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window without a best moment of its own: any working hour in it will do."""

    opens: Span
    closes: Span


@dataclass(frozen=True, slots=True)
class DayWindow:
    """A window of whole days, from the start of its first to the end of its last (X3)."""

    opens: Days
    closes: Days


@dataclass(frozen=True, slots=True)
class AimedWindow:
    """A window with a best moment."""

    opens: Span
    best: Span
    closes: Span


@dataclass(frozen=True, slots=True)
class HandwrittenWindow:
    """The card's window, and how far away the decision must be for the post to arrive before it (X6)."""

    opens: Span
    best: Span
    closes: Span
    decision_away: Days


@dataclass(frozen=True, slots=True)
class ConnectWindow:
    """The window for a connection request: from the start of a later day on (X18)."""

    opens: Days
    closes: Span


@dataclass(frozen=True, slots=True)
class MissedWindow:
    """The window after an interview that did not take place; it closes with that day (X13)."""

    opens: Span
    best: Span


@dataclass(frozen=True, slots=True)
class MoreTimeWindow:
    """The window for asking for time: it closes so many days before the day to decide by (X25)."""

    best: Span
    closes_before: Days


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """The window for answering an offer: best by so many days before the deadline, which closes it."""

    best_before: Days


@dataclass(frozen=True, slots=True)
class OtherOfferWindow:
    """The window for telling of another offer; that offer's deadline closes it (X24)."""

    best: Span


@dataclass(frozen=True, slots=True)
class Persistence:
    """How many messages that ask are too many, and within what time (W8)."""

    asks: Count
    within: Days


@dataclass(frozen=True, slots=True)
class PresencePlan:
    """What a week on LinkedIn holds, and how many posts are too many (W26, W27)."""

    share_per_week: Count
    comment_per_week: Count
    like_per_week: Count
    share_per_day_limit: Count
    share_per_week_limit: Count


@dataclass(frozen=True, slots=True)
class Playbook:
    """All numbers: windows first, then limits and lengths (words, characters, seconds)."""

    working_hours: WorkingHours
    thank_you: OpenWindow
    thank_you_within_24h: AimedWindow
    check_in: DayWindow
    second_follow_up: DayWindow
    rejection_reply: AimedWindow
    offer_thanks: OpenWindow
    offer_more_time: MoreTimeWindow
    offer_answer: AnswerWindow
    other_offer: OtherOfferWindow
    withdrawal: AimedWindow
    missed_interview: MissedWindow
    connect: ConnectWindow
    handwritten: HandwrittenWindow
    stay_in_touch: AimedWindow

    persistence: Persistence
    presence: PresencePlan
    calls_without_reply: Count

    email_words_min: Words
    email_words_max: Words
    email_words_flagged: Words
    email_subject: Characters
    email_subject_point: Characters
    handwritten_words: Words
    words_per_minute: Words
    voicemail_min_seconds: Seconds
    voicemail_max_seconds: Seconds
    linkedin_note_free: Characters
    linkedin_note_paid: Characters
    linkedin_message_characters: Characters
    linkedin_post_characters: Characters
    inmail_subject: Characters
    inmail_body: Characters
