"""A text shown as a draft before it is kept: on sample facts, on a record, or with its own problems."""

import pytest

from tests.api.bodies import a_record_body

MAIL = "en/email/thank_you.md"
OWN = """\
---
kind: thank_you
channel: email
based_on: email/_letter.md
orders: [greeting / opening / thanks / signoff]
---
## subject
- Thank you for the {{ role }} interview

## opening
when: late
- Late, yet sincerely: thank you for the {{ role }} interview at {{ company }}.

## opening
- Thank you for the {{ role }} interview at {{ company }}, in my own words.
"""


def preview(api, **asked):
    answer = api.call("POST", "templates/preview", {"name": MAIL, "text": OWN, **asked})
    assert answer.status_code == 200, answer.json
    return answer.json


def test_a_text_is_shown_on_sample_facts_and_nothing_is_kept(api):
    shown = preview(api)

    assert "Data Engineer interview at Northwind, in my own words." in shown["draft"]["body"]
    assert shown["draft"]["subject"] == "Thank you for the Data Engineer interview"
    assert shown["problems"] == []
    assert api.call("GET", f"templates/{MAIL}").json["has_own"] is False


def test_W7_the_late_sample_shows_the_late_wording(api):
    assert "Late, yet sincerely" in preview(api, sample="late")["draft"]["body"]


@pytest.mark.parametrize("sample", ["poor", "recruiter", "peer", "panel"])
def test_every_sample_can_be_asked_for(api, sample):
    assert "in my own words" in preview(api, sample=sample)["draft"]["body"]


def test_a_text_is_shown_on_a_record_of_choice(api):
    record_id = api.call("POST", "records", a_record_body(company="Initech")).json["id"]

    shown = preview(api, record_id=record_id)

    assert "at Initech" in shown["draft"]["body"]
    assert "Dear Dana," in shown["draft"]["body"]


def test_a_record_without_an_interview_will_do(api):
    record_id = api.call("POST", "records", a_record_body(company="Initech", rounds=[])).json["id"]

    assert "at Initech" in preview(api, record_id=record_id)["draft"]["body"]


def test_an_unknown_record_is_404(api):
    answer = api.call("POST", "templates/preview", {"name": MAIL, "text": OWN, "record_id": "nobody"})

    assert answer.status_code == 404


def test_the_templates_own_errors_come_with_their_line(api):
    shown = preview(api, text=OWN.replace("{{ company }}, in", "{{ company.upper() }}, in"))

    assert shown["draft"] is None
    assert shown["problems"][0]["file"] == MAIL
    assert shown["problems"][0]["line"] == 15


def test_findings_point_into_the_draft(api):
    shown = preview(api, text=OWN.replace("in my own words", "gonna be great"))

    (finding,) = [f for f in shown["findings"] if f["rule"] == "W29"]
    assert shown["draft"]["body"][finding["start"] : finding["end"]] == finding["words"]


def test_a_shared_part_is_shown_in_a_message_that_takes_it_over(api):
    letter = api.call("GET", "templates/en/email/_letter.md").json["text"]
    own = letter.replace("Dear {{ person }}", "Good day {{ person }}")

    shown = preview(api, name="en/email/_letter.md", text=own)
    asked = preview(api, name="en/email/_letter.md", text=own, kind="check_in", channel="email")

    assert shown["draft"]["kind"] == "thank_you"
    assert shown["draft"]["body"].startswith("Good day Dana Whitfield,")
    assert asked["draft"]["kind"] == "check_in"
