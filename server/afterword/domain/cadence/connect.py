"""The LinkedIn connection request: from the day after the interview (X18, W24, X25)."""

from ..drafts import Timing
from .log import end_of_round, same_person, settled
from .situation import Situation
from .thank_you import CALLED_OFF, best_window
from .window import Window, judged, not_yet, stopped


def timing(situation: Situation) -> Timing:
    """When to ask this person for a connection."""
    if situation.round_ is None:
        return not_yet("There is no interview in this record yet", "X18")
    if situation.round_.status in CALLED_OFF:
        return stopped("You have not met: the interview did not take place", "X18", "W24")
    if _done(situation):
        return stopped("You asked for this connection already, or set it aside", "W24")
    return judged(_window(situation), situation, instructed=True)


def called_for(situation: Situation) -> bool:
    """Whether this person was met and may be on LinkedIn, and no request was sent."""
    round_, person = situation.round_, situation.interviewer
    return (
        round_ is not None
        and person is not None
        and round_.status not in CALLED_OFF
        and bool(person.linkedin_url or situation.settings.linkedin_url)
        and situation.standing.kind != "withdrawn"
        and not _done(situation)
        and not _met_before(situation)
    )


def _window(situation: Situation) -> Window:
    """From the start of the next day in the interviewer's zone; best not before the thank-you is."""
    numbers, calendar, round_ = situation.playbook.connect, situation.calendar, situation.round_
    if round_ is None:
        raise ValueError("A connection request's window is counted from a round.")
    end = end_of_round(round_)
    day = calendar.day_of(end)
    opens = calendar.start_of(calendar.day_after(day, numbers.opens.amount))
    closes = calendar.after(end, numbers.closes)
    thanks = best_window(situation).best
    return Window(
        opens=opens,
        best=thanks if thanks and thanks >= opens else calendar.first_working(opens, closes),
        closes=closes,
        why=f"You met {situation.say_day(day)}; a request on the same day looks pushy, so wait a day",
        rules=("X18", "W24", "X25"),
    )


def _met_before(situation: Situation) -> bool:
    """Whether this person was met in an earlier round already, to which the request then belongs."""
    person, round_ = situation.interviewer, situation.round_
    if person is None or round_ is None:
        return False
    ids = same_person(situation.record, person) - {person.id}
    earlier = (r for r in situation.record.rounds if r.at < round_.at and r.status not in CALLED_OFF)
    return any(i.id in ids for r in earlier for i in r.interviewers)


def _done(situation: Situation) -> bool:
    person = situation.interviewer
    ids = same_person(situation.record, person) if person else frozenset()
    return any(entry.interviewer_id in ids for entry in settled(situation.record, "connect"))
