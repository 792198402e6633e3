"""Bad input: refused with the field named and a sentence, or it works; never half saved, never a 500."""

import json

import pytest

from afterword.app import api_of
from tests.api.bodies import a_record_body, a_round_body, an_interviewer_body


def with_person(**fields):
    return a_record_body(rounds=[a_round_body(interviewers=[an_interviewer_body(**fields)])])


PERSON = "rounds.0.interviewers.0"

REFUSED = {
    "an unknown field": (a_record_body(colour="red"), "colour"),
    "an unknown field far inside": (with_person(shoe_size=42), f"{PERSON}.shoe_size"),
    "no company": ({"role": "Engineer"}, "company"),
    "a blank company": (a_record_body(company="  "), "company"),
    "a company of null": (a_record_body(company=None), "company"),
    "a number for a company": (a_record_body(company=7), "company"),
    "a list for a role": (a_record_body(role=["Engineer"]), "role"),
    "an object for rounds": (a_record_body(rounds={}), "rounds"),
    "a text for a round": (a_record_body(rounds=["yesterday"]), "rounds.0"),
    "a word for a flag": (a_record_body(informal="yes"), "informal"),
    "a number for a flag": (a_record_body(informal=1), "informal"),
    "a moment without a zone": (
        a_record_body(rounds=[a_round_body(at="2026-11-20T15:00:00")]),
        "rounds.0.at",
    ),
    "a moment that is a day": (a_record_body(rounds=[a_round_body(at="2026-11-20")]), "rounds.0.at"),
    "a moment without seconds": (
        a_record_body(rounds=[a_round_body(at="2026-11-20T15:00-05:00")]),
        "rounds.0.at",
    ),
    "a moment that is none": (a_record_body(rounds=[a_round_body(at="yesterday")]), "rounds.0.at"),
    "a 30th of February": (
        a_record_body(rounds=[a_round_body(promised_by="2026-02-30")]),
        "rounds.0.promised_by",
    ),
    "a moment before calendars": (
        a_record_body(rounds=[a_round_body(at="0001-01-01T00:00:00+14:00")]),
        "rounds.0.at",
    ),
    "an interview of no length": (a_record_body(rounds=[a_round_body(minutes=0)]), "rounds.0.minutes"),
    "minutes in words": (a_record_body(rounds=[a_round_body(minutes="60")]), "rounds.0.minutes"),
    "half a minute": (a_record_body(rounds=[a_round_body(minutes=0.5)]), "rounds.0.minutes"),
    "an endless interview": (a_record_body(rounds=[a_round_body(minutes=10**12)]), "rounds.0.minutes"),
    "a kind that is none": (a_record_body(rounds=[a_round_body(kind="seance")]), "rounds.0.kind"),
    "an address that is none": (with_person(email="dana at acme"), f"{PERSON}.email"),
    "an address with a line break": (
        with_person(email="dana@acme.example\nBcc: x@y.example"),
        f"{PERSON}.email",
    ),
    "a script for a web address": (with_person(linkedin_url="javascript:alert(1)"), f"{PERSON}.linkedin_url"),
    "a web address that is none": (with_person(linkedin_url="dana whitfield"), f"{PERSON}.linkedin_url"),
    "a web address too long": (
        with_person(linkedin_url="linkedin.com/" + "n" * 486),
        f"{PERSON}.linkedin_url",
    ),
    "an unknown time zone": (with_person(timezone="Mars/Olympus"), f"{PERSON}.timezone"),
    "a time zone by path": (with_person(timezone="../../etc/passwd"), f"{PERSON}.timezone"),
    "an unknown country": (a_record_body(country="XX"), "country"),
    "a country in words": (a_record_body(country="Germany"), "country"),
    "1 MB of notes": (with_person(talked_about="n" * 1_000_000), f"{PERSON}.talked_about"),
    "a name too long": (with_person(name="n" * 201), f"{PERSON}.name"),
    "a NUL": (with_person(talked_about="a\0b"), f"{PERSON}.talked_about"),
    "half a character": (with_person(name="Dana \ud83d"), f"{PERSON}.name"),
    "a line break in a company": (a_record_body(company="Acme\nBcc: x@y.example"), "company"),
    "more rounds than a life has": (a_record_body(rounds=[a_round_body()] * 101), "rounds"),
    "an offer without a date": (a_record_body(outcome={"kind": "offer"}), "outcome.at"),
    "an outcome in the future": (
        a_record_body(outcome={"kind": "rejected", "at": "2027-01-01T09:00:00+00:00"}),
        "outcome.at",
    ),
    "a round after the end": (
        a_record_body(outcome={"kind": "rejected", "at": "2026-11-19T09:00:00-05:00"}),
        "rounds.0.at",
    ),
}


