"""The one table of kinds: to change a kind of follow-up, change the file that its row names."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..drafts import Timing
from ..kinds import Channel, Kind
from . import (
    check_in,
    connect,
    handwritten,
    missed_interview,
    offer,
    other_offer,
    rejection_reply,
    second_follow_up,
    stay_in_touch,
    thank_you,
    withdrawal,
)
from .situation import Situation

_MESSAGE: tuple[Channel, ...] = ("email", "linkedin_message", "linkedin_inmail")


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row: a kind of follow-up on the channels that share a window.

    ``timing`` answers for a user who names the kind; ``called_for`` tells whether the product offers it.
    ``to``: each person of each round, the people of a missed round, or the employer's one main contact.
    ``optional``: a nicety that is not offered any more once its window has closed.
    """

    kind: Kind
    timing: Callable[[Situation], Timing]
    called_for: Callable[[Situation], bool]
    channels: tuple[Channel, ...] = _MESSAGE
    to: Literal["person", "missed_round", "employer"] = "employer"
    optional: bool = False
    advice: Callable[[Situation], str | None] = lambda _: None


# In the order of X3 and of urgency: of several that are open, the first is what a click drafts.
TABLE: tuple[KindRule, ...] = (
    KindRule("missed_interview", missed_interview.timing, missed_interview.called_for, to="missed_round"),
    KindRule("rejection_reply", rejection_reply.timing, rejection_reply.called_for),
    KindRule("offer_thanks", offer.thanks_timing, offer.thanks_called_for),
    KindRule("offer_ask_details", offer.details_timing, offer.details_called_for),
    KindRule("offer_more_time", offer.more_time_timing, offer.more_time_called_for, optional=True),
    KindRule("offer_accept", offer.accept_timing, offer.accept_called_for),
    KindRule("offer_decline", offer.decline_timing, offer.decline_called_for),
    KindRule("withdrawal", withdrawal.timing, withdrawal.called_for),
    KindRule("thank_you", thank_you.timing, thank_you.called_for, to="person"),
    KindRule(
        "thank_you", handwritten.timing, handwritten.called_for, ("handwritten",), to="person", optional=True
    ),
    KindRule("check_in", check_in.timing, check_in.called_for),
    KindRule(
        "second_follow_up",
        second_follow_up.timing,
        second_follow_up.called_for,
        advice=second_follow_up.advice,
    ),
    # After the nudges: that there is another offer is told when the user means to, not because a date came.
    KindRule("other_offer", other_offer.timing, other_offer.called_for, optional=True),
    KindRule("connect", connect.timing, connect.called_for, ("linkedin_note",), to="person", optional=True),
    KindRule("stay_in_touch", stay_in_touch.timing, stay_in_touch.called_for, optional=True),
)


def rule_for(kind: Kind, channel: Channel | None = None) -> KindRule:
    """The row of a kind on a channel; the kind's first row where no row has that channel."""
    rows = _ROWS[kind]
    return next((row for row in rows if channel in row.channels), rows[0])


_ROWS: dict[Kind, tuple[KindRule, ...]] = {
    each.kind: tuple(row for row in TABLE if row.kind == each.kind) for each in TABLE
}
