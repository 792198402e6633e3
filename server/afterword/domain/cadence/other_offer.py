"""Telling this employer, once, that another offer has a deadline (X24, X25)."""

from datetime import UTC, datetime
from operator import itemgetter

from ..drafts import Timing
from ..kinds import OutcomeKind
from .elsewhere import OtherOffer
from .log import latest_ended, settled
from .offer import deadline_of
from .situation import Situation
from .window import Window, judged, stopped

_STILL_DECIDING: frozenset[OutcomeKind] = frozenset({"waiting", "next_round"})


def timing(situation: Situation) -> Timing:
    """When to tell of the other offer."""
    if situation.standing.kind not in _STILL_DECIDING:
        return stopped(
            "This employer is no longer deciding, so there is no need to mention another offer", "X24"
        )
    if done := settled(situation.record, "other_offer"):
        return stopped(f"You told them {situation.say(done[0].at)}; once is enough", "X24")
    offer = _most_urgent(situation)
    if offer is None:
        return stopped("No other offer with a deadline is in your records", "X24")
    return judged(_window(situation, offer), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether an offer elsewhere has a deadline to come while this employer decides after an interview."""
    offer = _most_urgent(situation)
    return (
        offer is not None
        and situation.now <= _deadline(situation, offer)
        and situation.standing.kind in _STILL_DECIDING
        and situation.elsewhere.acceptance is None
        and latest_ended(situation.record, situation.now) is not None
        and not settled(situation.record, "other_offer")
    )


def _window(situation: Situation, offer: OtherOffer) -> Window:
    closes = _deadline(situation, offer)
    opens = offer.at.astimezone(UTC)
    return Window(
        opens=opens,
        best=situation.calendar.after(offer.at, situation.playbook.other_offer.best),
        closes=max(opens, closes),
        why=f"{offer.company} waits for your answer until {situation.say(closes)}; mention it here once",
        rules=("X24", "X25"),
        firm=True,
    )


def _most_urgent(situation: Situation) -> OtherOffer | None:
    """The offer whose deadline comes next; the last one where all have passed."""
    deadlines = [(_deadline(situation, offer), offer) for offer in situation.elsewhere.offers]
    ahead = [each for each in deadlines if each[0] >= situation.now]
    by_deadline = itemgetter(0)
    if ahead:
        return min(ahead, key=by_deadline)[1]
    return max(deadlines, key=by_deadline)[1] if deadlines else None


def _deadline(situation: Situation, offer: OtherOffer) -> datetime:
    return deadline_of(situation.calendar, offer.decide_by)
