"""Records: found by what matching compares, changed under a version, deleted with a way back."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from afterword.domain.errors import ConflictError, NotFoundError
from afterword.domain.records import Outcome, Record
from afterword.storage.errors import StorageError
from afterword.storage.store import open_store
from tests.builders import a_record, a_round, an_interviewer

THREADS = 8
WRITES = 50


def _ids(records) -> list[str]:
    return [record.id for record in records]


def _in_role(role: str):
    return lambda record: replace(record, role=role)


def test_a_record_is_kept_whole_over_a_restart(folder, clock):
    with open_store(folder, now=clock) as store:
        kept = store.records.add(a_record(id=""))

    with open_store(folder, now=clock) as store:
        assert store.records.get(kept.id) == kept
    assert replace(kept, id="acme", created_at=None, updated_at=None) == a_record()


def test_a_record_without_an_id_gets_one_and_a_known_id_is_refused(store):
    first = store.records.add(a_record(id=""))
    second = store.records.add(a_record(id=""))

    with pytest.raises(ConflictError):
        store.records.add(a_record(id=first.id))

    assert first.id != second.id
    assert len(store.records.all()) == 2


def test_many_records_are_added_all_or_none(store):
    store.records.add(a_record(id="known"))

    with pytest.raises(ConflictError):
        store.records.add_all([a_record(id="new"), a_record(id="known")])

    assert _ids(store.records.all()) == ["known"]


def test_a_change_counts_the_version_and_stamps_the_moment(store, clock):
    store.records.add(a_record())
    clock.forward(hours=1)

    changed = store.records.change("acme", _in_role("Lead"))

    assert (changed.version, changed.role) == (2, "Lead")
    assert changed.updated_at - changed.created_at == timedelta(hours=1)
    assert store.records.get("acme") == changed


def test_a_change_that_changes_nothing_is_not_written(store, clock):
    kept = store.records.add(a_record())
    clock.forward(hours=1)

    assert store.records.change("acme", lambda record: record) == kept


def test_a_change_cannot_touch_what_the_table_keeps(store):
    kept = store.records.add(a_record())

    changed = store.records.change(
        "acme", lambda r: replace(r, id="other", version=99, role="Lead", created_at=None)
    )

    assert changed == replace(kept, role="Lead", version=2)


def test_T13_the_second_of_two_tabs_is_told_of_the_first(store):
    store.records.add(a_record())
    store.records.change("acme", _in_role("Lead"), expected_version=1)

    with pytest.raises(ConflictError):
        store.records.change("acme", _in_role("Head"), expected_version=1)
    with pytest.raises(ConflictError):
        store.records.trash("acme", expected_version=1)

    assert store.records.get("acme").role == "Lead"


def test_T13_no_change_of_eight_threads_is_lost(store):
    store.records.add(a_record(role=""))

    def write(thread: int) -> None:
        for _ in range(WRITES):
            store.records.change("acme", lambda record: replace(record, role=f"{record.role}{thread}"))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, range(THREADS)))

    record = store.records.get("acme")
    assert [record.role.count(str(thread)) for thread in range(THREADS)] == [WRITES] * THREADS
    assert record.version == THREADS * WRITES + 1


def test_a_failed_write_leaves_record_and_index_as_they_were(store, monkeypatch):
    store.records.add(a_record())
    assert store.records.with_company("Acme")
    monkeypatch.setattr("os.replace", _disk_error)

    with pytest.raises(StorageError):
        store.records.change("acme", lambda record: replace(record, company="Globex"))
    monkeypatch.undo()

    assert store.records.get("acme").company == "Acme"
    assert _ids(store.records.with_company("Acme")) == ["acme"]
    assert store.records.with_company("Globex") == ()


def test_a_deleted_record_is_found_nowhere_but_in_the_trash_and_comes_back(store):
    store.records.add(a_record())

    store.records.trash("acme")

    with pytest.raises(NotFoundError):
        store.records.get("acme")
    with pytest.raises(NotFoundError):
        store.records.change("acme", _in_role("Lead"))
    assert store.records.get("acme", include_deleted=True).deleted_at is not None
    assert store.records.all() == store.records.with_email("dana@acme.example") == ()
    assert store.records.search("acme").total == 0
    assert _ids(store.records.trashed()) == ["acme"]

    store.records.restore("acme")

    assert _ids(store.records.with_email("dana@acme.example")) == ["acme"]
    assert store.records.trashed() == ()


def test_the_trash_is_emptied_after_thirty_days_and_not_before(folder, clock):
    with open_store(folder, now=clock) as store:
        store.records.add(a_record())
        store.records.trash("acme")
    clock.forward(days=30)
    with open_store(folder, now=clock) as store:
        assert _ids(store.records.trashed()) == ["acme"]
    clock.forward(seconds=1)

    with open_store(folder, now=clock) as store:
        assert store.records.trashed() == ()
        with pytest.raises(NotFoundError):
            store.records.restore("acme")


@pytest.mark.parametrize("address", ["dana@acme.example", " Dana@ACME.example "])
def test_people_are_found_by_email_whatever_its_case(store, address):
    store.records.add(a_record())
    store.records.add(a_record(id="other", rounds=()))

    assert _ids(store.records.with_email(address)) == ["acme"]


@pytest.mark.parametrize("address", ["https://www.linkedin.com/in/zo%C3%AB-k/?trk=x", "/in/Zoë-K"])
def test_people_are_found_by_their_linkedin_profile(store, address):
    zoe = an_interviewer(linkedin_url="https://de.linkedin.com/in/zoë-k/")
    store.records.add(a_record(rounds=(a_round(interviewers=(zoe,)),)))

    assert _ids(store.records.with_linkedin(address)) == ["acme"]


def test_people_and_companies_are_found_whatever_case_accents_and_legal_form(store):
    jose = an_interviewer(name="José Núñez", email=None)
    store.records.add(a_record(company="Ångström GmbH", rounds=(a_round(interviewers=(jose,)),)))

    assert _ids(store.records.with_person_name("jose nunez")) == ["acme"]
    assert _ids(store.records.with_person_name("Núñez, José")) == ["acme"]
    assert _ids(store.records.with_company("angstrom")) == ["acme"]


def test_records_are_found_by_how_they_ended_and_follow_a_change(store):
    store.records.add(a_record())
    store.records.add(a_record(id="globex", outcome=Outcome(kind="offer")))
    assert _ids(store.records.with_outcome("offer", "accepted")) == ["globex"]

    store.records.change("acme", lambda record: replace(record, outcome=Outcome(kind="accepted")))

    assert _ids(store.records.with_outcome("offer", "accepted")) == ["acme", "globex"]
    assert store.records.with_outcome("waiting") == ()


def test_records_are_found_whose_company_or_people_a_text_names_in_full(store):
    jo = an_interviewer(name="Jo Ng")
    store.records.add(a_record(company="Just Eat Ltd", rounds=(a_round(interviewers=(jo,)),)))
    store.records.add(a_record(id="globex", company="Globex"))

    assert _ids(store.records.named_in("Thank you, JO NG. I liked it.")) == ["acme"]
    assert _ids(store.records.named_in("I look forward to joining Just Eat.")) == ["acme"]
    assert store.records.named_in("I just had to eat with Jo; globexual.") == ()


def test_nothing_is_found_by_an_empty_key(store):
    store.records.add(a_record(company="GmbH", rounds=(a_round(interviewers=(an_interviewer(email=""),)),)))

    assert (
        store.records.with_email("")
        == store.records.with_linkedin("")
        == store.records.with_person_name("")
        == ()
    )


def test_a_changed_address_is_found_and_the_old_one_no_more(store):
    store.records.add(a_record())
    assert store.records.with_email("dana@acme.example")

    dana = an_interviewer(email="dana.whitfield@acme.example")
    store.records.change("acme", lambda r: replace(r, rounds=(a_round(interviewers=(dana,)),)))

    assert store.records.with_email("dana@acme.example") == ()
    assert _ids(store.records.with_email("dana.whitfield@acme.example")) == ["acme"]


@pytest.mark.parametrize("text", ["acme", "ENGINEER data", "whitfield", "kafka billing", "dána", ""])
def test_a_search_finds_every_word_anywhere_in_company_role_people_and_notes(store, text):
    store.records.add(a_record())

    assert _ids(store.records.search(text).records) == ["acme"]


def test_a_search_needs_all_of_its_words(store):
    store.records.add(a_record())

    assert store.records.search("acme plumber").total == 0


def test_a_search_sees_a_change_made_after_an_earlier_search(store):
    store.records.add(a_record())
    assert store.records.search("plumber").total == 0

    store.records.change("acme", _in_role("Plumber"))

    assert store.records.search("plumber").total == 1


def test_a_page_holds_the_last_changed_first_and_says_how_many_there_are(store, clock):
    for name in ("first", "second", "third"):
        clock.forward(minutes=1)
        store.records.add(a_record(id=name))
    clock.forward(minutes=1)
    store.records.change("first", _in_role("Lead"))

    page = store.records.search(offset=1, limit=1)

    assert _ids(store.records.search().records) == ["first", "third", "second"]
    assert (_ids(page.records), page.total) == (["third"], 3)


def test_a_clock_that_goes_back_loses_nothing(store, clock):
    store.records.add(a_record())
    clock.forward(days=-400)

    store.records.change("acme", _in_role("Lead"))
    store.records.trash("acme")
    store.records.restore("acme")

    assert store.records.get("acme").version == 4
    assert store.records.purge() == 0


def test_a_record_of_any_text_is_found_by_it(store):
    store.records.add(Record(id="x", company="株式会社サンプル", role="مهندس بيانات", excites="🚀"))

    assert store.records.search("株式会社サンプル مهندس").total == 1
    assert store.records.with_company("株式会社サンプル")[0].excites == "🚀"


def _disk_error(*_: object) -> None:
    raise OSError(5, "Input/output error")
