"""Where the interviewer's clock stands."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from ..records import Interviewer, Round
from ..settings import Settings


def zone_of(interviewer: Interviewer | None, round_: Round | None, settings: Settings) -> tzinfo:
    """The zone that days and working hours are counted in.

    The person's own if it is known; else the user's, if at the interview its clock showed the same as the
    time given; else the fixed offset of that time, which knows no daylight saving.
    """
    if interviewer and interviewer.timezone:
        return ZoneInfo(interviewer.timezone)
    own = ZoneInfo(settings.timezone)
    if round_ is None:
        return own
    return own if _same_clock(round_.at, own) else _zone_in(round_.at)


def _same_clock(moment: datetime, zone: tzinfo) -> bool:
    return moment.astimezone(zone).utcoffset() == moment.utcoffset()


def _zone_in(moment: datetime) -> tzinfo:
    assert moment.tzinfo is not None  # noqa: S101 - all moments of a record have a zone
    return moment.tzinfo
