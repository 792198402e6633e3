"""The two clocks: one that a demo may stop, and the one that stamps what really happens."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time. ``fixed`` is the moment of ``--now``; it moves cadence and drafts and nothing else."""

    fixed: datetime | None = None

    def now(self) -> datetime:
        """The moment for cadence and drafts: the fixed one if there is one."""
        return self.fixed or self.stamp()

    @staticmethod
    def stamp() -> datetime:
        """The real moment: for pairing, log-ins and the log's own stamps."""
        return datetime.now(UTC)
