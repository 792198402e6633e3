"""The stage of a record (W2), how it stands, and whether a message came late (W7)."""

from dataclasses import replace

import pytest

from afterword.domain.cadence import (
    Standing,
    due_items,
    rounds_without_follow_up,
    stage_of,
    standing_of,
    was_late,
)
from afterword.domain.records import FollowUp, Outcome, Reply
from tests.builders import a_record, a_round, at, settings_of

NOW = at("2026-11-24T10:00-05:00")
THANKED = FollowUp("t", "thank_you", "email", "sent", at("2026-11-23T09:00-05:00"), "round-1", "dana")


def a_reply(says, when="2026-11-23T15:00-05:00"):
    return Reply(f"{says}-{when}", at(when), says)


@pytest.mark.parametrize(
    ("record", "stage"),
    [
        pytest.param(a_record(rounds=()), "planned", id="no interview"),
        pytest.param(
            a_record(rounds=(a_round(at=at("2026-11-25T10:00-05:00"), status="planned"),)),
            "planned",
            id="an interview to come",
        ),
        pytest.param(a_record(), "interviewed", id="no follow-up sent"),
        pytest.param(
            a_record(follow_ups=(replace(THANKED, state="inserted"),)), "interviewed", id="only inserted"
        ),
        pytest.param(a_record(follow_ups=(THANKED,)), "waiting", id="thanked"),
        pytest.param(a_record(replies=(a_reply("next_round"),)), "next_round", id="invited by reply"),
        pytest.param(
            a_record(rounds=(a_round(), a_round(id="r2", at=at("2026-11-30T10:00-05:00"), status="planned"))),
            "next_round",
            id="the next interview is agreed",
        ),
        pytest.param(a_record(replies=(a_reply("rejection"),)), "rejected", id="rejected by reply"),
        pytest.param(a_record(replies=(a_reply("offer"),)), "offer", id="offered by reply"),
        pytest.param(
            a_record(replies=(a_reply("still_deciding"),), follow_ups=(THANKED,)),
            "waiting",
            id="still deciding",
        ),
        pytest.param(a_record(outcome=Outcome("moved_on", NOW)), "moved_on", id="the user's word"),
    ],
)
def test_W2_stage_from_log_outcome_and_clock(record, stage):
    assert stage_of(record, NOW) == stage


def test_W2_a_round_with_no_follow_up_sent_is_told_apart():
    second = a_round(id="round-2", at=at("2026-11-23T15:00-05:00"), interviewers=())
    record = a_record(rounds=(a_round(), second), follow_ups=(THANKED,))

    assert rounds_without_follow_up(record, NOW) == (second,)


@pytest.mark.parametrize(
    ("outcome", "replies", "kind"),
    [
        pytest.param(
            Outcome("accepted", NOW), (a_reply("rejection"),), "accepted", id="the user's last word stays"
        ),
        pytest.param(
            Outcome("offer", at("2026-11-21T10:00-05:00")),
            (a_reply("rejection"),),
            "rejected",
            id="an offer taken back",
        ),
        pytest.param(
            Outcome(),
            (a_reply("rejection"), a_reply("next_round", "2026-11-24T09:00-05:00")),
            "next_round",
            id="the latest telling reply",
        ),
        pytest.param(
            Outcome(),
            (a_reply("offer"), a_reply("other", "2026-11-24T09:00-05:00")),
            "offer",
            id="small talk changes nothing",
        ),
        pytest.param(
            Outcome(),
            (a_reply("next_round", "2026-11-19T09:00-05:00"),),
            "waiting",
            id="the invitation came about",
        ),
    ],
)
def test_how_a_process_stands(outcome, replies, kind):
    assert standing_of(a_record(outcome=outcome, replies=replies)).kind == kind


def test_a_process_of_which_nothing_is_known_is_waiting():
    assert standing_of(a_record()) == Standing("waiting", None)


@pytest.mark.parametrize(
    ("sent_at", "late"),
    [
        pytest.param("2026-11-21T17:00-05:00", False, id="when the window opened"),
        pytest.param("2026-11-23T12:00-05:00", False, id="noon of the moved morning"),
        pytest.param("2026-11-23T12:01-05:00", True, id="after that noon"),
    ],
)
def test_W7_the_record_shows_a_late_thank_you_as_late(playbook, sent_at, late):
    entry = replace(THANKED, at=at(sent_at))
    record = a_record(follow_ups=(entry,), outcome=Outcome("rejected", NOW))

    assert was_late(record, entry, settings_of(), playbook) is late


def test_W7_a_message_sent_at_the_recommended_moment_is_never_late(playbook):
    (item, _) = due_items(a_record(), settings_of(), playbook, at("2026-11-21T17:00-05:00"))
    entry = replace(THANKED, at=item.timing.best_at)

    assert not was_late(a_record(follow_ups=(entry,)), entry, settings_of(), playbook)
