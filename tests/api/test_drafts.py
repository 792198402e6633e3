"""A click over the API: what comes back, and which clicks are refused."""

import pytest

from tests.api.bodies import a_record_body, a_round_body, an_interviewer_body

CLICK = {"surface": "gmail", "recipients": [{"name": "Dana Whitfield", "email": "dana@acme.example"}]}


@pytest.fixture
def record(api):
    person = an_interviewer_body(talked_about="the move of billing to Kafka")
    held = a_round_body(instructions=None, promised_by=None, interviewers=[person])
    return api.call("POST", "records", a_record_body(rounds=[held])).json


def test_a_click_for_a_known_person_gives_the_draft_with_its_reasons(api, record):
    answer = api.call("POST", "drafts", CLICK)

    assert answer.status_code == 200
    assert answer.json["status"] == "ready"
    assert answer.json["draft"]["record_id"] == record["id"]
    assert answer.json["draft"]["kind"] == "thank_you"
    assert "the move of billing to Kafka" in answer.json["draft"]["body"]
    assert answer.json["timing"]["verdict"] == "open"
    assert "W3" in answer.json["timing"]["rules"]


def test_a_draft_writes_nothing_and_is_the_same_for_the_same_click(api, record):
    first = api.call("POST", "drafts", CLICK).json
    second = api.call("POST", "drafts", CLICK).json

    assert first == second
    assert api.call("GET", f"records/{record['id']}").json == record


def test_a_click_for_a_stranger_is_unknown(api, record):
    stranger = {"surface": "gmail", "recipients": [{"name": "Sam Okoro", "email": "sam@other.example"}]}

    answer = api.call("POST", "drafts", stranger)

    assert (answer.status_code, answer.json["status"]) == (200, "unknown")
    assert answer.json["draft"] is None


def test_what_a_page_does_not_show_may_be_left_out_or_null(api, record):
    answer = api.call(
        "POST",
        "drafts",
        {**CLICK, "person": None, "thread": None, "limit": None, "facts": {"talked_about": None}},
    )

    assert (answer.status_code, answer.json["status"]) == (200, "ready")


@pytest.mark.parametrize(
    ("part", "field"),
    [
        ({"surface": "fax"}, "surface"),
        ({"recipients": [{"phone": "1"}]}, "recipients.0.phone"),
        ({"recipients": "dana@acme.example"}, "recipients"),
        ({"thread": {"is_reply": "no"}}, "thread.is_reply"),
        ({"thread": {"last_at": "2026-11-20T15:00:00"}}, "thread.last_at"),
        ({"kind": "fourth_nudge"}, "kind"),
        ({"channel": "pigeon"}, "channel"),
        ({"limit": 0}, "limit"),
        ({"wording": -1}, "wording"),
        ({"facts": ["Kafka"]}, "facts"),
        ({"facts": {"talked_about": 7}}, "facts.talked_about"),
        ({"cookies": []}, "cookies"),
    ],
)
def test_a_click_that_does_not_fit_is_422_with_the_field_named(api, part, field):
    answer = api.call("POST", "drafts", {**CLICK, **part})

    assert answer.status_code == 422
    assert field in answer.json["fields"]


def test_a_click_that_names_a_record_which_is_gone_is_404(api):
    answer = api.call("POST", "drafts", {**CLICK, "record_id": "gone"})

    assert answer.status_code == 404


def test_the_agenda_says_what_is_due(api, record):
    answer = api.call("GET", "agenda")

    due = next(item for item in answer.json["items"] if item["kind"] == "thank_you")
    assert (due["record_id"], due["company"], due["person"]) == (record["id"], "Acme", "Dana Whitfield")
    assert "email" in due["channels"]
    assert due["timing"]["verdict"] == "open"


def test_a_text_is_checked_with_its_words_counted(api):
    answer = api.call(
        "POST", "checks", {"text": "Hey, just checking in.", "subject": None, "channel": "email"}
    )

    assert answer.status_code == 200
    assert {finding["rule"] for finding in answer.json["findings"]} >= {"W29", "X21"}
    assert answer.json["words"] == 4


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "text"), ({"text": ""}, "text"), ({"text": "Hello", "channel": "fax"}, "channel")],
)
def test_a_check_that_does_not_fit_is_422(api, body, field):
    answer = api.call("POST", "checks", body)

    assert answer.status_code == 422
    assert field in answer.json["fields"]
