"""What the user's other records say that matters to this one (X12, X24)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from ..records import Record
from .standing import standing_of


@dataclass(frozen=True, slots=True)
class OtherOffer:
    """An offer of another employer that has to be answered. A bare date means until the end of that day."""

    record_id: str
    company: str
    at: datetime
    decide_by: date | datetime


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The offer that the user accepted."""

    record_id: str
    company: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Open offers with a deadline, and the latest acceptance, of all records but the one in question."""

    offers: tuple[OtherOffer, ...] = ()
    acceptance: Acceptance | None = None

    @classmethod
    def of(cls, others: Iterable[Record]) -> Self:
        """What these records, all other than the one in question, say of offers."""
        standings = [(record, standing_of(record)) for record in others]
        offers = tuple(
            OtherOffer(record.id, record.company, standing.at, record.outcome.decide_by)
            for record, standing in standings
            if standing.kind == "offer" and standing.at and record.outcome.decide_by
        )
        accepted = [
            Acceptance(record.id, record.company, standing.at)
            for record, standing in standings
            if standing.kind == "accepted" and standing.at
        ]
        return cls(offers, max(accepted, key=lambda a: a.at, default=None))
