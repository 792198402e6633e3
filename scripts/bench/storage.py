"""The store against TinyDB's own JSONStorage on the same documents."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
from tinydb import Query, TinyDB
from tinydb.storages import JSONStorage
from tinydb.table import Document

from afterword.clock import Clock
from afterword.storage.store import Store, open_store

from .comparing import Bound, seconds_of, side_by_side
from .rows import RatioRow
from .sample_records import PERSON, fill

WRITE_BOUNDS = {1_000: 0.3, 10_000: 0.2}
READ_BOUND = 0.005
_READS = 200  # of ours, for one of JSONStorage's: a single one is too short for the clock


def rows(folder: Path, rounds: int) -> Iterator[RatioRow]:
    """One changed record at 1,000 and 10,000; one read by id and one match by address at 10,000."""
    for number, bound in WRITE_BOUNDS.items():
        data_dir = fill(folder / f"storage-{number}", number)
        with open_store(data_dir, now=Clock.stamp) as store, _plain_tinydb(data_dir) as plain:
            yield _write(store, plain, number, bound, rounds)
            if number == max(WRITE_BOUNDS):
                yield from _reads(store, plain, number, rounds)


def _plain_tinydb(data_dir: Path) -> TinyDB:
    """The same documents in a TinyDB as it comes."""
    stored = orjson.loads((data_dir / "afterword.json").read_bytes())["tables"]["records"]
    database = TinyDB(data_dir / "plain.json", storage=JSONStorage)
    database.insert_multiple(Document(document, at) for at, document in enumerate(stored.values(), start=1))
    return database


def _write(store: Store, plain: TinyDB, number: int, bound: float, rounds: int) -> RatioRow:
    texts = (f"change {at}" for at in range(10 * rounds + 100))
    return RatioRow(
        f"one write at {number:,} records, synced to the disk",
        "TinyDB’s JSONStorage",
        Bound(bound),
        side_by_side(
            seconds_of(lambda: store.records.change("acme", lambda r: replace(r, excites=next(texts)))),
            seconds_of(lambda: plain.update({"excites": next(texts)}, doc_ids=[1])),
            rounds,
        ),
    )


def _reads(store: Store, plain: TinyDB, number: int, rounds: int) -> Iterator[RatioRow]:
    yield RatioRow(
        f"one read by id at {number:,} records",
        "TinyDB’s JSONStorage",
        Bound(READ_BOUND),
        side_by_side(
            seconds_of(lambda: store.records.get("acme"), times=_READS),
            seconds_of(lambda: plain.get(doc_id=1)),
            rounds,
        ),
    )
    by_address = Query().rounds.any(Query().interviewers.any(Query().email == PERSON["email"]))

    def search() -> None:
        plain.clear_cache()  # else the second search of a question costs TinyDB nothing, which no click meets
        plain.search(by_address)

    yield RatioRow(
        f"one match by address at {number:,} records",
        "TinyDB’s JSONStorage, its query cache emptied before each",
        Bound(READ_BOUND),
        side_by_side(
            seconds_of(lambda: store.records.with_email(PERSON["email"]), times=_READS),
            seconds_of(search),
            rounds,
        ),
    )
