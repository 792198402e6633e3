"""Changing a record part by part: what forms refuse, what two tabs hear, what can be undone."""

import html
import json
import re

import pytest

from afterword.domain.records import FollowUp
from tests.builders import a_record, a_round, an_interviewer, at, settings_of
from tests.web.conftest import Visitor

FACTS = {
    "company": "Acme",
    "role": "Data Engineer",
    "country": "US",
    "skill": "SQL",
    "excites": "the product",
}
ROUND = {
    "date": "2026-11-20",
    "time": "15:00",
    "timezone": "America/New_York",
    "minutes": "60",
    "kind": "video",
    "status": "held",
}
PERSON = {"name": "Dana Whitfield", "email": "dana@acme.example", "hiring_role": "peer"}
SENT = {
    "kind": "check_in",
    "channel": "phone",
    "person": "dana",
    "date": "2026-11-21",
    "time": "10:00",
    "text": "Rang her.",
}


@pytest.fixture
def keeper(user):
    """The user with details and one record."""
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    return user


def acme(keeper: Visitor):
    """The record as it is kept now."""
    return keeper.parts.store.records.get("acme")


def opened(keeper: Visitor, path: str) -> dict[str, str]:
    """The hidden fields of a form as a tab holds them from now on."""
    page = keeper.get(path).text
    return {
        name: html.unescape(re.search(rf'name="{name}"[^>]*value="([^"]*)"', page).group(1))
        for name in ("version", "opened_with")
    }


def test_the_facts_are_changed_and_the_rest_of_the_record_stays(keeper):
    keeper.post("/records/acme/edit", **FACTS, informal="y", **opened(keeper, "/records/acme/edit"))

    record = acme(keeper)
    assert (record.skill, record.excites, record.informal) == ("SQL", "the product", True)
    assert record.rounds == a_record().rounds


def test_T13_the_second_of_two_tabs_is_told_what_changed_and_nothing_is_lost(keeper):
    mine, theirs = opened(keeper, "/records/acme/edit"), opened(keeper, "/records/acme/edit")
    keeper.post("/records/acme/edit", **{**FACTS, "role": "Staff Engineer", "skill": "Kafka"}, **theirs)

    answer = keeper.post("/records/acme/edit", **{**FACTS, "excites": "mine", "skill": "my SQL"}, **mine)

    assert answer.status_code == 409
    assert "changed in another window" in answer.text
    assert "Role: “Data Engineer” is now “Staff Engineer”" in answer.text
    assert re.search(r"is now “Kafka”\s*<strong>\(you changed it too\)", answer.text)
    assert 'value="my SQL"' in answer.text
    assert acme(keeper).excites == "the product"


@pytest.mark.parametrize(
    ("word", "role", "skill"),
    [("merge", "Staff Engineer", "my SQL"), ("overwrite", "Data Engineer", "my SQL")],
)
def test_T13_a_dispute_is_settled_by_merging_or_overwriting(keeper, word, role, skill):
    mine, theirs = opened(keeper, "/records/acme/edit"), opened(keeper, "/records/acme/edit")
    keeper.post("/records/acme/edit", **{**FACTS, "role": "Staff Engineer"}, **theirs)
    typed = {**FACTS, "skill": "my SQL", "excites": mine_excites(mine)}
    told = keeper.post("/records/acme/edit", **typed, **mine).text
    seen = re.search(r'name="version"[^>]*value="(\d+)"', told).group(1)

    answer = keeper.post("/records/acme/edit", **typed, **{**mine, "version": seen}, resolve=word)

    assert answer.status_code == 302
    assert (acme(keeper).role, acme(keeper).skill) == (role, skill)


def mine_excites(hidden: dict[str, str]) -> str:
    """What the form was opened with, so that this field counts as untouched."""
    return json.loads(hidden["opened_with"])["excites"]


def test_T13_an_answer_to_an_older_dispute_is_asked_anew(keeper):
    mine = opened(keeper, "/records/acme/edit")
    keeper.post("/records/acme/edit", **{**FACTS, "role": "Second"}, **opened(keeper, "/records/acme/edit"))

    answer = keeper.post("/records/acme/edit", **FACTS, **mine, resolve="overwrite")

    assert answer.status_code == 409
    assert acme(keeper).role == "Second"


def test_a_change_elsewhere_in_the_record_disputes_nothing(keeper):
    mine = opened(keeper, "/records/acme/edit")
    keeper.post("/records/acme/sent", **SENT)

    answer = keeper.post("/records/acme/edit", **FACTS, **mine)

    assert answer.status_code == 302
    assert len(acme(keeper).follow_ups) == 1


@pytest.mark.parametrize("forged", ["", "[]", "null", '{"role": 5}', "{", '"x"'])
def test_a_forged_memory_of_the_form_harms_nothing(keeper, forged):
    answer = keeper.post("/records/acme/edit", **FACTS, version="x", opened_with=forged)

    assert answer.status_code in {302, 409}


