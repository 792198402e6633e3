"""A word some months after the process ended (X25)."""

from ..drafts import Timing
from ..kinds import OutcomeKind
from .log import settled
from .situation import Situation
from .window import Window, judged, not_yet, stopped

_ENDED: frozenset[OutcomeKind] = frozenset({"rejected", "declined", "withdrawn", "moved_on"})


def timing(situation: Situation) -> Timing:
    """When to write again to somebody of a process that ended."""
    standing = situation.standing
    if standing.kind == "accepted":
        return stopped("You accepted their offer, so you will be in touch anyway", "X25")
    if standing.kind not in _ENDED or standing.at is None:
        return not_yet("The process has not ended yet; this message comes months after it has", "X25")
    if done := settled(situation.record, "stay_in_touch", since=standing.at):
        return stopped(f"You wrote {situation.say(done[0].at)}", "X25")
    numbers, after = situation.playbook.stay_in_touch, situation.calendar.after
    window = Window(
        opens=after(standing.at, numbers.opens),
        best=after(standing.at, numbers.best),
        closes=after(standing.at, numbers.closes),
        why=f"The process ended {situation.say(standing.at)}; a word is welcome {_range(situation)} later",
        rules=("X25",),
    )
    return judged(window, situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether the process ended and nobody was written to since."""
    standing = situation.standing
    ended = standing.kind in _ENDED and standing.at is not None
    return ended and not settled(situation.record, "stay_in_touch", since=standing.at)


def _range(situation: Situation) -> str:
    numbers = situation.playbook.stay_in_touch
    return f"{numbers.opens.amount} to {numbers.closes}"
