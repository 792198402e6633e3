"""The answer to a rejection: at once, best within a day (X25, W20)."""

from ..drafts import Timing
from .log import settled
from .situation import Situation
from .window import Window, judged, stopped


def timing(situation: Situation) -> Timing:
    """When to answer the rejection."""
    since = situation.standing.at
    if situation.standing.kind != "rejected" or since is None:
        return stopped("No rejection is logged, so there is none to answer", "W20")
    if done := settled(situation.record, "rejection_reply", since=since):
        return stopped(f"You answered the rejection {situation.say(done[0].at)}", "W20")
    numbers, after = situation.playbook.rejection_reply, situation.calendar.after
    window = Window(
        opens=after(since, numbers.opens),
        best=after(since, numbers.best),
        closes=after(since, numbers.closes),
        why=f"They sent their decision {situation.say(since)}; an answer is best within {numbers.best}",
        rules=("W20", "X25"),
    )
    return judged(window, situation)


def called_for(situation: Situation) -> bool:
    """Whether a rejection has no answer yet."""
    standing = situation.standing
    return standing.kind == "rejected" and not settled(situation.record, "rejection_reply", since=standing.at)