def test_an_interview_is_changed_with_what_was_promised_and_said(keeper):
    keeper.post(
        "/records/acme/rounds/round-1",
        **{**ROUND, "time": "16:00"},
        promised_by="2026-12-01",
        not_before="2026-11-25",
        said="We will be in touch",
        open_question="How would you test it?",
    )

    (round_,) = acme(keeper).rounds
    assert (round_.id, round_.at) == ("round-1", at("2026-11-20T16:00:00-05:00"))
    assert round_.promised_by.isoformat() == "2026-12-01"
    assert round_.instructions.not_before == at("2026-11-25T00:00:00-05:00")
    assert round_.instructions.text == "We will be in touch"
    assert [person.id for person in round_.interviewers] == ["dana"]


def test_an_interview_is_added(keeper):
    keeper.post("/records/acme/rounds/new", **{**ROUND, "date": "2026-12-02", "status": "planned"})

    assert [r.at for r in acme(keeper).rounds] == [
        at("2026-11-20T15:00:00-05:00"),
        at("2026-12-02T15:00:00-05:00"),
    ]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("date", "2026-02-31"),
        ("date", "1970-01-01"),
        ("date", "2300-01-01"),
        ("time", "25:00"),
        ("timezone", "Mars/Olympus"),
        ("minutes", "0"),
        ("kind", "seance"),
        ("status", "maybe"),
        ("promised_by", "2026-02-31"),
        ("not_before", "1969-01-01"),
        ("said", "x" * 20_000),
        ("open_question", "x" * 20_000),
    ],
)
def test_a_wrong_fact_of_an_interview_is_told_at_its_field(keeper, field, typed):
    answer = keeper.post("/records/acme/rounds/round-1", **{**ROUND, "minutes": "55", field: typed})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert acme(keeper) == a_record(
        version=1, created_at=acme(keeper).created_at, updated_at=acme(keeper).updated_at
    )


def test_the_hour_that_the_clocks_skip_is_told_at_the_time(keeper):
    answer = keeper.post("/records/acme/rounds/new", **{**ROUND, "date": "2026-03-08", "time": "02:30"})

    assert "The clocks skip this hour" in answer.text


def test_a_person_keeps_who_they_are_when_changed(keeper):
    keeper.post(
        "/records/acme/rounds/round-1/people/dana", **PERSON, talked_about="tests", timezone="Europe/Vienna"
    )

    (dana,) = acme(keeper).rounds[0].interviewers
    assert (dana.id, dana.hiring_role, dana.talked_about, dana.timezone) == (
        "dana",
        "peer",
        "tests",
        "Europe/Vienna",
    )


def test_two_people_with_one_address_are_told_at_the_address(keeper):
    answer = keeper.post(
        "/records/acme/rounds/round-1/people/new", name="Bo", email="DANA@acme.example", hiring_role="peer"
    )

    assert answer.status_code == 422
    assert "Dana Whitfield and Bo can&#39;t both have the address" in answer.text
    assert 'id="email-error"' in answer.text


def test_a_pasted_panel_becomes_people(keeper):
    keeper.post(
        "/records/acme/rounds/round-1/panel",
        people="Ann Lee <ann@acme.example>\r\nBo <bo@acme.example>\r\n\r\nCy",
    )

    people = acme(keeper).rounds[0].interviewers
    assert [(p.name, p.email) for p in people[1:]] == [
        ("Ann Lee", "ann@acme.example"),
        ("Bo", "bo@acme.example"),
        ("Cy", None),
    ]
    assert sorted(p.seat for p in people) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "pasted",
    [
        "Ann <ann@acme.example>\n12345",
        "Ann <ann@acme>",
        "Ann <dana@acme.example>",
        "A <a@x.example>\nB <a@x.example>",
    ],
)
def test_garbage_in_a_panel_is_named_and_the_list_is_kept(keeper, pasted):
    answer = keeper.post("/records/acme/rounds/round-1/panel", people=pasted)

    assert answer.status_code == 422
    assert 'id="people-error"' in answer.text
    assert html.escape(pasted.splitlines()[0]) in answer.text
    assert len(acme(keeper).rounds[0].interviewers) == 1


def test_an_offer_is_noted_with_what_it_needs(keeper):
    keeper.post(
        "/records/acme/outcome",
        kind="offer",
        date="2026-11-21",
        salary="98,000",
        decide_by="2026-11-30",
        start_date="2027-01-04",
        contract_received="y",
    )

    outcome = acme(keeper).outcome
    assert (outcome.kind, outcome.salary, outcome.contract_received) == ("offer", "98,000", True)
    assert outcome.decide_by.isoformat() == "2026-11-30"
    assert outcome.at == keeper.parts.clock.now()


