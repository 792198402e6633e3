"""What forms do with what people type: kept, checked, and told at the field."""

import re
from datetime import date, time

import pytest

from afterword.web.moments import NoSuchMomentError, moment_at
from tests.builders import at, settings_of

DETAILS = {
    "name": "Robin Ellis",
    "email": "robin@ellis.example",
    "phone": "+1 555 010 0199",
    "linkedin_url": "linkedin.com/in/robin",
    "timezone": "America/New_York",
    "country": "US",
    "sign_off": "Kind regards",
    "skills": "streaming pipelines\n\n  SQL ",
    "timing_preset": "within-24h",
}
INTERVIEW = {
    "company": "Acme",
    "role": "Data Engineer",
    "country": "US",
    "date": "2026-11-20",
    "time": "15:00",
    "timezone": "America/New_York",
    "minutes": "45",
    "kind": "video",
    "interviewer": "Dana Whitfield",
    "email": "dana@acme.example",
    "linkedin_url": "https://www.linkedin.com/in/dana",
    "hiring_role": "hiring_manager",
    "talked_about": "the move of billing to Kafka",
    "skill": "streaming pipelines",
    "excites": "the product",
}


def field_error(page: str, name: str) -> str:
    """The sentence at a field, tied to it."""
    found = re.search(rf'id="{name}-error">([^<]+)<', page)
    assert re.search(rf'id="{name}"[^>]*aria-|aria-[^>]*id="{name}"', page), (
        f"{name} is not tied to its error"
    )
    return found.group(1) if found else ""


def test_details_are_saved_and_the_settings_nobody_asked_about_stay(user):
    user.parts.store.settings.save(settings_of(linkedin_paid=True))

    answer = user.post("/setup/details", **DETAILS)

    saved = user.parts.store.settings.get()
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/setup/extension"
    assert (saved.name, saved.sign_off, saved.linkedin_paid) == ("Robin Ellis", "Kind regards", True)
    assert saved.skills == ("streaming pipelines", "SQL")


def test_X1_the_timing_question_is_asked_once_with_both_reasons_and_its_default_chosen(user):
    page = user.get("/setup/details").text

    assert re.search(r'<input checked[^>]*value="24-48h"', page)
    assert "24 to 48 hours after the interview" in page
    assert "university career centres advise" in page

    user.post("/setup/details", **DETAILS)

    assert user.parts.store.settings.get().timing_preset == "within-24h"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 1001),
        ("email", "robin at home"),
        ("email", ""),
        ("linkedin_url", "https://evil.example/in/robin"),
        ("timezone", "Mars/Olympus"),
        ("country", "Atlantis"),
        ("sign_off", "  "),
        ("skills", "x" * 5001),
        ("country", ""),
        ("name", "Robin\r\nBcc: everybody@evil.example"),
    ],
)
def test_a_wrong_detail_is_told_at_its_field_and_all_that_was_typed_is_kept(user, field, typed):
    answer = user.post("/setup/details", **{**DETAILS, "phone": "+44 20 1234", field: typed})

    assert answer.status_code == 422
    assert field_error(answer.text, field)
    assert 'value="+44 20 1234"' in answer.text
    assert "<title>Error: " in answer.text
    assert not user.parts.store.settings.is_saved()


def test_a_first_record_is_kept_with_its_round_and_person(user):
    user.post("/setup/details", **DETAILS)

    answer = user.post("/setup/first-record", **INTERVIEW)

    (record,) = user.parts.store.records.all()
    (round_,) = record.rounds
    (dana,) = round_.interviewers
    assert answer.headers["Location"] == "/setup/practice"
    assert (record.company, record.role, record.country) == ("Acme", "Data Engineer", "US")
    assert (round_.at, round_.minutes, round_.status) == (at("2026-11-20T15:00:00-05:00"), 45, "held")
    assert (dana.name, dana.email, dana.talked_about) == (
        "Dana Whitfield",
        "dana@acme.example",
        "the move of billing to Kafka",
    )


def test_an_interview_to_come_is_planned(user):
    user.post("/records/new", **{**INTERVIEW, "date": "2026-12-24"})

    assert user.parts.store.records.all()[0].rounds[0].status == "planned"


def test_an_unnamed_length_is_left_open(user):
    user.post("/records/new", **{**INTERVIEW, "minutes": ""})

    assert user.parts.store.records.all()[0].rounds[0].minutes is None


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("company", ""),
        ("role", "   "),
        ("date", "2026-02-31"),
        ("date", "soon"),
        ("date", "1970-01-01"),
        ("date", "2300-01-01"),
        ("time", "25:00"),
        ("minutes", "0"),
        ("minutes", "many"),
        ("kind", "seance"),
        ("interviewer", ""),
        ("email", "dana"),
        ("linkedin_url", "javascript:alert(1)//linkedin.com/in/x"),
        ("hiring_role", "boss"),
        ("talked_about", "x" * 100_000),
        ("interviewer", "Dana\r\nBcc: everybody@evil.example"),
    ],
)
def test_a_wrong_fact_is_told_at_its_field_and_nothing_is_half_saved(user, field, typed):
    answer = user.post("/records/new", **{**INTERVIEW, "excites": "the tooling", field: typed})

    assert answer.status_code == 422
    assert field_error(answer.text, field)
    assert "the tooling" in answer.text
    assert user.parts.store.records.all() == ()


def test_every_mistake_is_told_at_the_first_try(user):
    wrong = {"company": "", "time": "25:00", "email": "dana", "minutes": "0"}

    page = user.post("/records/new", **{**INTERVIEW, **wrong}).text

    assert [name for name in INTERVIEW if f'id="{name}-error"' in page] == [
        "company",
        "time",
        "minutes",
        "email",
    ]
    assert "4 things need your attention" in page


def test_an_hour_that_the_clocks_skip_is_told_at_the_time(user):
    answer = user.post("/records/new", **{**INTERVIEW, "date": "2026-03-08", "time": "02:30"})

    assert answer.status_code == 422
    assert "clocks skip" in field_error(answer.text, "time")


@pytest.mark.parametrize(
    "name",
    [
        "O",
        "José Ángel de la Cruz y Márquez III",
        "山田 太郎",
        "שרה כהן",
        "Zoë 🦊",
        "<script>alert(1)</script>",
    ],
)
def test_names_of_every_script_are_kept_and_shown_as_text(user, name):
    user.post("/records/new", **{**INTERVIEW, "interviewer": name})

    (record,) = user.parts.store.records.all()
    page = user.get(f"/records/{record.id}").text
    assert record.rounds[0].interviewers[0].name == name
    assert "<script>" not in page


def test_moments_are_on_the_clock_of_their_zone():
    assert moment_at(date(2026, 7, 1), time(15), "Europe/Vienna") == at("2026-07-01T15:00:00+02:00")
    with pytest.raises(NoSuchMomentError):
        moment_at(date(2026, 3, 29), time(2, 30), "Europe/Vienna")
