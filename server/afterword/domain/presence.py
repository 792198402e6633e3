"""What the user did on LinkedIn to keep the profile alive (W26, W27)."""

from dataclasses import dataclass
from datetime import datetime

from .kinds import PresenceAction


@dataclass(frozen=True, slots=True)
class PresenceEntry:
    """One thing shared, commented on or liked; ``about`` is the user's own note of what it was."""

    id: str
    at: datetime
    action: PresenceAction
    about: str | None = None
