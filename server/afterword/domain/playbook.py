"""Every number of the playbook, as one value. ``shared_templates/playbook.yaml`` holds them with their rules.

Nothing here is a default: a number that the file leaves out is an error of the file.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

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


def number(low: int, high: int) -> Any:
    """A field whose value must lie between ``low`` and ``high``, both included."""
    return field(metadata={"low": low, "high": high})


def whole_days() -> Any:
    """A span that can only be counted in days."""
    return field(metadata={"unit": "days"})


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Hours of a working day, 0 to 24, in the interviewer's zone; ``late_after`` ends a moved window (W7)."""

    opens: int = number(0, 23)
    closes: int = number(1, 24)
    late_after: int = number(1, 24)


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window without a best moment of its own: any working hour in it will do."""

    opens: Span
    closes: Span


@dataclass(frozen=True, slots=True)
class DayWindow:
    """A window of whole days, from the start of its first to the end of its last (X3)."""

    opens: Span = whole_days()
    closes: Span = whole_days()


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
    decision_away: Span = whole_days()


@dataclass(frozen=True, slots=True)
class ConnectWindow:
    """The window for a connection request: from the start of a later day on (X18)."""

    closes: Span
    opens: Span = whole_days()


@dataclass(frozen=True, slots=True)
class MissedWindow:
    """The window after an interview that did not take place; it closes with that day (X13)."""

    opens: Span
    best: Span


@dataclass(frozen=True, slots=True)
class MoreTimeWindow:
    """The window for asking for time: it closes so many days before the day to decide by (X25)."""

    best: Span
    closes_before: Span = whole_days()


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """The window for answering an offer: best by so many days before the deadline, which closes it."""

    best_before: Span = whole_days()


@dataclass(frozen=True, slots=True)
class OtherOfferWindow:
    """The window for telling of another offer; that offer's deadline closes it (X24)."""

    best: Span


@dataclass(frozen=True, slots=True)
class Persistence:
    """How many messages that ask are too many, and within what time (W8)."""

    within: Span = whole_days()
    asks: int = number(1, 50)


@dataclass(frozen=True, slots=True)
class PresencePlan:
    """What a week on LinkedIn holds, and how many posts are too many (W26, W27)."""

    share_per_week: int = number(0, 50)
    comment_per_week: int = number(0, 50)
    like_per_week: int = number(0, 100)
    share_per_day_limit: int = number(1, 50)
    share_per_week_limit: int = number(1, 100)


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
    calls_without_reply: int = number(0, 20)

    email_words_min: int = number(1, 1000)
    email_words_max: int = number(1, 1000)
    email_words_flagged: int = number(1, 5000)
    email_subject: int = number(10, 200)
    email_subject_point: int = number(5, 200)
    handwritten_words: int = number(10, 500)
    words_per_minute: int = number(40, 400)
    voicemail_min_seconds: int = number(1, 300)
    voicemail_max_seconds: int = number(1, 600)
    linkedin_note_free: int = number(50, 1000)
    linkedin_note_paid: int = number(50, 1000)
    linkedin_message_characters: int = number(100, 10_000)
    inmail_subject: int = number(10, 1000)
    inmail_body: int = number(100, 10_000)
