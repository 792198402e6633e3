"""The window and verdict for a kind and channel that the user named."""

from datetime import datetime

from ..drafts import Timing
from ..kinds import Channel, Kind
from ..playbook import Playbook
from ..records import Record, Round
from ..settings import Settings
from . import call
from .elsewhere import Elsewhere
from .log import CALLS, latest_ended
from .situation import Situation, situation_of
from .table import rule_for
from .thank_you import CALLED_OFF
from .window import stopped

# Kinds that answer what the employer said: an earlier wish not to be contacted does not stop them (W4).
_ANSWERS_THEM: frozenset[Kind] = frozenset(
    {
        "rejection_reply",
        "offer_thanks",
        "offer_ask_details",
        "offer_more_time",
        "offer_accept",
        "offer_decline",
        "withdrawal",
    }
)


def timing_for(  # noqa: PLR0917 - the parts of the question in the order in which they narrow it
    record: Record,
    round_id: str | None,
    interviewer_id: str | None,
    kind: Kind,
    channel: Channel | None,
    settings: Settings,
    playbook: Playbook,
    now: datetime,
    elsewhere: Elsewhere = Elsewhere(),  # noqa: B008 - frozen
) -> Timing:
    """When this follow-up opens, is best and closes, and the verdict at ``now`` with its reason.

    An unknown round or person is taken to be the one that the kind is about: the last missed interview, else
    the last that took place. ``channel`` matters for the card (X6) and for calls (W10).
    """
    person = record.interviewer(interviewer_id) if interviewer_id else None
    round_ = round_meant(record, round_id, interviewer_id, kind, now)
    situation = situation_of(
        record,
        round_=round_,
        interviewer=person,
        settings=settings,
        playbook=playbook,
        now=now,
        elsewhere=elsewhere,
    )
    return timing_in(situation, kind, channel)


def timing_in(situation: Situation, kind: Kind, channel: Channel | None) -> Timing:
    """The timing of a kind on a channel; an instruction of the employer stops it first (W4)."""
    if stop := _told_to_stop(situation, kind):
        return stop
    written = rule_for(kind, channel).timing(situation)
    return call.timing(situation, kind, written) if channel in CALLS else written


def _told_to_stop(situation: Situation, kind: Kind) -> Timing | None:
    instructions = situation.round_.instructions if situation.round_ else None
    if instructions is None or not instructions.do_not_contact or kind in _ANSWERS_THEM:
        return None
    text = instructions.text.strip().rstrip(".")
    said = f": “{text}”" if text else ""
    return stopped(f"They asked not to be contacted{said}", "W4")


def round_meant(
    record: Record, round_id: str | None, interviewer_id: str | None, kind: Kind, now: datetime
) -> Round | None:
    """The round it is about: the one named or the person's, but the last for the employer's kinds."""
    named = next((r for r in record.rounds if r.id == round_id), None)
    if named is None and interviewer_id:
        named = record.round_of(interviewer_id)
    if rule_for(kind).to == "employer":
        return latest_ended(record, now) or named or _latest_agreed(record)
    return (
        named
        or (_latest_called_off(record) if kind == "missed_interview" else None)
        or latest_ended(record, now)
        or _latest_agreed(record)
    )


def _latest_agreed(record: Record) -> Round | None:
    """The last interview not called off; the last of all where each was."""
    agreed = (r for r in record.rounds if r.status not in CALLED_OFF)
    return max(agreed, key=lambda r: r.at, default=_latest_called_off(record))


def _latest_called_off(record: Record) -> Round | None:
    called_off = (r for r in record.rounds if r.status in CALLED_OFF)
    return max(called_off, key=lambda r: r.at, default=None)
