"""The small monthly allowance of personalised notes on a free LinkedIn account (X16)."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from ..records import FollowUp
from ..settings import Settings


def notes_left(follow_ups: Iterable[FollowUp], settings: Settings, now: datetime) -> int | None:
    """How many notes may still be sent this month, in the user's zone; None on a paid account: no limit.

    ``follow_ups``: those of all records.
    """
    if settings.linkedin_paid:
        return None
    zone = ZoneInfo(settings.timezone)
    this_month = _month_of(now, zone)
    used = sum(
        entry.channel == "linkedin_note" and entry.state == "sent" and _month_of(entry.at, zone) == this_month
        for entry in follow_ups
    )
    return max(0, settings.linkedin_notes_per_month - used)


def _month_of(moment: datetime, zone: ZoneInfo) -> tuple[int, int]:
    local = moment.astimezone(zone)
    return local.year, local.month
