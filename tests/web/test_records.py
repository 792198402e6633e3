"""The list of records, the board, the quick line and the trash."""

import re
from datetime import timedelta

import pytest

from afterword.domain.records import Outcome
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

LINE = "Acme, Data Engineer, Dana Whitfield dana@acme.example, yesterday 15:00, video"


@pytest.fixture
def keeper(user):
    """The user with four records at four points of the way."""
    records = user.parts.store.records
    user.parts.store.settings.save(settings_of())
    records.add(a_record())
    records.add(
        a_record(
            id="beta",
            company="Beta Logistics",
            role="Platform Engineer",
            rounds=(a_round(id="b1", at=at("2026-11-01T10:00:00-05:00"), interviewers=()),),
            outcome=Outcome("offer", at("2026-11-19T10:00:00-05:00")),
        )
    )
    kim = an_interviewer(id="kim", name="Kim Osei", email="kim@corvid.example", talked_about="dbt")
    old = a_round(id="c1", at=at("2026-08-01T10:00:00-05:00"), interviewers=(kim,))
    withdrawn = Outcome("withdrawn", at("2026-08-20T10:00:00-05:00"))
    records.add(a_record(id="corvid", company="Corvid", role="Analyst", rounds=(old,), outcome=withdrawn))
    coming = a_round(id="d1", at=at("2026-12-01T10:00:00-05:00"), status="planned", interviewers=())
    records.add(a_record(id="dune", company="Dune", role="Lead", rounds=(coming,)))
    return user


def listed(page: str) -> list[str]:
    """The companies of the list, from top to bottom."""
    return re.findall(r'<th scope="row"><a [^>]*>([^<]+)<', page)


@pytest.mark.parametrize(
    ("words", "companies"),
    [
        ("corvid", ["Corvid"]),
        ("platform", ["Beta Logistics"]),
        ("kim", ["Corvid"]),
        ("DBT", ["Corvid"]),
        ("engineer acme", ["Acme"]),
        ("nobody", []),
    ],
)
def test_the_search_finds_company_role_people_and_notes(keeper, words, companies):
    assert listed(keeper.get(f"/records/?search={words}").text) == companies


@pytest.mark.parametrize(
    ("selection", "companies"),
    [
        ("due", {"Acme", "Beta Logistics", "Corvid"}),
        ("waiting", {"Acme"}),
        ("offer", {"Beta Logistics"}),
        ("closed", {"Corvid"}),
        ("planned", {"Dune"}),
        ("nonsense", {"Acme", "Beta Logistics", "Corvid", "Dune"}),
    ],
)
def test_the_list_can_show_only_what_is_due_waiting_or_closed(keeper, selection, companies):
    assert set(listed(keeper.get(f"/records/?only={selection}").text)) == companies


def test_the_list_is_sorted_either_way_and_says_so(keeper):
    forwards = keeper.get("/records/?order=company").text
    backwards = keeper.get("/records/?order=company&backwards=1").text

    assert listed(forwards) == ["Acme", "Beta Logistics", "Corvid", "Dune"]
    assert listed(backwards) == listed(forwards)[::-1]
    assert 'aria-sort="ascending"' in forwards
    assert 'aria-sort="descending"' in backwards
    assert listed(keeper.get("/records/?order=interview").text)[0] == "Corvid"


def test_a_search_without_a_match_says_so_and_leads_back(keeper):
    page = keeper.get("/records/?search=zzz&only=due").text

    assert "Nothing found" in page
    assert "Show all records" in page


def test_two_thousand_records_come_in_pages(user):
    start = at("2026-11-20T15:00:00-05:00")
    user.parts.store.records.add_all(
        a_record(
            id=f"m{n}",
            company=f"Company {n:04}",
            rounds=(a_round(id=f"r{n}", at=start - timedelta(days=n % 90), interviewers=()),),
        )
        for n in range(2000)
    )

    page = user.get("/records/?order=company&page=40").text

    assert listed(page) == [f"Company {n:04}" for n in range(1950, 2000)]
    assert "Page 40 of 40" in page
    assert listed(user.get("/records/?page=99999999").text) == []
    assert len(re.findall('class="board-card"', user.get("/records/board").text)) == 25


def test_one_line_fills_in_the_form_and_saves_nothing(keeper):
    answer = keeper.post("/records/quick", line=LINE)

    assert answer.status_code == 200
    assert "Nothing is saved yet." in answer.text
    for name, value in (
        ("company", "Acme"),
        ("role", "Data Engineer"),
        ("date", "2026-11-20"),
        ("time", "15:00"),
        ("interviewer", "Dana Whitfield"),
        ("email", "dana@acme.example"),
    ):
        assert re.search(rf'<input[^>]*id="{name}"[^>]*value="{value}"', answer.text), name
    assert len(keeper.parts.store.records.all()) == 4


def test_what_a_line_says_beyond_the_form_is_named(keeper):
    page = keeper.post("/records/quick", line="Acme, Dev, Jo, today 10:00, bring <b>laptop</b>").text

    assert "Not understood: bring &lt;b&gt;laptop&lt;/b&gt;" in page


@pytest.mark.parametrize(
    "line",
    ["", ",,,", "x" * 100_000, "<script>alert(1)</script>", "\x00\ud800".encode("utf-8", "replace").decode()],
)
def test_no_line_is_too_strange_for_the_form(keeper, line):
    answer = keeper.post("/records/quick", line=line)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_the_board_shows_each_record_in_its_column_with_a_way_to_move_it(keeper):
    page = keeper.get("/records/board").text

    columns = dict(re.findall(r'data-column="(\w+)"(.*?)</section>', page, re.DOTALL))
    for column, company in (
        ("waiting", "Acme"),
        ("offer", "Beta Logistics"),
        ("closed", "Corvid"),
        ("planned", "Dune"),
    ):
        assert f"<p>{company}</p>" in columns[column]
    assert 'href="/records/acme/outcome?kind=rejected&amp;back=board"' in columns["waiting"]


def test_moving_a_card_asks_when_it_happened_and_logs_the_fact(keeper):
    form = keeper.get("/records/acme/outcome?kind=rejected&back=board").text
    assert '<option selected value="rejected">' in form
    assert re.search(r'id="date"[^>]*value="2026-11-21"', form)

    answer = keeper.post(
        "/records/acme/outcome?kind=rejected&back=board", kind="rejected", date="2026-11-21", time="09:30"
    )

    assert answer.headers["Location"] == "/records/board"
    outcome = keeper.parts.store.records.get("acme").outcome
    assert (outcome.kind, outcome.at) == ("rejected", at("2026-11-21T09:30:00-05:00"))


def test_the_trash_shows_what_was_deleted_until_when_and_gives_it_back(keeper):
    assert "The trash is empty" in keeper.get("/trash").text

    keeper.post("/records/acme/trash")
    page = keeper.get("/trash").text
    assert "Data Engineer · Acme" in page
    assert "gone for ever after" in page
    keeper.post("/records/acme/restore")

    assert keeper.parts.store.records.get("acme").company == "Acme"


@pytest.mark.parametrize(
    "path", ["", "/edit", "/outcome", "/sent", "/reply", "/snooze", "/draft/", "/rounds/new"]
)
def test_the_address_of_a_record_that_is_gone_offers_the_trash(keeper, path):
    keeper.post("/records/acme/trash")

    answer = keeper.get(f"/records/acme{path}")

    assert answer.status_code == 404
    assert "This record is gone" in answer.text
    assert 'href="/trash"' in answer.text
