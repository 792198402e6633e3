"""The log over the API: follow-ups, replies, reminders put off, presence."""

import pytest

from tests.api.bodies import a_record_body


@pytest.fixture
def record(api):
    return api.call("POST", "records", a_record_body()).json


@pytest.fixture
def dana(record):
    return record["rounds"][0]["interviewers"][0]["id"]


def a_follow_up(**fields):
    return {"kind": "thank_you", "channel": "email", "state": "sent", **fields}


def test_a_follow_up_is_logged_for_its_person_and_round(api, record, dana):
    entry = a_follow_up(draft_id="d1", interviewer_id=dana, at="2026-11-21T15:30:00-05:00", text="Dear Dana")

    answer = api.call("POST", f"records/{record['id']}/follow-ups", entry)

    assert answer.status_code == 201
    assert answer.json["round_id"] == record["rounds"][0]["id"]
    assert answer.json["at"] == "2026-11-21T15:30:00-05:00"
    assert api.call("GET", f"records/{record['id']}/follow-ups").json["items"] == [answer.json]


def test_the_same_draft_in_the_same_state_twice_is_one_entry(api, record):
    first = api.call("POST", f"records/{record['id']}/follow-ups", a_follow_up(draft_id="d1"))

    second = api.call("POST", f"records/{record['id']}/follow-ups", a_follow_up(draft_id="d1"))

    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json == first.json
    assert len(api.call("GET", f"records/{record['id']}/follow-ups").json["items"]) == 1


def test_inserted_and_then_sent_are_two_entries(api, record):
    path = f"records/{record['id']}/follow-ups"
    api.call("POST", path, a_follow_up(draft_id="d1", state="inserted"))

    api.call("POST", path, a_follow_up(draft_id="d1", state="sent"))

    assert [entry["state"] for entry in api.call("GET", path).json["items"]] == ["inserted", "sent"]


def test_an_entry_without_a_moment_is_stamped_by_the_real_clock_whatever_the_demos_says(api, record, parts):
    before = parts.clock.stamp()

    answer = api.call("POST", f"records/{record['id']}/follow-ups", a_follow_up())

    assert answer.status_code == 201
    assert answer.json["at"] >= before.isoformat()


WRONG_ENTRIES = {
    "an entry in the future": (a_follow_up(at="2027-01-01T09:00:00-05:00"), "at"),
    "a moment without a zone": (a_follow_up(at="2026-11-21T09:00:00"), "at"),
    "a stranger": (a_follow_up(interviewer_id="nobody"), "interviewer_id"),
    "another record's interview": (a_follow_up(round_id="nowhere"), "round_id"),
    "an unknown kind": (a_follow_up(kind="fourth_nudge"), "kind"),
    "an unknown channel": (a_follow_up(channel="pigeon"), "channel"),
    "an unknown state": (a_follow_up(state="opened"), "state"),
    "no state": ({"kind": "thank_you", "channel": "email"}, "state"),
}


@pytest.mark.parametrize(("entry", "field"), WRONG_ENTRIES.values(), ids=WRONG_ENTRIES)
def test_an_entry_that_does_not_fit_is_422_and_logged_nowhere(api, record, entry, field):
    answer = api.call("POST", f"records/{record['id']}/follow-ups", entry)

    assert answer.status_code == 422
    assert field in answer.json["fields"]
    assert api.call("GET", f"records/{record['id']}/follow-ups").json["items"] == []


def test_a_reply_is_logged_with_its_sender(api, record):
    reply = {"at": "2026-11-21T10:00:00-05:00", "from": "Dana", "says": "still_deciding", "text": "Soon."}

    answer = api.call("POST", f"records/{record['id']}/replies", reply)

    assert answer.status_code == 201
    assert answer.json == {**reply, "id": answer.json["id"]}
    assert api.call("GET", f"records/{record['id']}/replies").json["items"] == [answer.json]


@pytest.mark.parametrize(
    ("reply", "field"),
    [
        ({"says": "offer"}, "at"),
        ({"at": "2026-11-21T10:00:00-05:00", "says": "maybe"}, "says"),
        ({"at": "2027-11-21T10:00:00-05:00", "says": "offer"}, "at"),
    ],
)
def test_a_reply_that_does_not_fit_is_422(api, record, reply, field):
    answer = api.call("POST", f"records/{record['id']}/replies", reply)

    assert answer.status_code == 422
    assert field in answer.json["fields"]


def test_a_reminder_is_put_off(api, record):
    snooze = {"kind": "check_in", "until": "2026-12-05T09:00:00-05:00"}

    answer = api.call("POST", f"records/{record['id']}/snooze", snooze)

    assert answer.status_code == 201
    assert api.call("GET", f"records/{record['id']}").json["snoozes"] == [snooze]


def test_presence_is_logged(api):
    entry = {"at": "2026-11-18T10:00:00-05:00", "action": "comment", "about": "a post on streaming"}

    answer = api.call("POST", "presence", entry)

    assert answer.status_code == 201
    assert api.call("GET", "presence").json["items"] == [{**entry, "id": answer.json["id"]}]


def test_a_change_of_the_log_makes_a_new_version_of_the_record(api, record):
    api.call("POST", f"records/{record['id']}/follow-ups", a_follow_up())

    answer = api.call("PUT", f"records/{record['id']}", a_record_body(), If_Match='"1"')

    assert answer.status_code == 412
