"""A process killed at any moment loses nothing that it had acknowledged."""

import random
import subprocess
import sys
import time

from afterword.storage.store import open_store

ROUNDS = 30

_ADD_FOR_EVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from afterword.domain.records import Record
from afterword.storage.store import open_store

with open_store(Path(sys.argv[1]), now=lambda: datetime.now(UTC)) as store:
    while True:
        print(store.records.add(Record(id="", company="Acme", role="Engineer")).id, flush=True)
"""


def test_no_acknowledged_record_is_lost_over_thirty_kills(folder, clock):
    chance = random.Random(20261122)  # noqa: S311  a repeatable choice of moments, no secret
    acknowledged: set[str] = set()

    for _ in range(ROUNDS):
        writer = subprocess.Popen(
            [sys.executable, "-c", _ADD_FOR_EVER, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        acknowledged.add(writer.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.05))
        writer.kill()
        acknowledged |= {
            line.strip() for line in writer.communicate()[0].splitlines(keepends=True) if line[-1] == "\n"
        }

    with open_store(folder, now=clock) as store:
        kept = {record.id for record in store.records.all()}
        assert not store.notices.all()
        assert not list(folder.glob(".*.tmp"))
    assert acknowledged <= kept
    assert len(acknowledged) > ROUNDS
