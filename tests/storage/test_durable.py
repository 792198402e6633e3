"""TinyDB on the durable storage: threads, failures in the middle, ids."""

import contextlib
import errno
import os
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from tinydb import where

from afterword.domain.errors import InvalidInputError
from afterword.storage.durable import DurableDatabase, DurableStorage
from afterword.storage.errors import StorageError

THREADS = 8
WRITES = 50


def _failing_sometimes(real, chance: random.Random):
    def call(*arguments, **options):
        if chance.random() < 0.1:
            _fail()
        return real(*arguments, **options)

    return call


def _fail(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_eight_threads_write_fifty_documents_each_and_all_are_there(tmp_path):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)

    def write(thread: int) -> None:
        for number in range(WRITES):
            database.insert({"thread": thread, "number": number})

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, range(THREADS)))

    kept = DurableDatabase(path).all()
    assert {(d["thread"], d["number"]) for d in kept} == {
        (thread, number) for thread in range(THREADS) for number in range(WRITES)
    }


def test_eight_threads_add_to_one_number_and_no_addition_is_lost(tmp_path):
    database = DurableDatabase(tmp_path / "data.json")
    database.insert({"count": 0})

    def add(_: int) -> None:
        for _number in range(WRITES):
            database.update(lambda document: document.update(count=document["count"] + 1))

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(add, range(THREADS)))

    assert database.all() == [{"count": THREADS * WRITES}]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_after_a_failed_write_memory_is_what_the_file_is(tmp_path, monkeypatch, step):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)
    database.insert({"name": "Dana"})
    monkeypatch.setattr(os, step, _fail)

    with pytest.raises(StorageError):
        database.update({"name": "Robin"}, where("name") == "Dana")
    monkeypatch.undo()

    assert database.all() == [{"name": "Dana"}] == DurableDatabase(path).all()


def test_a_text_that_json_cannot_hold_is_refused_and_the_rest_stays(tmp_path):
    database = DurableDatabase(tmp_path / "data.json")
    database.insert({"name": "Dana"})

    with pytest.raises(InvalidInputError):
        database.insert({"name": "\ud83d"})

    assert database.all() == [{"name": "Dana"}]


def test_the_id_of_a_deleted_document_is_not_given_again_after_a_restart(tmp_path):
    path = tmp_path / "data.json"
    first = DurableDatabase(path).insert({"name": "Dana"})
    DurableDatabase(path).remove(doc_ids=[first])

    second = DurableDatabase(path).insert({"name": "Robin"})

    assert second != first
    assert DurableDatabase(path).get(doc_id=second) == {"name": "Robin"}


def test_a_file_replaced_by_somebody_else_is_read_anew(tmp_path):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)
    database.insert({"name": "Dana"})
    assert database.search(where("name") == "Dana")

    DurableDatabase(path).truncate()

    assert database.search(where("name") == "Dana") == []


def test_a_closed_database_reads_and_writes_no_more(tmp_path):
    database = DurableDatabase(tmp_path / "data.json")
    database.insert({"name": "Dana"})

    database.close()

    with pytest.raises(StorageError):
        database.insert({"name": "Robin"})
    with pytest.raises(StorageError):
        database.all()


def test_a_file_damaged_while_it_is_open_is_told_with_what_to_do(tmp_path):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)
    database.insert({"name": "Dana"})

    path.write_bytes(b"{")

    with pytest.raises(StorageError, match="Restart Afterword"):
        database.insert({"name": "Robin"})
    assert path.read_bytes() == b"{"


def test_on_a_disk_that_fails_one_call_in_ten_every_acknowledged_write_is_kept(tmp_path, monkeypatch):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)
    chance = random.Random(20261122)  # noqa: S311  a repeatable choice of calls, no secret
    for step in ("fsync", "replace"):
        monkeypatch.setattr(os, step, _failing_sometimes(getattr(os, step), chance))
    acknowledged = set()

    for number in range(300):
        with contextlib.suppress(StorageError):
            database.insert({"number": number})
            acknowledged.add(number)
    monkeypatch.undo()

    kept = {document["number"] for document in DurableDatabase(path).all()}
    assert acknowledged <= kept
    assert 150 < len(acknowledged) < 290
    assert kept == {document["number"] for document in database.all()}


def test_a_file_that_vanishes_is_an_error_and_not_an_empty_start(tmp_path):
    path = tmp_path / "data.json"
    database = DurableDatabase(path)
    database.insert({"name": "Dana"})

    path.unlink()

    with pytest.raises(StorageError, match="gone"):
        database.insert({"name": "Robin"})
    assert not path.exists()


def test_at_one_moment_what_somebody_else_writes_meanwhile_is_not_seen_before_its_end(tmp_path):
    path = tmp_path / "data.json"
    storage = DurableStorage(path)
    database = DurableDatabase(storage=lambda: storage)
    database.insert({"name": "Dana"})

    with storage.at_one_moment():
        with storage.at_one_moment():  # one within another ends with the outer one
            DurableDatabase(path).truncate()
        assert database.search(where("name") == "Dana")

    assert database.search(where("name") == "Dana") == []


def test_at_one_moment_another_thread_waits_with_its_write(tmp_path):
    storage = DurableStorage(tmp_path / "data.json")
    database = DurableDatabase(storage=lambda: storage)
    database.insert({"name": "Dana"})

    with ThreadPoolExecutor(1) as threads:
        with storage.at_one_moment():
            written = threads.submit(database.insert, {"name": "Robin"})
            with pytest.raises(TimeoutError):
                written.result(timeout=0.2)
            assert len(database.all()) == 1
        written.result(timeout=10)

    assert len(database.all()) == 2


def test_a_write_that_failed_ends_the_moment(tmp_path, monkeypatch):
    storage = DurableStorage(tmp_path / "data.json")
    database = DurableDatabase(storage=lambda: storage)
    database.insert({"name": "Dana"})

    with storage.at_one_moment():
        with monkeypatch.context() as failing:
            failing.setattr(os, "replace", _fail)
            with pytest.raises(StorageError):
                database.insert({"name": "Robin"})
        assert [document["name"] for document in database.all()] == ["Dana"]
