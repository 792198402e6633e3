"""Six members of one panel: no two messages alike (X8)."""

import subprocess
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from afterword.domain.composing.dealing import deal
from afterword.domain.drafts import Draft
from afterword.domain.kinds import Channel, Kind
from afterword.domain.records import FollowUp, Record
from tests.builders import at

Compose = Callable[..., Draft]
Panel = Callable[..., Record]

CLOSING = {"W14", "W18"}
ONE_NOTE = "We talked about the move to Kafka. She liked my thesis."


def drafts_of(record: Record, draft: Compose, kind: Kind, channel: Channel, **more: object) -> list[Draft]:
    return [draft(kind, channel, record=record, person=p, **more) for p in record.rounds[0].interviewers]


def likeness(one: Draft, other: Draft) -> float:
    return SequenceMatcher(None, one.body.split(), other.body.split(), autojunk=False).ratio()


@pytest.mark.parametrize("role", ["hiring_manager", "recruiter", "peer", "other"])
@pytest.mark.parametrize("note", ["the move of billing to Kafka", ONE_NOTE, None])
@pytest.mark.parametrize(
    "more", [{"wording": 0}, {"wording": 5}, {"verdict": "late"}, {"has_signature": True}]
)
def test_X8_any_two_of_six_thank_yous_differ_even_with_the_same_facts(
    draft: Compose, panel: Panel, role: str, note: str | None, more: dict[str, object]
) -> None:
    record = panel(hiring_role=role, talked_about=note)

    drafts = drafts_of(record, draft, "thank_you", "email", **more)

    for one, other in combinations(drafts, 2):
        assert likeness(one, other) < 0.6
        shared = {s.text for s in one.sentences if not CLOSING & set(s.rules)} & {
            s.text for s in other.sentences
        }
        assert not shared


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("thank_you", "linkedin_message"),
        ("thank_you", "linkedin_inmail"),
        ("thank_you", "handwritten"),
        ("check_in", "email"),
        ("second_follow_up", "email"),
        ("rejection_reply", "email"),
        ("withdrawal", "email"),
        ("stay_in_touch", "email"),
        ("connect", "linkedin_message"),
        ("connect", "linkedin_note"),
    ],
)
def test_X8_no_two_of_six_share_a_sentence_in_the_other_kinds_a_panel_gets(
    draft: Compose, panel: Panel, kind: Kind, channel: Channel
) -> None:
    drafts = drafts_of(panel(), draft, kind, channel)

    for one, other in combinations(drafts, 2):
        assert likeness(one, other) < 0.6
        shared = {s.text for s in one.sentences if not CLOSING & set(s.rules)} & {
            s.text for s in other.sentences
        }
        assert shared <= {"Robin Ellis"}


def test_X8_another_wording_is_another_text_and_not_a_neighbours(draft: Compose, panel: Panel) -> None:
    record = panel()
    person = record.rounds[0].interviewers[0]

    first, second, third = (draft(record=record, person=person, wording=n) for n in range(3))

    assert len({first.body, second.body, third.body}) == 3
    neighbours = {d.body for d in drafts_of(record, draft, "thank_you", "email")[1:]}
    assert not {second.body, third.body} & neighbours


def test_X8_a_new_wording_avoids_what_others_of_the_panel_were_sent(draft: Compose, panel: Panel) -> None:
    record = panel()
    people = record.rounds[0].interviewers
    sent = tuple(
        FollowUp(
            id=f"f{person.seat}",
            kind="thank_you",
            channel="email",
            state="sent",
            at=at("2026-11-21T12:00:00-05:00"),
            round_id="round-1",
            interviewer_id=person.id,
            text=draft(record=record, person=person).body,
        )
        for person in people[1:3]
    )

    for wording in range(6):
        new = draft(record=panel({"follow_ups": sent}), person=people[0], wording=wording)
        point = next(s.text for s in new.sentences if s.source == "note" and "Kafka" in s.text)
        assert not any(point in (entry.text or "") for entry in sent)


def test_the_same_request_gives_the_same_draft_in_another_process(draft: Compose) -> None:
    program = (
        "from afterword.domain.composing.dealing import deal;"
        "print([deal(n, ('acme', 'round-1', 'thank_you', 'email', 'point'), 3, 2) for n in range(1, 12)])"
    )
    path = {"PYTHONPATH": "server", "PYTHONHASHSEED": "7"}

    elsewhere = subprocess.run(
        [sys.executable, "-c", program], env=path, capture_output=True, text=True, check=True
    )

    here = [deal(n, ("acme", "round-1", "thank_you", "email", "point"), 3, 2) for n in range(1, 12)]
    assert elsewhere.stdout.strip() == str(here)
    assert draft() == draft()


@pytest.mark.parametrize("count", range(1, 12))
def test_the_deal_gives_neighbours_different_wordings_and_each_wording_its_turn(count: int) -> None:
    key = ("record", "round", "part")

    seats = {deal(count, key, seat, 0) for seat in range(count)}
    turns = {deal(count, key, 0, wording) for wording in range(count)}

    assert seats == set(range(count))
    assert turns == set(range(count))