@pytest.mark.parametrize(("body", "field"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_is_422_with_the_field_named_and_nothing_is_saved(api, body, field):
    answer = api.call("POST", "records", body)

    assert answer.status_code == 422
    assert answer.json["code"] == "invalid"
    assert answer.json["message"].endswith(".")
    assert answer.json["fields"][field].endswith(".")
    assert api.call("GET", "records").json["total"] == 0


KEPT = {
    "right-to-left": with_person(name="دانا وايتفيلد", talked_about="المحادثة عن البيانات"),
    "CJK": a_record_body(company="株式会社エクメ", role="数据工程师"),
    "emoji": with_person(name="Dana 👩🏽‍💻", talked_about="🚀 launch"),
    "one name": with_person(name="Madonna", greet_as=None),
    "five names": with_person(name="María del Carmen Ruiz y Picasso"),
    "combining marks": with_person(name="Zoë́"),
    "bidirectional controls": with_person(name="Dana \u202ekcab\u202c"),
    "notes of several lines": with_person(talked_about="Kafka\nand\tbilling"),
    "an address abroad": with_person(email="dana@münchen.de"),
    "an empty optional text": with_person(email="", linkedin_url="", title=""),
    "a country in small letters": a_record_body(country="de"),
}


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_people_really_write_is_kept_as_it_is(api, body):
    answer = api.call("POST", "records", body)

    kept = answer.json
    assert answer.status_code == 201
    assert kept["company"] == body["company"]
    for name in ("name", "talked_about"):
        assert kept["rounds"][0]["interviewers"][0][name] == body["rounds"][0]["interviewers"][0][name]


def test_an_address_without_a_scheme_is_taken_for_https(api):
    answer = api.call("POST", "records", with_person(linkedin_url="linkedin.com/in/dana"))

    assert answer.json["rounds"][0]["interviewers"][0]["linkedin_url"] == "https://linkedin.com/in/dana"


BROKEN = {
    "nothing": b"",
    "half a body": b'{"company": "Acme"',
    "a list": b"[]",
    "a text": b'"Acme"',
    "null": b"null",
    "not a number": b'{"company": NaN}',
    "infinity": b'{"rounds": [{"minutes": Infinity}]}',
    "a name twice": b'{"company": "Acme", "company": "Other"}',
    "a deep nest": b'{"company": ' + b"[" * 400 + b"]" * 400 + b"}",
    "a nest deeper than Python": b"[" * 100_000 + b"]" * 100_000,
    "UTF-16": '{"company": "Acme"}'.encode("utf-16"),
    "bytes that are no text": b'{"company": "\xff"}',
    "a number of a million digits": b'{"rounds": ' + b"9" * 1_000_000 + b"}",
    "a comment": b'{"company": "Acme"} // really',
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
def test_a_body_that_is_no_proper_object_is_400_in_the_one_envelope(api, body):
    answer = api.client.post(
        "/api/v1/records",
        data=body,
        content_type="application/json",
        base_url=api.base_url,
        headers={"Authorization": f"Bearer {api.token}"},
    )

    assert answer.status_code == 400
    assert answer.json["code"] == "bad_json"


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "text/json", ""])
def test_T2_the_api_takes_json_only(api, media_type):
    answer = api.client.post(
        "/api/v1/records",
        data=json.dumps(a_record_body()),
        content_type=media_type,
        base_url=api.base_url,
        headers={"Authorization": f"Bearer {api.token}"},
    )

    assert answer.status_code == 415
    assert answer.json["code"] == "not_json"


def test_T11_a_body_of_2_MB_is_413(api):
    answer = api.call("POST", "records", with_person(talked_about="n" * 2_000_000))

    assert answer.status_code == 413
    assert answer.json["code"] == "too_large"


def test_an_unforeseen_error_is_500_without_a_word_of_the_users_text_in_answer_or_log(app, api, caplog):
    def fails(**_path: str) -> None:
        message = "secret note about Dana"
        raise ValueError(message)

    api_of(app).view_functions["settings.read_settings"] = fails

    answer = api.call("GET", "settings")

    assert answer.status_code == 500
    assert answer.json["code"] == "unforeseen"
    assert "Dana" not in answer.text
    assert "ValueError" in caplog.text
    assert "Dana" not in caplog.text
