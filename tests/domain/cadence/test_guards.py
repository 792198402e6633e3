"""Counting: messages that ask (W8, W28), notes this month (X16), posts on LinkedIn (W26, W27)."""

from dataclasses import replace

import pytest

from afterword.domain.cadence import (
    asks_since_reply,
    notes_left,
    overposting,
    persistence_findings,
    week_plan,
)
from afterword.domain.presence import PresenceEntry
from afterword.domain.records import FollowUp, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NOW = at("2026-11-24T10:00-05:00")  # a Tuesday


def a_message(kind, when, channel="email", person="dana", state="sent"):
    return FollowUp(f"{kind}-{channel}-{when}", kind, channel, state, at(when), "round-1", person)


CHECK_IN = a_message("check_in", "2026-11-20T10:00-05:00")
CALL = a_message("check_in", "2026-11-22T10:00-05:00", "phone")
MESSAGE = a_message("second_follow_up", "2026-11-23T10:00-05:00", "linkedin_message")


DANA = an_interviewer()
LEE = an_interviewer(id="lee", name="Lee Osei", email="lee@acme.example")


def a_log(*entries, replies=(), people=(DANA,)):
    return a_record(rounds=(a_round(interviewers=people),), follow_ups=entries, replies=replies)


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        pytest.param((), 0, id="nothing"),
        pytest.param((CHECK_IN, CALL, MESSAGE), 3, id="every channel counts"),
        pytest.param(
            (
                a_message("thank_you", "2026-11-21T10:00-05:00"),
                a_message("thank_you", "2026-11-22T10:00-05:00", "handwritten"),
                a_message("connect", "2026-11-22T10:00-05:00", "linkedin_note"),
            ),
            0,
            id="thank-you, card and request do not ask",
        ),
        pytest.param(
            (CHECK_IN, replace(CALL, state="inserted"), replace(MESSAGE, state="dismissed")),
            1,
            id="only what was sent",
        ),
        pytest.param(
            (CHECK_IN, a_message("check_in", "2026-11-17T09:59-05:00", "phone")),
            1,
            id="older than seven days",
        ),
        pytest.param((CHECK_IN, replace(CALL, interviewer_id="lee")), 1, id="to somebody else"),
        pytest.param((CHECK_IN, replace(CALL, interviewer_id=None)), 2, id="to nobody in particular"),
    ],
)
def test_W8_counts_the_messages_that_ask_one_person(playbook, entries, count):

    assert len(asks_since_reply(a_log(*entries, people=(DANA, LEE)), "dana", playbook, NOW)) == count


def test_W8_a_person_met_in_two_rounds_is_one_person(playbook):
    again = a_round(id="round-2", interviewers=(an_interviewer(id="dana-2"),))
    record = replace(a_log(CHECK_IN, replace(CALL, interviewer_id="dana-2")), rounds=(a_round(), again))

    assert len(asks_since_reply(record, "dana-2", playbook, NOW)) == 2


@pytest.mark.parametrize(
    ("sender", "count"),
    [
        pytest.param(None, 1, id="nobody named"),
        pytest.param("Dana Whitfield", 1, id="by name"),
        pytest.param("Dana <dana@acme.example>", 1, id="by address"),
        pytest.param("lee@acme.example", 3, id="another person of the record"),
    ],
)
def test_X14_a_reply_of_that_person_resets_the_count_of_W8(playbook, sender, count):
    reply = Reply("r", at("2026-11-22T12:00-05:00"), "other", sender)
    record = a_log(CHECK_IN, CALL, MESSAGE, replies=(reply,), people=(DANA, LEE))

    assert len(asks_since_reply(record, "dana", playbook, NOW)) == count


