"""From a window of the playbook to the one that holds here: instructions (W4), then days off (X2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ..drafts import Timing
from ..kinds import Verdict
from .situation import Situation


@dataclass(frozen=True, slots=True)
class Window:
    """When a follow-up is right. All moments in UTC.

    ``best`` None: any working hour of the window. ``no_later``: the best moment is a latest one, so an
    earlier working hour is better than a late evening. ``firm``: a deadline closes the window, which never
    moves. ``why``: the reason's first clauses, without a full stop.
    """

    opens: datetime
    closes: datetime | None
    why: str
    rules: tuple[str, ...]
    best: datetime | None = None
    no_later: bool = False
    firm: bool = False


def judged(window: Window, situation: Situation, *, instructed: bool = False) -> Timing:
    """The verdict on a window now. ``instructed``: what the employer said about following up holds (W4)."""
    if instructed:
        window = _moved_by_instruction(window, situation)
    settled = with_best_moment(window, situation)
    verdict = _verdict(settled, situation.now)
    return _timing(verdict, settled, situation)


def with_best_moment(window: Window, situation: Situation) -> Window:
    """The window with its recommended moment; X2 may move that, and the close with it (W7)."""
    best = _best_inside(window, situation)
    closes = window.closes or window.opens
    if best:
        shaped = not window.firm and situation.calendar.is_day_off(closes)
        return replace(window, best=best, rules=_with(window.rules, "X2") if shaped else window.rules)
    morning = situation.calendar.next_working_morning(closes)
    return replace(
        window,
        best=morning,
        closes=situation.calendar.late_after(situation.calendar.day_of(morning)),
        why=f"{window.why}. Nobody works then, so the next working morning is better",
        rules=_with(window.rules, "X2", "W7"),
    )


def stopped(why: str, *rules: str) -> Timing:
    """A follow-up that should not be written, or not any more."""
    return Timing("stop", None, None, None, f"{why}.", rules)


def not_yet(why: str, *rules: str) -> Timing:
    """A follow-up before which something else has to happen, nobody knows when."""
    return Timing("too_soon", None, None, None, f"{why}.", rules)


def _best_inside(window: Window, situation: Situation) -> datetime | None:
    """The recommended moment where the window has one; None where only the next working morning is left."""
    calendar, closes = situation.calendar, window.closes
    if window.best is None:
        return calendar.first_working(window.opens, closes)
    best = max(window.opens, min(window.best, closes) if closes else window.best)
    if calendar.is_working(best):
        return best
    ends_on_day_off = closes is not None and not window.firm and calendar.is_day_off(closes)
    if not window.no_later and not ends_on_day_off:
        return best
    earlier = calendar.last_working_stretch(window.opens, best)
    if earlier or not ends_on_day_off:
        return earlier or best
    return calendar.first_working(best, closes)


def _moved_by_instruction(window: Window, situation: Situation) -> Window:
    """The window from when the employer allows it; one that has closed by then keeps its length (W4)."""
    instructions = situation.round_.instructions if situation.round_ else None
    if instructions is None:
        return window
    why, opens, closes = window.why, window.opens, window.closes
    if instructions.text.strip():
        why = f"{why}; they said “{instructions.text.strip().rstrip('.')}”"
    if instructions.not_before and instructions.not_before > opens:
        length = closes - opens if closes else None
        opens = instructions.not_before.astimezone(UTC)
        why = f"{why}; they asked to hear nothing before {situation.say(opens)}"
        closes = closes if closes is None or length is None or closes > opens else opens + length
    return replace(window, opens=opens, closes=closes, why=why, rules=_with(window.rules, "W4"))


def _verdict(window: Window, now: datetime) -> Verdict:
    if now < window.opens:
        return "too_soon"
    return "late" if window.closes and now > window.closes else "open"


def _timing(verdict: Verdict, window: Window, situation: Situation) -> Timing:
    local = situation.calendar.local
    extra: dict[Verdict, tuple[str, ...]] = {"too_soon": ("W6",), "late": ("W7",)}
    return Timing(
        verdict=verdict,
        opens_at=local(window.opens),
        best_at=local(window.best) if window.best else None,
        closes_at=local(window.closes) if window.closes else None,
        reason=f"{window.why}{_ending(verdict, window, situation)}.",
        rules=_with(window.rules, *extra.get(verdict, ())),
    )


def _ending(verdict: Verdict, window: Window, situation: Situation) -> str:
    tense = "was" if window.best and window.best < situation.now else "is"
    best = f". The best moment {tense} {situation.say(window.best)}" if window.best else ""
    if verdict == "too_soon":
        return f". It is too soon until {situation.say(window.opens)}{best}"
    if verdict == "late" and window.closes:
        return f". The time for it ended {situation.say(window.closes)}"
    return best


def _with(rules: Iterable[str], *more: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*rules, *more)))
