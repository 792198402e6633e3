"""One process at a time has the data folder open."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from afterword.storage.errors import AlreadyRunningError
from afterword.storage.store import open_store

_OPEN_AND_WAIT = """
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from afterword.storage.store import open_store

store = open_store(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
store.announce("http://127.0.0.1:8756")
print("open", flush=True)
sys.stdin.read()
"""


def _other_process(folder: Path) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-c", _OPEN_AND_WAIT, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert process.stdout.readline() == "open\n"
    return process


def test_a_second_process_is_told_where_the_first_one_answers(folder, clock):
    first = _other_process(folder)

    with first, first.stdin, pytest.raises(AlreadyRunningError) as refused:
        open_store(folder, now=clock)

    assert refused.value.address == "http://127.0.0.1:8756"


def test_the_lock_of_a_killed_process_is_free_and_its_address_forgotten(folder, clock):
    first = _other_process(folder)
    first.kill()
    first.communicate()

    with open_store(folder, now=clock), pytest.raises(AlreadyRunningError) as refused:
        open_store(folder, now=clock)

    assert refused.value.address is None


def test_a_folder_can_be_opened_again_after_closing(folder, clock):
    open_store(folder, now=clock).close()

    with open_store(folder, now=clock) as again:
        assert again.records.all() == ()


def test_T5_folder_0700_and_every_file_in_it_0600(folder, clock):
    folder.mkdir(mode=0o755)

    with open_store(folder, now=clock) as store:
        store.notices.add(clock(), "test", "A sentence.")
        store.announce("http://127.0.0.1:8756")
        store.backups.make()
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*")}

    assert folder.stat().st_mode & 0o777 == 0o700
    assert modes.pop("backups") == 0o700
    assert {"afterword.json", "afterword.lock", "running.json"} < modes.keys()
    assert set(modes.values()) == {0o600}


def test_a_second_start_waits_for_the_first_one_to_say_where_it_answers(folder, clock):
    with open_store(folder, now=clock) as first:
        telling = threading.Timer(0.3, first.announce, ["http://127.0.0.1:8756"])
        telling.start()

        with pytest.raises(AlreadyRunningError) as refused:
            open_store(folder, now=clock)
        telling.join()

    assert refused.value.address == "http://127.0.0.1:8756"
