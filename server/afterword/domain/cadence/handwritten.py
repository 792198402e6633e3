"""The handwritten card: beside the thank-you, where the post is faster than the decision (W11, X6)."""

from ..drafts import Timing
from ..records import FollowUp
from .log import end_of_round, is_to, round_of_entry, settled
from .situation import Situation
from .thank_you import CALLED_OFF, is_handled
from .window import Window, judged, not_yet, stopped


def timing(situation: Situation) -> Timing:
    """When to post the card; stop where the decision falls before it arrives."""
    round_ = situation.round_
    if round_ is None:
        return not_yet("There is no interview in this record yet", "W11")
    if round_.status in CALLED_OFF:
        return stopped("This interview did not take place, so there is nothing to thank for", "X13")
    if done := _done(situation):
        return stopped(f"You dealt with this card {situation.say(done.at)}", "W11")
    if round_.promised_by and not _decision_is_far(situation):
        by = situation.say_day(round_.promised_by)
        away = situation.playbook.handwritten.decision_away
        return stopped(f"They decide by {by}, less than {away} away; the post would come too late", "X6")
    return judged(_window(situation), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether to suggest the card: the e-mail has gone, and the decision is known to be far enough away."""
    round_ = situation.round_
    return (
        round_ is not None
        and round_.status not in CALLED_OFF
        and situation.standing.is_waiting
        and situation.elsewhere.acceptance is None
        and is_handled(situation)
        and _decision_is_far(situation)
        and _done(situation) is None
    )


def _window(situation: Situation) -> Window:
    numbers, calendar, round_ = situation.playbook.handwritten, situation.calendar, situation.round_
    if round_ is None:
        raise ValueError("A card's window is counted from a round.")
    end = end_of_round(round_)
    next_day = calendar.day_after(calendar.day_of(end), numbers.best.amount)
    opens, _ = calendar.working_hours(next_day)
    return Window(
        opens=calendar.after(end, numbers.opens),
        best=opens,
        closes=calendar.after(end, numbers.closes),
        why=f"The interview ended {situation.say(end)}; the e-mail goes first, a card the next day",
        rules=("W11", "X6", "X25"),
    )


def _decision_is_far(situation: Situation) -> bool:
    """Whether the decision is known to be so many whole days of the interviewer's zone away (X6)."""
    promised = situation.round_.promised_by if situation.round_ else None
    away = situation.playbook.handwritten.decision_away.amount
    return promised is not None and (promised - situation.today).days >= away


def _done(situation: Situation) -> FollowUp | None:
    return next(
        (
            entry
            for entry in settled(situation.record, "thank_you")
            if entry.channel == "handwritten"
            and round_of_entry(situation.record, entry) == situation.round_
            and is_to(entry, situation.interviewer)
        ),
        None,
    )
