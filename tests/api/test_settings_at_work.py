"""Each setting that a rule names changes what the API answers."""

import pytest

from tests.api.bodies import a_record_body, a_round_body, an_interviewer_body

PROFILE = {
    "name": "Robin Ellis",
    "email": "robin@ellis.example",
    "phone": "+1 555 010 0199",
    "timezone": "America/New_York",
    "country": "US",
}
TALKED = "the move of billing to Kafka"


@pytest.fixture
def person():
    return an_interviewer_body(greet_as=None, talked_about=TALKED)


def drafted(api, person, settings, **asked):
    """The answer to a click for a person met at one interview, with these settings."""
    api.call("PUT", "settings", {**PROFILE, **settings})
    rounds = [a_round_body(instructions=None, promised_by=None, interviewers=[person])]
    record = api.call("POST", "records", a_record_body(rounds=rounds)).json
    answer = api.call("POST", "drafts", {"record_id": record["id"], "facts": {}, **asked})
    assert answer.status_code == 200, answer.json
    return answer.json


def test_X1_the_preset_within_24_hours_opens_the_window_at_the_interviews_end(api, person):
    default = drafted(api, person, {}, kind="thank_you")
    early = drafted(api, person, {"timing_preset": "within-24h"}, kind="thank_you")

    assert default["timing"]["opens_at"] == "2026-11-21T16:00:00-05:00"
    assert early["timing"]["opens_at"] == "2026-11-20T16:00:00-05:00"


def test_X2_business_days_count_only_where_the_user_says_so(api, person):
    def check_in(settings):
        api.call("PUT", "settings", {**PROFILE, **settings})
        rounds = [a_round_body(instructions=None, promised_by="2026-11-20", interviewers=[person])]
        record_id = api.call("POST", "records", a_record_body(rounds=rounds)).json["id"]
        return api.call("POST", "drafts", {"record_id": record_id, "facts": {}, "kind": "check_in"}).json[
            "timing"
        ]

    assert check_in({})["opens_at"].startswith("2026-11-21")
    assert check_in({"business_days": True})["opens_at"].startswith("2026-11-23")


@pytest.mark.parametrize(("paid", "limit"), [(False, 200), (True, 300)])
def test_X15_the_kind_of_account_sets_the_length_of_a_note(api, person, paid, limit):
    draft = drafted(api, person, {"linkedin_paid": paid}, kind="connect", channel="linkedin_note")["draft"]

    assert draft["limit"] == limit
    assert len(draft["body"]) <= limit


def test_X16_the_months_allowance_is_the_users_number(api):
    api.call("PUT", "settings", {**PROFILE, "linkedin_notes_per_month": 7})

    assert api.call("GET", "presence").json["notes_left"] == 7


def test_X22_an_address_at_the_own_employer_is_warned_of(api, person):
    recipients = [{"name": person["name"], "email": "dana@old.example"}]
    answer = drafted(
        api,
        {**person, "email": "dana@old.example"},
        {"current_employer_domain": "old.example"},
        kind="thank_you",
        channel="email",
        recipients=recipients,
    )

    assert "X22" in {finding["rule"] for finding in answer["findings"]}


def test_W18_the_sign_off_is_the_users(api, person):
    draft = drafted(api, person, {"sign_off": "With thanks"}, kind="thank_you", channel="email")["draft"]

    assert "\nWith thanks,\nRobin Ellis" in draft["body"]


@pytest.mark.parametrize(("style", "greeting"), [("full_name", "Dana Whitfield,"), ("first_name", "Dana,")])
def test_X9_the_style_of_greeting_is_the_users_where_no_form_is_noted(api, person, style, greeting):
    settings = {"greeting_style": style}

    body = drafted(api, person, settings, kind="thank_you", channel="email")["draft"]["body"]
    noted = drafted(api, {**person, "greet_as": "Dr. Whitfield"}, settings, kind="thank_you", channel="email")

    assert body.partition("\n")[0].endswith(greeting)
    assert noted["draft"]["body"].partition("\n")[0].endswith("Dr. Whitfield,")


def test_X2_the_employers_country_decides_on_weekends(api, person):
    """Friday plus 24 to 48 hours is a weekend in the US; in Saudi Arabia the week begins on Sunday."""
    rounds = [
        a_round_body(
            instructions=None, promised_by=None, interviewers=[{**person, "timezone": "Asia/Riyadh"}]
        )
    ]
    api.call("PUT", "settings", PROFILE)

    def best_at(country):
        record_id = api.call("POST", "records", a_record_body(country=country, rounds=rounds)).json["id"]
        asked = {"record_id": record_id, "facts": {}, "kind": "thank_you"}
        return api.call("POST", "drafts", asked).json["timing"]["best_at"]

    assert best_at("SA").startswith("2026-11-22")
    assert best_at("US").startswith("2026-11-23")
