"""A process that adds records until it is killed, and says each time when it was told that one is kept."""

from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from afterword.domain.records import Record
from afterword.storage.store import open_store


def add_for_ever(folder: Path, acknowledged: Connection) -> None:
    """Send the id of every record after it was added."""
    with open_store(folder, now=lambda: datetime.now(UTC)) as store:
        while True:
            acknowledged.send(store.records.add(Record(id="", company="Acme", role="Engineer")).id)
