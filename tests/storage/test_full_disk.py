"""A disk that is full: the change is refused in a sentence, and what was there stays and can be read."""

import subprocess
import sys

from afterword.storage.store import open_store
from tests.builders import a_record

_GROW_UNTIL_FULL = """
import resource, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from afterword.storage.errors import StorageError
from afterword.storage.store import open_store

with open_store(Path(sys.argv[1]), now=lambda: datetime.now(UTC)) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        while True:
            store.records.change("acme", lambda record: replace(record, excites=record.excites + "x" * 1000))
            kept = store.records.get("acme").version
    except StorageError as error:
        assert store.records.get("acme").version == kept
        print(kept, error.message)
"""


def test_what_was_kept_stays_where_the_disk_is_full(folder, clock):
    with open_store(folder, now=clock) as store:
        store.records.add(a_record())

    run = subprocess.run(
        [sys.executable, "-c", _GROW_UNTIL_FULL, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    version, _, sentence = run.stdout.strip().partition(" ")
    assert sentence.startswith("The disk is full, so nothing was changed.")
    assert not list(folder.glob(".*.tmp"))
    with open_store(folder, now=clock) as store:
        assert store.records.get("acme").version == int(version) > 5
        assert store.notices.all() == ()
