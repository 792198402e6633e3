"""No power cut leaves data that can't be read, or takes away what was acknowledged.

The counter-examples show that the explorer finds what it is for: TinyDB's own storage, and ours without
syncing.
"""

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from afterword.storage.store import Store, open_store
from tests.builders import a_record, settings_of
from tests.storage.crash_states import explore, files_in, rebuilt, record

WORK_IN_STORE = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from afterword.domain.records import Record
from afterword.storage.store import open_store

for names in (("one", "two", "three"), ("four", "five", "six")):
    with open_store(Path(sys.argv[1]), now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)) as store:
        for name in names:
            store.records.add(Record(id=name, company="Acme", role="Engineer", excites=name * 50))
            print(name, flush=True)
        store.records.change(names[0], lambda record: replace(record, excites="short"))
        store.records.trash(names[1])
"""

WORK_WITHOUT_SYNCING = "import os; os.fsync = lambda descriptor: None" + WORK_IN_STORE

OPEN_DAMAGED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from afterword.storage.store import open_store

open_store(Path(sys.argv[1]), now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC)).close()
print("opened", flush=True)
"""

WORK_IN_TINYDB = """
import sys
from pathlib import Path
from tinydb import TinyDB

database = TinyDB(Path(sys.argv[1]) / "data.json")
for number, name in enumerate(("one", "two", "three", "four", "five", "six"), start=2):
    database.insert({"id": name, "company": "Acme", "role": "Engineer", "excites": name * 50})
    print(name, flush=True)
    database.update({"excites": "short"}, doc_ids=[number])
database.remove(doc_ids=[1])
"""


def _strace_works() -> bool:
    strace = shutil.which("strace")
    return bool(strace) and subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _strace_works(), reason="needs strace and the right to trace")


def _open(folder: Path) -> Store:
    return open_store(folder, now=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def _ids_in_store(folder: Path) -> set[str] | None:
    """The ids of all records, or None where the data file could not be read."""
    with _open(folder) as store:
        records = (*store.records.all(), *store.records.trashed())
        return None if store.notices.all() else {record.id for record in records}


def _ids_in_tinydb(folder: Path) -> set[str] | None:
    try:
        return {document["id"] for document in TinyDB(folder / "data.json").all()}
    except (ValueError, KeyError):
        return None


def _bad_states(program: str, folder: Path, read: Callable[[Path], set[str] | None]) -> tuple[int, int, int]:
    """How many states there are, how many can't be read, and how many miss what had been acknowledged."""
    before = files_in(folder)
    calls = record(program, folder, folder.with_suffix(".strace"))
    states = list(explore(calls, folder, before))
    assert states[-1][0] == files_in(folder), "the model is wrong about this machine"
    unreadable = lost = 0
    for state, acknowledged in states:
        ids = rebuilt(state, folder, folder.with_suffix(".rebuilt"), read)
        unreadable += ids is None
        lost += ids is not None and not ids.issuperset(acknowledged)
    print(f"\n{len(states)} states, {unreadable} unreadable, {lost} with losses")
    return len(states), unreadable, lost


@pytest.fixture
def used_folder(folder: Path) -> Path:
    with _open(folder) as store:
        store.settings.save(settings_of())
    return folder


def test_no_power_cut_leaves_an_unreadable_store_or_loses_what_was_acknowledged(used_folder):
    states, unreadable, lost = _bad_states(WORK_IN_STORE, used_folder, _ids_in_store)

    assert states > 100
    assert (unreadable, lost) == (0, 0)


def test_no_power_cut_during_recovery_loses_the_backup_the_damaged_file_or_the_notice(folder):
    with _open(folder) as store:
        store.records.add(a_record(id="opened"))
    (folder / "afterword.json").write_bytes(b"{ my data")

    def read(state: Path) -> set[str] | None:
        with _open(state) as store:
            ids = {record.id for record in store.records.all()}
            told = bool(store.notices.all())
        kept = any(path.read_bytes() == b"{ my data" for path in state.glob("afterword-damaged-*"))
        return ids if told and kept else None

    states, unreadable, lost = _bad_states(OPEN_DAMAGED, folder, read)

    assert states > 5
    assert (unreadable, lost) == (0, 0)


def test_the_explorer_finds_that_without_syncing_our_own_storage_would_not_hold(used_folder):
    _, unreadable, lost = _bad_states(WORK_WITHOUT_SYNCING, used_folder, _ids_in_store)

    assert unreadable > 0
    assert lost > 0


def test_the_same_power_cuts_damage_tinydb_s_own_file(folder):
    folder.mkdir()
    TinyDB(folder / "data.json").insert({"id": "zero"})

    _, unreadable, _ = _bad_states(WORK_IN_TINYDB, folder, _ids_in_tinydb)

    assert unreadable > 0
