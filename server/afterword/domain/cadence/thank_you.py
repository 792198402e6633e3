"""The thank-you: 24 to 48 hours after the interview (W3, W4), or within 24 hours (X1)."""

from ..drafts import Timing
from ..records import FollowUp
from .log import end_of_round, is_to, round_of_entry, same_person, settled
from .situation import Situation
from .window import Window, judged, not_yet, stopped, with_best_moment

CALLED_OFF = frozenset({"missed", "cancelled"})


def timing(situation: Situation) -> Timing:
    """When to thank this person for this round."""
    round_ = situation.round_
    if round_ is None:
        return not_yet("There is no interview in this record yet", "W3")
    if round_.status in CALLED_OFF:
        return stopped("This interview did not take place, so there is nothing to thank for", "X13")
    if thanked := _done(situation):
        return stopped(f"{_what_was_done(thanked)} {situation.say(thanked.at)}", "W3", "X3")
    return judged(window(situation), situation, instructed=True)


def window(situation: Situation) -> Window:
    """The thank-you's window from the interview's end (W3), by the preset chosen in the settings (X1)."""
    round_, calendar = situation.round_, situation.calendar
    if round_ is None:
        raise ValueError("A thank-you's window is counted from a round.")
    end = end_of_round(round_)
    ended = f"The interview {'ended' if end <= situation.now else 'ends'} {situation.say(end)}"
    if situation.settings.timing_preset == "within-24h":
        early = situation.playbook.thank_you_within_24h
        return Window(
            opens=calendar.after(end, early.opens),
            closes=calendar.after(end, early.closes),
            why=f"{ended}; you chose to thank within {early.best}, {early.closes} at the latest",
            rules=("X1", *_phone_rule(situation)),
            best=calendar.after(end, early.best),
            no_later=True,
        )
    usual = situation.playbook.thank_you
    return Window(
        opens=calendar.after(end, usual.opens),
        closes=calendar.after(end, usual.closes),
        why=f"{ended}; a thank-you is best {usual.opens.amount} to {usual.closes} later",
        rules=("W3", *_phone_rule(situation)),
    )


def best_window(situation: Situation) -> Window:
    """The window with its recommended moment, for what goes along with the thank-you."""
    return with_best_moment(window(situation), situation)


def called_for(situation: Situation) -> bool:
    """Whether this person is still to be thanked for this round."""
    round_ = situation.round_
    return (
        round_ is not None
        and round_.status not in CALLED_OFF
        and situation.standing.kind in ("waiting", "next_round")
        and situation.elsewhere.acceptance is None
        and _done(situation) is None
        and not _met_again(situation)
    )


def is_handled(situation: Situation) -> bool:
    """Whether this person was thanked for this round, or the user set the thank-you aside."""
    return _done(situation) is not None


def _done(situation: Situation) -> FollowUp | None:
    """The entry that settles the thank-you: sent on any channel but the card, or dismissed."""
    return next(
        (
            entry
            for entry in settled(situation.record, "thank_you")
            if entry.channel != "handwritten"
            and round_of_entry(situation.record, entry) == situation.round_
            and is_to(entry, situation.interviewer)
        ),
        None,
    )


def _met_again(situation: Situation) -> bool:
    """Whether the same person is by now to be thanked for a later round: that one message is enough."""
    person, round_ = situation.interviewer, situation.round_
    if person is None or round_ is None:
        return False
    ids = same_person(situation.record, person) - {person.id}
    opens = situation.playbook.thank_you.opens
    return any(
        other.at > round_.at
        and other.status not in CALLED_OFF
        and situation.calendar.after(end_of_round(other), opens) <= situation.now
        and any(i.id in ids for i in other.interviewers)
        for other in situation.record.rounds
    )


def _what_was_done(entry: FollowUp) -> str:
    return "You sent this thank-you" if entry.state == "sent" else "You set this thank-you aside"


def _phone_rule(situation: Situation) -> tuple[str, ...]:
    return ("W4",) if situation.round_ and situation.round_.kind == "phone" else ()
