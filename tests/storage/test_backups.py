"""Copies of the data file: when they are made, how many are kept, and that they count only when read back."""

from pathlib import Path

import pytest

from afterword.domain.errors import NotFoundError
from afterword.storage.errors import StorageError
from afterword.storage.store import backups_in, open_store
from tests.builders import a_record


def _names(store, kind: str) -> list[str]:
    return sorted(backup.name for backup in store.backups.list() if backup.kind == kind)


def test_seven_daily_and_four_weekly_copies_are_kept_of_forty_days(store, clock):
    for day in range(40):
        store.notices.add(clock(), "day", f"Day {day}.")
        clock.forward(days=1)

    assert len(_names(store, "daily")) == 7
    assert _names(store, "daily")[-1] == "daily_2026-12-31"
    assert _names(store, "weekly") == [
        "weekly_2026-W50",
        "weekly_2026-W51",
        "weekly_2026-W52",
        "weekly_2026-W53",
    ]


def test_a_day_s_copy_holds_its_last_state_once_the_store_was_closed(folder, clock):
    with open_store(folder, now=clock) as store:
        store.records.add(a_record())
        store.records.add(a_record(id="globex"))

    with open_store(folder, now=clock) as store:
        tables = store.backups.read("daily_2026-11-22")["tables"]
    assert tables["records"].keys() == {"acme", "globex"}


def test_a_clock_that_was_ahead_does_not_stop_the_copies(store, clock):
    store.notices.add(clock(), "day", "Now.")
    clock.forward(days=1000)
    store.notices.add(clock(), "day", "Ahead.")
    clock.forward(days=-999)

    store.notices.add(clock(), "day", "Back.")

    assert "daily_2026-11-23" in _names(store, "daily")


def test_a_copy_that_cannot_be_read_back_does_not_count(store, monkeypatch):
    store.records.add(a_record())
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path)[: -1 if "by-hand" in path.name else None])

    with pytest.raises(StorageError, match="read back"):
        store.backups.make()
    monkeypatch.undo()

    assert _names(store, "by-hand") == []


def test_a_copy_that_fails_does_not_keep_the_user_from_saving(store, clock, monkeypatch):
    store.records.add(a_record())
    clock.forward(days=1)
    monkeypatch.setattr("afterword.storage.backups.make_private_folder", _disk_full)

    store.records.add(a_record(id="globex"))

    assert len(store.records.all()) == 2


def test_a_copy_can_be_made_while_a_server_has_the_folder_open(folder, store, clock):
    store.records.add(a_record())

    made = backups_in(folder, now=clock).make()

    assert made in store.backups.list()
    assert store.backups.read(made.name)["tables"]["records"].keys() == {"acme"}


def test_restoring_goes_back_to_a_copy_and_keeps_one_of_before(store):
    store.records.add(a_record())
    copy = store.backups.make()
    store.records.add(a_record(id="globex"))
    assert store.records.with_company("Acme")

    store.restore(copy.name)

    assert [record.id for record in store.records.all()] == ["acme"]
    assert [record.id for record in store.records.search().records] == ["acme"]
    (before,) = _names(store, "before-restore")
    assert store.backups.read(before)["tables"]["records"].keys() == {"acme", "globex"}


@pytest.mark.parametrize("name", ["unknown", "../afterword", "daily_../../afterword"])
def test_only_a_copy_of_the_list_can_be_restored(store, name):
    store.records.add(a_record())

    with pytest.raises(NotFoundError):
        store.restore(name)


def test_a_damaged_copy_is_not_restored(folder, store):
    store.records.add(a_record())
    copy = store.backups.make()
    (folder / "backups" / f"{copy.name}.json").write_bytes(b"{")

    with pytest.raises(StorageError):
        store.restore(copy.name)

    assert [record.id for record in store.records.all()] == ["acme"]


def test_deleting_everything_leaves_no_record_no_copy_and_no_damaged_file(folder, clock):
    with open_store(folder, now=clock) as store:
        store.records.add(a_record())
        store.backups.make()
        (folder / "afterword-damaged-20261101T000000000000Z.json").write_bytes(b"Dana")

        store.delete_everything()

    assert not [path for path in folder.rglob("*.json") if b"Dana" in path.read_bytes()]
    with open_store(folder, now=clock) as store:
        assert store.records.all() == store.records.trashed() == store.notices.all() == ()


def _disk_full(_: Path) -> None:
    raise StorageError("The disk is full.")
