"""A disk that is full: the change is refused in a sentence, and what was there stays and can be read."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

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
    more = "x" * int(sys.argv[3])
    if sys.argv[2] == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        while True:
            store.records.change("acme", lambda record: replace(record, excites=record.excites + more))
            kept = store.records.get("acme").version
    except StorageError as error:
        assert store.records.get("acme").version == kept
        print(kept, error.message)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB; skipped where we may not mount one."""
    place = tmp_path / "small"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=4m", "afterword-test"]
    mount = shutil.which("mount")
    if not mount or subprocess.run([mount, *options, place], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run([shutil.which("umount"), place], check=True)


def _grow_until_full(folder: Path, how: str, step: int) -> None:
    """Fill the disk in another process; what it said was kept must be there, and nothing else changed."""
    with open_store(folder, now=_now) as store:
        store.records.add(a_record())

    run = subprocess.run(
        [sys.executable, "-c", _GROW_UNTIL_FULL, str(folder), how, str(step)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    version, _, sentence = run.stdout.strip().partition(" ")
    assert sentence.startswith("The disk is full, so nothing was changed.")
    assert not list(folder.glob(".*.tmp"))
    with open_store(folder, now=_now) as store:
        assert store.records.get("acme").version == int(version) > 5
        assert store.notices.all() == ()


def test_what_was_kept_stays_where_files_may_grow_no_more(folder):
    _grow_until_full(folder, "limit", 1_000)


def test_what_was_kept_stays_on_a_disk_of_4_megabytes_that_is_full(small_disk):
    _grow_until_full(small_disk / "data", "disk", 50_000)


def _now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)
