"""How a process stands: what the user noted as its outcome, or what the employer's latest reply says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from ..kinds import OutcomeKind, ReplySays
from ..records import Record, Reply

_MEANS: dict[ReplySays, OutcomeKind] = {
    "rejection": "rejected",
    "offer": "offer",
    "next_round": "next_round",
}
# Outcomes that a later reply of the employer still changes; the others are the user's own last word.
_OPEN: frozenset[OutcomeKind] = frozenset({"waiting", "next_round", "offer"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a process and since when; ``at``, in UTC, is None while nothing has been heard."""

    kind: OutcomeKind = "waiting"
    at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the employer still owes an answer."""
        return self.kind == "waiting"

    @property
    def is_open(self) -> bool:
        """Whether the process goes on: nobody has said the last word."""
        return self.kind in _OPEN


def standing_of(record: Record) -> Standing:
    """How the process stands by outcome and replies; a reply counts as the fact at its moment."""
    noted = Standing(record.outcome.kind, record.outcome.at and record.outcome.at.astimezone(UTC))
    if noted.kind not in _OPEN:
        return noted
    told = _told(record, noted)
    standing = told or noted
    if standing.kind == "next_round" and _came_about(record, standing.at):
        return Standing()
    return standing


def _told(record: Record, noted: Standing) -> Standing | None:
    """What the latest telling reply says, unless the outcome was noted since or a round was held since."""
    reply = _latest(r for r in record.replies if r.says in _MEANS)
    if reply is None or _MEANS[reply.says] == noted.kind or (noted.at and noted.at > reply.at):
        return None
    if any(r.at > reply.at for r in record.rounds if r.status == "held"):
        return None
    return Standing(_MEANS[reply.says], reply.at.astimezone(UTC))


def _came_about(record: Record, invited_at: datetime | None) -> bool:
    """Whether the next round was agreed or held since the invitation."""
    agreed = [r for r in record.rounds if r.status in ("held", "planned")]
    return any(r.at > invited_at for r in agreed) if invited_at else len(agreed) > 1


def _latest(replies: Iterable[Reply]) -> Reply | None:
    return max(replies, key=lambda r: r.at, default=None)
