"""Withdrawing here after another offer was accepted (X12, X25)."""

from datetime import datetime

from ..drafts import Timing
from .log import settled
from .situation import Situation
from .window import Window, judged, stopped


def timing(situation: Situation) -> Timing:
    """When to tell this employer that the user is not available any more."""
    if done := settled(situation.record, "withdrawal"):
        return stopped(f"You withdrew {situation.say(done[0].at)}", "X12")
    cause = _cause(situation)
    if cause is None:
        return stopped("You have not accepted another offer or noted that you are withdrawing", "X12")
    since, why = cause
    numbers, after = situation.playbook.withdrawal, situation.calendar.after
    window = Window(
        opens=after(since, numbers.opens),
        best=after(since, numbers.best),
        closes=after(since, numbers.closes),
        why=f"{why} {situation.say(since)}; tell them within {numbers.best}, {numbers.closes} at the latest",
        rules=("X12", "X25"),
    )
    return judged(window, situation)


def called_for(situation: Situation) -> bool:
    """Whether this employer still counts on the user."""
    return _cause(situation) is not None and not settled(situation.record, "withdrawal")


def _cause(situation: Situation) -> tuple[datetime, str] | None:
    standing, acceptance = situation.standing, situation.elsewhere.acceptance
    if standing.kind == "withdrawn" and standing.at:
        return standing.at, "You decided to withdraw"
    if acceptance and standing.is_open:
        return acceptance.at, f"You accepted the offer of {acceptance.company}"
    return None
