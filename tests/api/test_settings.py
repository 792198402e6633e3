"""The settings over the API."""

import pytest

ROBIN = {
    "name": "Robin Ellis",
    "email": "robin@ellis.example",
    "phone": "+1 555 010 0199",
    "linkedin_url": "https://www.linkedin.com/in/robin-ellis",
    "timezone": "America/New_York",
    "country": "US",
    "sign_off": "Sincerely",
    "skills": ["streaming", "SQL"],
    "current_employer_domain": "old.example",
    "linkedin_paid": True,
    "linkedin_notes_per_month": 7,
    "timing_preset": "within-24h",
    "business_days": True,
    "greeting_style": "first_name",
}


def test_settings_come_back_as_they_were_put(api):
    answer = api.call("PUT", "settings", ROBIN)

    assert answer.status_code == 200
    assert ROBIN.items() <= api.call("GET", "settings").json.items()


def test_what_is_not_given_or_null_goes_back_to_its_default(api):
    api.call("PUT", "settings", ROBIN)

    answer = api.call("PUT", "settings", {"name": "Robin", "phone": None, "sign_off": ""})

    assert answer.json["name"] == "Robin"
    assert (answer.json["phone"], answer.json["email"]) == ("", "")
    assert (answer.json["sign_off"], answer.json["timing_preset"]) == ("Best regards", "24-48h")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"timezone": "Middle/Earth"}, "timezone"),
        ({"country": "Narnia"}, "country"),
        ({"email": "robin"}, "email"),
        ({"linkedin_url": "javascript:alert(1)"}, "linkedin_url"),
        ({"timing_preset": "whenever"}, "timing_preset"),
        ({"linkedin_notes_per_month": -1}, "linkedin_notes_per_month"),
        ({"linkedin_notes_per_month": True}, "linkedin_notes_per_month"),
        ({"skills": "SQL"}, "skills"),
        ({"skills": ["SQL", 7]}, "skills.1"),
        ({"business_days": "no"}, "business_days"),
        ({"greeting_style": "nickname"}, "greeting_style"),
        ({"theme": "dark"}, "theme"),
    ],
)
def test_a_setting_that_cannot_be_kept_is_422_and_the_old_ones_stay(api, body, field):
    api.call("PUT", "settings", ROBIN)

    answer = api.call("PUT", "settings", {**ROBIN, **body})

    assert answer.status_code == 422
    assert field in answer.json["fields"]
    assert ROBIN.items() <= api.call("GET", "settings").json.items()
