"""Today, the records and a draft, from the first empty page to the log."""

import re

from tests.builders import a_record, a_round, an_interviewer, settings_of


def test_an_empty_today_leads_to_the_first_record_and_the_set_up(user):
    page = user.get("/").text

    assert "Add your first record" in page
    assert 'href="/setup/"' in page


def test_W3_what_is_due_stands_on_today_with_its_reason_and_a_way_to_the_draft(user):
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())

    page = user.get("/").text

    assert "Due now" in page
    assert re.search(r"Thank-you: Dana Whitfield.*Acme", page)
    assert 'aria-label="Draft thank-you to Dana Whitfield"' in page


def test_the_list_of_records_names_role_company_and_people(user):
    user.parts.store.records.add(a_record(rounds=(a_round(interviewers=(an_interviewer(name="Ann & Bo"),)),)))

    page = user.get("/records/").text

    assert re.search(r'href="/records/acme">Acme</a></th>\s*<td>Data Engineer</td>', page)
    assert "Ann &amp; Bo" in page


def test_W2_a_record_shows_facts_people_and_the_rounds_without_a_follow_up(user):
    user.parts.store.records.add(a_record())

    page = user.get("/records/acme").text

    assert "the move of billing to Kafka" in page
    assert "No follow-up was sent after this interview yet" in page


def test_deleting_a_record_can_be_undone(user):
    user.parts.store.records.add(a_record())

    where = user.post("/records/acme/trash").headers["Location"]
    assert user.parts.store.records.all() == ()
    assert ">Undo<" in user.get(where).text
    user.post("/records/acme/restore")

    assert [record.id for record in user.parts.store.records.all()] == ["acme"]