def test_an_outcome_before_an_interview_or_in_the_future_is_told(keeper):
    future = keeper.post("/records/acme/outcome", kind="rejected", date="2026-12-24")
    before = keeper.post("/records/acme/outcome", kind="rejected", date="2026-11-01")

    assert 'id="date-error"' in future.text
    assert "This interview is after the end of the process" in before.text
    assert acme(keeper).outcome.kind == "waiting"


def test_what_was_sent_by_hand_is_logged(keeper):
    keeper.post("/records/acme/sent", **SENT)

    (entry,) = acme(keeper).follow_ups
    assert (entry.kind, entry.channel, entry.state, entry.interviewer_id, entry.text) == (
        "check_in",
        "phone",
        "sent",
        "dana",
        "Rang her.",
    )
    assert entry.at == at("2026-11-21T10:00:00-05:00")


@pytest.mark.parametrize(
    ("path", "typed", "field"),
    [
        ("sent", {**SENT, "date": "2026-12-01"}, "date"),
        ("sent", {**SENT, "person": "stranger"}, "person"),
        ("sent", {**SENT, "kind": "spam"}, "kind"),
        ("sent", {**SENT, "text": "x" * 60_000}, "text"),
        ("reply", {"says": "offer", "date": "2026-12-01", "time": "10:00"}, "date"),
        ("reply", {"says": "maybe", "date": "2026-11-21", "time": "10:00"}, "says"),
        ("snooze", {"kind": "thank_you", "date": "2026-11-01"}, "date"),
    ],
)
def test_a_wrong_entry_of_the_log_is_told_at_its_field(keeper, path, typed, field):
    answer = keeper.post(f"/records/acme/{path}", **typed)

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert (acme(keeper).follow_ups, acme(keeper).replies, acme(keeper).snoozes) == ((), (), ())


def test_X14_a_reply_is_logged_and_stands_in_the_story(keeper):
    keeper.post(
        "/records/acme/reply",
        says="next_round",
        sender="Dana",
        date="2026-11-21",
        time="11:00",
        text="Come again",
    )

    (reply,) = acme(keeper).replies
    assert (reply.says, reply.sender, reply.at) == ("next_round", "Dana", at("2026-11-21T11:00:00-05:00"))
    assert "Dana answered: Next round" in keeper.get("/records/acme").text


def test_a_reminder_is_put_off_and_taken_back(keeper):
    keeper.post("/records/acme/snooze", kind="thank_you", date="2026-11-25")
    page = keeper.get("/records/acme").text
    assert "Thank-you: put off until" in page
    assert acme(keeper).snoozes[0].until == at("2026-11-25T09:00:00-05:00")

    keeper.post("/records/acme/snooze/thank_you/end")

    assert acme(keeper).snoozes == ()


@pytest.mark.parametrize("part", ["round-1", "dana", "f"])
def test_removing_anything_offers_undo(keeper, part):
    entry = FollowUp(
        "f", "thank_you", "email", "sent", at("2026-11-21T10:00:00-05:00"), interviewer_id="dana"
    )
    before = keeper.parts.store.records.change("acme", lambda old: a_record(follow_ups=(entry,)))

    where = keeper.post(f"/records/acme/parts/{part}/remove").headers["Location"]
    page = keeper.get(where).text
    back = re.search(r'action="([^"]+/put-back)"', page).group(1)
    keeper.post(back)

    assert ">Undo<" in page
    after = acme(keeper)
    assert (after.rounds, after.follow_ups) == (before.rounds, before.follow_ups)


def test_an_undo_that_is_over_is_said_plainly(keeper):
    answer = keeper.post("/records/acme/parts/unknown/put-back")

    assert answer.status_code == 404
    assert "undone any more" in answer.text


def test_the_story_has_everything_that_the_drawing_shows(keeper):
    bo = an_interviewer(id="bo", name="Bo", email=None)
    keeper.parts.store.records.change(
        "acme",
        lambda old: a_record(
            rounds=(
                a_round(promised_by=at("2026-12-01T00:00:00Z").date(), interviewers=(an_interviewer(), bo)),
            )
        ),
    )

    page = keeper.get("/records/acme").text

    assert "<svg" in page
    drawn = re.findall(r"<title>([^,<:]+)[^<]*</title>\s*<(?:rect|circle|path)", page)
    told = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert len(drawn) > 2
    assert [words for words in drawn if words not in told and words != "The window for"] == []


@pytest.mark.parametrize(
    ("sent_at", "is_late"), [("2026-11-21T17:00:00-05:00", False), ("2026-11-26T17:00:00-05:00", True)]
)
def test_W7_a_message_that_went_out_late_is_shown_as_late(keeper, sent_at, is_late):
    entry = FollowUp("f", "thank_you", "email", "sent", at(sent_at), "round-1", "dana")
    keeper.parts.store.records.change("acme", lambda old: a_record(follow_ups=(entry,)))

    page = keeper.get("/records/acme").text

    assert ("sent: Dana Whitfield (late)" in page) == is_late
