"""Export and import: all comes over, a preview says what will happen, one wrong entry stops it all."""

from dataclasses import replace
from datetime import UTC, datetime

import orjson
import pytest

from afterword.domain.errors import InvalidInputError
from afterword.domain.presence import PresenceEntry
from afterword.storage.store import Store, open_store
from afterword.storage.transfer import apply_import, export_document, preview_import
from tests.builders import a_record, settings_of


@pytest.fixture
def other(tmp_path, clock) -> Store:
    with open_store(tmp_path / "other", now=clock) as opened:
        yield opened


@pytest.fixture
def exported(store, clock) -> dict:
    store.records.add(a_record())
    store.records.add(a_record(id="globex", company="Globex"))
    store.records.add(a_record(id="deleted"))
    store.records.trash("deleted")
    store.settings.save(settings_of())
    store.presence.add(PresenceEntry(id="", at=clock(), action="share", about="an article on Kafka"))
    return orjson.loads(orjson.dumps(export_document(store.tables(), now=clock())))


def test_all_but_the_trash_comes_over_to_an_empty_store(exported, store, other):
    apply_import(other, exported)

    assert other.records.all() == store.records.all()
    assert other.settings.get() == settings_of()
    assert other.presence.all() == store.presence.all()
    assert [r.id for r in other.records.search("globex").records] == ["globex"]


def test_the_preview_says_what_the_import_then_does_and_writes_nothing(exported, other):
    other.records.add(a_record(role="Plumber"))

    preview = preview_import(other, exported)

    assert preview.added == ("Data Engineer at Globex",)
    assert preview.replaced == ("Data Engineer at Acme",)
    assert (preview.unchanged, preview.settings_replaced, preview.presence_added) == (0, True, 1)
    assert [r.role for r in other.records.all()] == ["Plumber"]
    assert apply_import(other, exported) == preview


def test_importing_twice_changes_nothing_the_second_time(exported, other):
    apply_import(other, exported)
    before = other.records.all()

    again = apply_import(other, exported)

    assert (again.added, again.replaced, again.unchanged, again.presence_added) == ((), (), 2, 0)
    assert other.records.all() == before


def test_T13_a_replaced_record_has_a_new_version_so_that_an_open_tab_is_told(exported, other):
    other.records.add(a_record(role="Plumber"))

    apply_import(other, exported)

    assert other.records.get("acme").version == 2
    assert other.records.get("acme").role == "Data Engineer"


def test_an_imported_record_comes_out_of_the_trash(exported, store):
    store.records.trash("acme")

    assert apply_import(store, exported).replaced == ("Data Engineer at Acme",)
    assert store.records.get("acme").deleted_at is None


def test_the_state_before_an_import_can_be_restored(exported, other):
    other.records.add(a_record(id="own"))
    apply_import(other, exported)

    (copy,) = [backup for backup in other.backups.list() if backup.kind == "before-import"]
    other.restore(copy.name)

    assert [r.id for r in other.records.all()] == ["own"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"company": 5},
        {"id": "another"},
        {"rounds": [{"id": "r", "at": "2026-11-20T15:00:00"}]},
        {"outcome": None},
    ],
)
def test_one_wrong_entry_is_named_and_stops_the_whole_import(exported, other, wrong):
    exported["tables"]["records"]["globex"] |= wrong

    with pytest.raises(InvalidInputError, match="nothing was imported") as refused:
        apply_import(other, exported)

    assert refused.value.fields.keys() == {"tables.records.globex"}
    assert other.records.all() == ()


@pytest.mark.parametrize(
    "document", [[], {}, {"tables": 5, "schema": 1}, {"tables": {"records": {"x": 5}}, "schema": 1}]
)
def test_a_file_of_another_program_is_refused(other, document):
    with pytest.raises(InvalidInputError):
        apply_import(other, document)


def test_an_export_of_a_newer_version_is_refused(exported, other):
    with pytest.raises(InvalidInputError, match="newer version"):
        preview_import(other, exported | {"schema": 99})


def test_an_id_that_could_be_a_path_is_refused(exported, other):
    sly = exported["tables"]["records"].pop("globex") | {"id": "../globex"}
    exported["tables"]["records"]["../globex"] = sly

    with pytest.raises(InvalidInputError):
        apply_import(other, exported)


def test_a_backup_can_be_imported_as_well(store, other):
    kept = store.records.add(replace(a_record(), created_at=datetime(2026, 11, 1, tzinfo=UTC)))
    copy = store.backups.read(store.backups.make().name)

    apply_import(other, copy)

    assert other.records.all() == (kept,)
