"""A call: inside an open check-in or offer window, in the other's working hours (W10, X5, X25)."""

from datetime import UTC, datetime

from ..drafts import Timing
from ..kinds import Kind
from .log import CALLS, latest_reply
from .situation import Situation
from .window import Window, judged, stopped

_CALLED_ABOUT: frozenset[Kind] = frozenset(
    {"check_in", "offer_thanks", "offer_ask_details", "offer_more_time", "offer_accept", "offer_decline"}
)


def timing(situation: Situation, kind: Kind, written: Timing) -> Timing:
    """When to call instead of writing. ``written``: the timing of the same kind as a message."""
    if kind not in _CALLED_ABOUT:
        return stopped("A call fits a check-in or an offer; here a message is better", "W10", "X25")
    if not is_welcome(situation):
        return stopped(
            "Calls are for urgent matters and informal settings; here a message is better", "W10", "X25"
        )
    if calls_left(situation) < 1:
        calls = situation.playbook.calls_without_reply
        return stopped(
            f"You called {calls} times without a reply; one more call would be too much, so write", "X5"
        )
    if written.verdict == "stop" or written.opens_at is None:
        return written
    return judged(_window(situation, written, written.opens_at), situation)


def is_welcome(situation: Situation) -> bool:
    """Whether the user marked the matter urgent or the setting informal (W10)."""
    return situation.record.informal or situation.record.outcome.urgent


def is_offered(situation: Situation, kind: Kind) -> bool:
    """Whether a call may stand beside the message of this kind."""
    return kind in _CALLED_ABOUT and is_welcome(situation) and calls_left(situation) > 0


def calls_left(situation: Situation) -> int:
    """How many calls to this employer are left until they reply (X5)."""
    reply = latest_reply(situation.record)
    made = sum(
        entry.channel in CALLS and entry.state == "sent" and (reply is None or entry.at > reply.at)
        for entry in situation.record.follow_ups
    )
    return situation.playbook.calls_without_reply - made


def _window(situation: Situation, written: Timing, opens_at: datetime) -> Window:
    """The working hours of now or next inside the message's window; its last ones once all have passed."""
    calendar = situation.calendar
    opens = opens_at.astimezone(UTC)
    closes = written.closes_at.astimezone(UTC) if written.closes_at else None
    now = max(opens, situation.now)
    start = calendar.first_working(now, closes)
    if start is None:
        start = calendar.last_working_stretch(opens, closes or now) or opens
    day_opens, day_closes = calendar.working_hours(calendar.day_of(start))
    begins = max(opens, day_opens)
    ends = min(day_closes, closes) if closes else day_closes
    return Window(
        opens=begins,
        best=begins,
        closes=max(begins, ends),
        why=f"You may ask about this from {situation.say(opens)}; call during their working hours",
        rules=("W10", "X25", *written.rules),
        firm=True,
    )
