"""A damaged data file: set aside, the newest good backup taken, and the page can say so."""

import os
from datetime import datetime

import orjson
import pytest

from afterword.storage.errors import NewerSchemaError, StorageError
from afterword.storage.store import open_store
from tests.builders import a_record

DAMAGED = [
    b"",
    b"{",
    b"\x00" * 4096,
    b"[]",
    b'{"schema": 1}',
    b'{"schema": 1, "tables": {"records": []}}',
    b'{"records": 5}',
]


def _one_record_and_a_backup(folder, clock) -> None:
    with open_store(folder, now=clock) as store:
        store.records.add(a_record())


@pytest.mark.parametrize("damage", DAMAGED)
def test_the_newest_backup_takes_the_place_of_a_damaged_file(folder, clock, damage):
    _one_record_and_a_backup(folder, clock)
    (backup,) = (folder / "backups").iterdir()
    made_at = datetime.fromisoformat("2026-11-20T12:00:00+00:00").timestamp()
    os.utime(backup, (made_at, made_at))
    (folder / "afterword.json").write_bytes(damage)

    with open_store(folder, now=clock) as store:
        records, notices = store.records.all(), store.notices.all()

    (set_aside,) = folder.glob("afterword-damaged-20261122T*.json")
    assert set_aside.read_bytes() == damage
    assert [record.id for record in records] == ["acme"]
    assert [notice.code for notice in notices] == ["data_file_damaged"]
    assert "the backup of 20 November 2026" in notices[0].text
    assert set_aside.name in notices[0].text


def test_the_notice_stays_until_it_is_dismissed(folder, clock):
    _one_record_and_a_backup(folder, clock)
    (folder / "afterword.json").write_bytes(b"{")
    open_store(folder, now=clock).close()

    with open_store(folder, now=clock) as store:
        store.notices.dismiss(store.notices.all()[0].id)

    with open_store(folder, now=clock) as store:
        assert store.notices.all() == ()


def test_a_damaged_backup_is_passed_over(folder, clock):
    _one_record_and_a_backup(folder, clock)
    with open_store(folder, now=clock) as store:
        newest = store.backups.make()
    (folder / "backups" / f"{newest.name}.json").write_bytes(b"{")
    (folder / "afterword.json").write_bytes(b"{")

    with open_store(folder, now=clock) as store:
        assert [record.id for record in store.records.all()] == ["acme"]


def test_without_a_good_backup_the_damaged_file_is_kept_and_the_notice_says_so(folder, clock):
    folder.mkdir()
    (folder / "afterword.json").write_bytes(b"{ my data")

    with open_store(folder, now=clock) as store:
        assert store.records.all() == ()
        assert "there was no backup" in store.notices.all()[0].text

    (kept,) = folder.glob("afterword-damaged-*.json")
    assert kept.read_bytes() == b"{ my data"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_damaged_file_stays_in_place_where_nothing_can_be_written(folder, clock, monkeypatch):
    _one_record_and_a_backup(folder, clock)
    (folder / "afterword.json").write_bytes(b"{")
    monkeypatch.setattr("os.fsync", _disk_full)

    with pytest.raises(StorageError, match="full"):
        open_store(folder, now=clock)

    assert (folder / "afterword.json").read_bytes() == b"{"


def test_a_missing_file_beside_a_backup_is_replaced_by_it(folder, clock):
    _one_record_and_a_backup(folder, clock)
    (folder / "afterword.json").unlink()

    with open_store(folder, now=clock) as store:
        assert [record.id for record in store.records.all()] == ["acme"]
        assert [notice.code for notice in store.notices.all()] == ["data_file_missing"]


def test_a_file_of_a_newer_version_is_refused_and_left_alone(folder, clock):
    folder.mkdir()
    newer = orjson.dumps({"schema": 99, "tables": {}})
    (folder / "afterword.json").write_bytes(newer)

    with pytest.raises(NewerSchemaError, match="Update Afterword"):
        open_store(folder, now=clock)

    assert (folder / "afterword.json").read_bytes() == newer
    assert not list(folder.glob("afterword-damaged-*"))


def test_a_file_the_system_does_not_let_us_read_is_left_alone(folder, clock, monkeypatch):
    _one_record_and_a_backup(folder, clock)
    monkeypatch.setattr("pathlib.Path.read_bytes", _forbidden)

    with pytest.raises(StorageError, match="permissions"):
        open_store(folder, now=clock)

    assert not list(folder.glob("afterword-damaged-*"))


def _disk_full(_: int) -> None:
    raise OSError(28, "No space left on device")


def _forbidden(_: object) -> bytes:
    raise PermissionError(13, "Permission denied")
