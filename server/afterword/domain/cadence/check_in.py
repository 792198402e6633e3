"""The check-in: one to two days after the date that was promised for an answer (W5)."""

from datetime import date

from ..drafts import Timing
from .situation import Situation
from .wait import check_in_is_ahead, ends_wait, wait_of
from .window import Window, judged, stopped


def timing(situation: Situation) -> Timing:
    """When to ask after the promised answer. It exists only where a date was promised (X3)."""
    wait = wait_of(situation)
    if reason := ends_wait(situation, wait):
        return reason
    if wait is None or wait.promised_by is None:
        return stopped("They named no date for an answer, so there is no date to check in after", "W5", "X3")
    if wait.check_in:
        done = "asked" if wait.check_in.state == "sent" else "set this aside"
        return stopped(f"You {done} {situation.say(wait.check_in.at)}", "W5", "X3")
    if wait.replied_at and not check_in_is_ahead(situation, wait):
        return stopped(f"They answered {situation.say(wait.replied_at)}", "W5", "X14")
    return judged(window(situation, wait.promised_by), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether a promised date waits for its check-in."""
    wait = wait_of(situation)
    return wait is not None and ends_wait(situation, wait) is None and check_in_is_ahead(situation, wait)


def window(situation: Situation, promised_by: date) -> Window:
    """Whole days of the interviewer's zone after the date; working days if the user counts so (X2)."""
    span, calendar, working = (
        situation.playbook.check_in,
        situation.calendar,
        situation.settings.business_days,
    )
    first = calendar.day_after(promised_by, span.opens.amount, working=working)
    last = calendar.day_after(promised_by, span.closes.amount, working=working)
    days = f"{span.opens.amount} to {span.closes.amount} {'working ' if working else ''}days"
    return Window(
        opens=calendar.start_of(first),
        closes=calendar.end_of(last),
        why=f"They promised an answer by {situation.say_day(promised_by)}; ask {days} after that",
        rules=("W5", "X2") if working else ("W5",),
    )