def test_W8_W28_warns_with_the_numbers_before_the_third_within_seven_days(playbook):
    record = a_log(CHECK_IN, CALL)

    (finding,) = persistence_findings(record, "dana", "second_follow_up", playbook, NOW)

    assert (finding.rule, finding.level, finding.start, finding.end) == ("W8", "warning", 0, 0)
    assert "You asked Dana Whitfield 2 times in the last 7 days without a reply" in finding.why
    assert "3 within 7 days" in finding.why


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        pytest.param(a_log(CHECK_IN), "second_follow_up", id="the second"),
        pytest.param(a_log(CHECK_IN, CALL, MESSAGE), "thank_you", id="a thank-you does not ask"),
        pytest.param(
            a_log(CHECK_IN, CALL, replies=(Reply("r", NOW, "other"),)), "second_follow_up", id="they replied"
        ),
    ],
)
def test_W8_says_nothing_where_nobody_is_pressed(playbook, record, kind):
    assert persistence_findings(record, "dana", kind, playbook, NOW) == ()


def test_W8_counts_the_employer_as_well(playbook):
    record = a_log(CHECK_IN, replace(CALL, interviewer_id="lee"), people=(DANA, LEE))

    (finding,) = persistence_findings(record, "dana", "check_in", playbook, NOW)

    assert "You asked Acme 2 times" in finding.why


def test_W8_the_numbers_are_the_playbooks(playbook):
    patient = replace(playbook, persistence=replace(playbook.persistence, asks=5))

    assert persistence_findings(a_log(CHECK_IN, CALL, MESSAGE), "dana", "check_in", patient, NOW) == ()


def a_note(when, **fields):
    return a_message("connect", when, **{"channel": "linkedin_note", **fields})


@pytest.mark.parametrize(
    ("log", "settings", "left"),
    [
        pytest.param((), {}, 5, id="none sent"),
        pytest.param(
            (a_note("2026-11-03T10:00-05:00"), a_note("2026-11-20T10:00-05:00")), {}, 3, id="two sent"
        ),
        pytest.param((a_note("2026-10-31T23:59-04:00"),), {}, 5, id="last month"),
        pytest.param((a_note("2026-11-01T03:59+00:00"),), {}, 5, id="last month in the user's zone"),
        pytest.param((a_note("2026-11-03T10:00-05:00", state="inserted"),), {}, 5, id="only inserted"),
        pytest.param((a_note("2026-11-03T10:00-05:00", channel="linkedin_message"),), {}, 5, id="a message"),
        pytest.param((a_note("2026-11-03T10:00-05:00"),), {"linkedin_notes_per_month": 1}, 0, id="all used"),
        pytest.param(
            (a_note("2026-11-03T10:00-05:00"),), {"linkedin_notes_per_month": 0}, 0, id="never below none"
        ),
        pytest.param((a_note("2026-11-03T10:00-05:00"),), {"linkedin_paid": True}, None, id="a paid account"),
    ],
)
def test_X16_notes_left_this_month(log, settings, left):
    assert notes_left(log, settings_of(**settings), NOW) == left


def a_post(when, action="share"):
    return PresenceEntry(f"{action}-{when}", at(when), action)


def test_W26_the_weeks_plan_with_what_is_done_of_it(playbook):
    log = (
        a_post("2026-11-22T23:00-05:00", "comment"),
        a_post("2026-11-23T09:00-05:00", "comment"),
        a_post("2026-11-24T09:00-05:00", "share"),
    )

    lines = week_plan(log, settings_of(), NOW, playbook)

    assert [(line.action, line.planned, line.done, line.left) for line in lines] == [
        ("share", 1, 1, 0),
        ("comment", 2, 1, 1),
        ("like", 3, 0, 3),
    ]


@pytest.mark.parametrize(
    ("log", "words"),
    [
        pytest.param((a_post("2026-11-24T08:00-05:00"),), None, id="one a day"),
        pytest.param(
            (a_post("2026-11-24T08:00-05:00"), a_post("2026-11-24T09:00-05:00")), "2 posts today", id="two"
        ),
        pytest.param(
            tuple(a_post(f"2026-11-{day}T08:00-05:00") for day in (23, 24, 25, 26)),
            "4 posts this week",
            id="four in a week",
        ),
        pytest.param(
            tuple(a_post(f"2026-11-24T0{hour}:00-05:00", "like") for hour in range(5)), None, id="likes"
        ),
    ],
)
def test_W27_overposting_is_flagged_with_the_numbers(playbook, log, words):
    findings = overposting(log, settings_of(), NOW, playbook)

    assert [finding.rule for finding in findings] == (["W27"] if words else [])
    assert all(words in finding.why for finding in findings)
