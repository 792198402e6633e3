"""The week on LinkedIn: what to share, comment on and like, and when it gets too much (W26, W27)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ..drafts import Finding
from ..kinds import PRESENCE_ACTIONS, PresenceAction
from ..playbook import Playbook, PresencePlan
from ..presence import PresenceEntry
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of the week's plan: how often an action is planned, and how often it was done."""

    action: PresenceAction
    planned: int
    done: int

    @property
    def left(self) -> int:
        """How often it is still to be done."""
        return max(0, self.planned - self.done)


def week_plan(
    log: Iterable[PresenceEntry], settings: Settings, now: datetime, playbook: Playbook
) -> tuple[PlanLine, ...]:
    """The plan of the week from Monday to Sunday, in the user's zone, with what is done of it (W26)."""
    done = _this_week(log, settings, now)
    return tuple(
        PlanLine(action, _planned(playbook.presence, action), sum(a == action for a, _ in done))
        for action in PRESENCE_ACTIONS
    )


def of_this_week(
    log: Iterable[PresenceEntry], settings: Settings, now: datetime
) -> tuple[PresenceEntry, ...]:
    """The entries of the week from Monday to Sunday, in the user's zone."""
    today = _day_of(now, settings)
    monday = today - timedelta(days=today.weekday())
    end = monday + timedelta(days=7)
    return tuple(entry for entry in log if monday <= _day_of(entry.at, settings) < end)


def overposting(
    log: Iterable[PresenceEntry], settings: Settings, now: datetime, playbook: Playbook
) -> tuple[Finding, ...]:
    """A warning with the numbers where more was shared today, or this week, than readers like (W27)."""
    today = _day_of(now, settings)
    shared = [day for action, day in _this_week(log, settings, now) if action == "share"]
    limits = playbook.presence
    if shared.count(today) > limits.share_per_day_limit:
        return (_too_much(shared.count(today), "today", limits.share_per_day_limit, "a day"),)
    if len(shared) > limits.share_per_week_limit:
        return (_too_much(len(shared), "this week", limits.share_per_week_limit, "a week"),)
    return ()


def too_many_posts(
    log: Iterable[PresenceEntry], settings: Settings, now: datetime, playbook: Playbook
) -> tuple[Finding, ...]:
    """A warning with the numbers where one more post would be more than readers like (W27)."""
    shared = [day for action, day in _this_week(log, settings, now) if action == "share"]
    today, limits = shared.count(_day_of(now, settings)), playbook.presence
    if today >= limits.share_per_day_limit:
        return (_one_more(today, "today", limits.share_per_day_limit, "a day"),)
    if len(shared) >= limits.share_per_week_limit:
        return (_one_more(len(shared), "this week", limits.share_per_week_limit, "a week"),)
    return ()


def _planned(plan: PresencePlan, action: PresenceAction) -> int:
    planned: dict[PresenceAction, int] = {
        "share": plan.share_per_week,
        "comment": plan.comment_per_week,
        "like": plan.like_per_week,
    }
    return planned[action]


def _this_week(
    log: Iterable[PresenceEntry], settings: Settings, now: datetime
) -> list[tuple[PresenceAction, date]]:
    return [(entry.action, _day_of(entry.at, settings)) for entry in of_this_week(log, settings, now)]


def _too_much(shared: int, when: str, limit: int, span: str) -> Finding:
    why = f"You shared {shared} posts {when}; more than {limit} {span} tires readers; keep the next one."
    return Finding(rule="W27", level="warning", words="", start=0, end=0, why=why)


def _one_more(shared: int, when: str, limit: int, span: str) -> Finding:
    posts = f"{shared} post" + ("" if shared == 1 else "s")
    why = f"You shared {posts} {when}; more than {limit} {span} tires readers, so keep this one for later."
    return Finding(rule="W27", level="warning", words="", start=0, end=0, why=why)


def _day_of(moment: datetime, settings: Settings) -> date:
    return moment.astimezone(ZoneInfo(settings.timezone)).date()
