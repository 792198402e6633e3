"""The offer family: thanks, the details, more time, yes or no (W21, W22, W23, X25)."""

from datetime import date, datetime, timedelta

from ..calendar import Calendar
from ..drafts import Timing
from ..kinds import Kind, OutcomeKind
from .log import settled
from .situation import Situation
from .window import Window, judged, stopped

_ANSWERS: dict[Kind, OutcomeKind] = {"offer_accept": "accepted", "offer_decline": "declined"}
_DECISIONS: frozenset[Kind] = frozenset({"offer_more_time", "offer_accept", "offer_decline"})
DECIDE = "What comes next is yours to decide: choose more time, a yes or a no, and the draft says it."


def thanks_timing(situation: Situation) -> Timing:
    """When to thank for the offer (W21)."""
    return _prompt_timing(situation, "offer_thanks", "thank them at once, the same day", "W21")


def details_timing(situation: Situation) -> Timing:
    """When to ask for the contract's details and the next steps (W21)."""
    return _prompt_timing(situation, "offer_ask_details", "ask for what is missing the same day", "W21")


def more_time_timing(situation: Situation) -> Timing:
    """When to ask for time to decide (W22): early, and not on the last day."""
    made_at = _offered_at(situation)
    if made_at is None:
        return _no_offer("W22")
    if stop := _already(situation, "offer_more_time", "W22"):
        return stop
    numbers, calendar = situation.playbook.offer_more_time, situation.calendar
    deadline = situation.record.outcome.decide_by
    closes = None
    if deadline:
        closes = max(made_at, _days_before(calendar, deadline, numbers.closes_before.amount))
    best = calendar.after(made_at, numbers.best)
    window = Window(
        opens=made_at,
        best=min(best, closes) if closes else best,
        closes=closes,
        why=f"They made the offer {situation.say(made_at)}; ask for time early, within {numbers.best}",
        rules=("W22", "X25"),
        firm=True,
    )
    return judged(window, situation)


def accept_timing(situation: Situation) -> Timing:
    """When to accept (W23)."""
    return _answer_timing(situation, "offer_accept")


def decline_timing(situation: Situation) -> Timing:
    """When to decline (W23)."""
    return _answer_timing(situation, "offer_decline")


def thanks_called_for(situation: Situation) -> bool:
    """Whether an offer has not been thanked for."""
    return _is_open_offer(situation) and not _done(situation, "offer_thanks")


def details_called_for(situation: Situation) -> bool:
    """Whether the contract is not there and nobody has asked for it."""
    return (
        _is_open_offer(situation)
        and not situation.record.outcome.contract_received
        and not _done(situation, "offer_ask_details")
    )


def more_time_called_for(situation: Situation) -> bool:
    """Whether the user may still ask for time."""
    return _is_open_offer(situation) and not _done(situation, "offer_more_time")


def accept_called_for(situation: Situation) -> bool:
    """Whether a yes may be said: the user decided so, or has yet to decide."""
    return _answer_called_for(situation, "offer_accept")


def decline_called_for(situation: Situation) -> bool:
    """Whether a no may be said: the user decided so, or has yet to decide."""
    return _answer_called_for(situation, "offer_decline")


def is_undecided(situation: Situation, kind: Kind) -> bool:
    """Whether a click must not draft this kind by itself: only the user knows what to answer (W22, W23)."""
    return kind in _DECISIONS and situation.standing.kind == "offer"


def deadline_of(calendar: Calendar, decide_by: date | datetime) -> datetime:
    """The moment a deadline ends, in UTC; a bare date lasts until the end of its day."""
    return _days_before(calendar, decide_by, 0)


def _days_before(calendar: Calendar, decide_by: date | datetime, days: int) -> datetime:
    if isinstance(decide_by, datetime):
        local = calendar.local(decide_by)
        return calendar.at(local.date() - timedelta(days=days), local.time().replace(fold=0))
    return calendar.end_of(decide_by - timedelta(days=days))


def _prompt_timing(situation: Situation, kind: Kind, what: str, rule: str) -> Timing:
    """A window that opens with the offer and is best on the same day."""
    made_at = _offered_at(situation)
    if made_at is None:
        return _no_offer(rule)
    if stop := _already(situation, kind, rule):
        return stop
    numbers, calendar = situation.playbook.offer_thanks, situation.calendar
    opens = calendar.after(made_at, numbers.opens)
    same_day = calendar.end_of(calendar.day_of(opens))
    window = Window(
        opens=opens,
        best=calendar.first_working(opens, same_day) or opens,
        closes=calendar.after(made_at, numbers.closes),
        why=f"They made the offer {situation.say(made_at)}; {what}",
        rules=(rule, "X25"),
    )
    return judged(window, situation)


def _answer_timing(situation: Situation, kind: Kind) -> Timing:
    since = situation.standing.at
    if situation.standing.kind not in ("offer", _ANSWERS[kind]) or since is None:
        return _no_offer("W23")
    if stop := _already(situation, kind, "W23"):
        return stop
    numbers, calendar = situation.playbook.offer_answer, situation.calendar
    deadline = situation.record.outcome.decide_by
    if deadline is None:
        why = f"They made the offer {situation.say(since)} and named no date; answer when you are ready"
        return judged(Window(since, None, why, ("W23", "X25"), best=since, firm=True), situation)
    day_before = calendar.day_of(deadline_of(calendar, deadline)) - timedelta(days=numbers.best_before.amount)
    closes = max(since, deadline_of(calendar, deadline))
    window = Window(
        opens=since,
        best=calendar.end_of(day_before),
        closes=closes,
        why=f"They wait for your answer until {situation.say(closes)}; it is best given by the day before",
        rules=("W23", "X25"),
        no_later=True,
        firm=True,
    )
    return judged(window, situation)


def _answer_called_for(situation: Situation, kind: Kind) -> bool:
    standing = situation.standing
    if _done(situation, "offer_accept") or _done(situation, "offer_decline"):
        return False
    undecided = standing.kind == "offer" and situation.record.outcome.decide_by is not None
    return standing.kind == _ANSWERS[kind] or (undecided and _is_open_offer(situation))


def _is_open_offer(situation: Situation) -> bool:
    """Whether the offer still waits for an answer; after an acceptance elsewhere it does not (X12)."""
    if situation.standing.kind != "offer" or situation.elsewhere.acceptance is not None:
        return False
    return not (_done(situation, "offer_accept") or _done(situation, "offer_decline"))


def _offered_at(situation: Situation) -> datetime | None:
    """When the offer was made; None without one. After an acceptance its own date stands for it."""
    standing = situation.standing
    return standing.at if standing.kind in ("offer", "accepted") else None


def _done(situation: Situation, kind: Kind) -> bool:
    return bool(settled(situation.record, kind))


def _already(situation: Situation, kind: Kind, rule: str) -> Timing | None:
    done = settled(situation.record, kind)
    return stopped(f"You did this {situation.say(done[0].at)}", rule) if done else None


def _no_offer(rule: str) -> Timing:
    return stopped("No offer is logged for this record", rule)
