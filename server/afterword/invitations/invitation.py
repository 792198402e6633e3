"""What an invitation says, as far as a record wants to know it."""

from dataclasses import dataclass
from datetime import datetime

from ..domain.errors import InvalidInputError
from ..domain.kinds import RoundKind


class NoInvitationError(InvalidInputError):
    """What was given is no invitation that can be read; the message says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody the invitation names besides the user. ``email`` may be missing, ``name`` never is."""

    name: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An interview to come.

    ``at`` stands on a clock of the zone that ``zone`` names (IANA); ``has_time`` is false for a whole day,
    whose hour nobody said. ``minutes`` is None where no end is given. ``company`` and ``role`` are guesses
    and may be empty. ``remarks``: what was assumed, in sentences.
    """

    title: str
    at: datetime
    zone: str
    has_time: bool
    minutes: int | None
    kind: RoundKind
    company: str
    role: str
    people: tuple[Invited, ...]
    is_cancelled: bool
    remarks: tuple[str, ...]
