"""A process killed at any moment loses nothing that it had acknowledged."""

import multiprocessing
import random
import time

from afterword.storage.store import open_store
from tests.storage.endless_writer import add_for_ever

ROUNDS = 200

# A fork of a process that has imported everything starts in milliseconds; Windows has none.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_PROCESSES = multiprocessing.get_context(_METHOD)


def acknowledged_until_killed(folder, seconds):
    """The ids that a writer was told to be kept, before it was killed so long after the first."""
    received, sent = _PROCESSES.Pipe(duplex=False)
    writer = _PROCESSES.Process(target=add_for_ever, args=(folder, sent))
    writer.start()
    sent.close()
    ids = {received.recv()}
    time.sleep(seconds)
    writer.kill()
    while True:
        try:
            ids.add(received.recv())
        except (EOFError, OSError):  # the end, or a message that the kill cut off
            break
    writer.join()
    received.close()
    return ids


def test_no_acknowledged_record_is_lost_over_two_hundred_kills(folder, clock):
    _PROCESSES.set_forkserver_preload(["tests.storage.endless_writer"])
    chance = random.Random(20261122)  # noqa: S311  a repeatable choice of moments, no secret
    acknowledged: set[str] = set()

    for _ in range(ROUNDS):
        acknowledged |= acknowledged_until_killed(folder, chance.uniform(0, 0.05))

    with open_store(folder, now=clock) as store:
        kept = {record.id for record in store.records.all()}
        assert not store.notices.all()
        assert not list(folder.glob(".*.tmp"))
    assert acknowledged <= kept
    assert len(acknowledged) > ROUNDS
