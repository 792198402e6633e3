"""How costs grow from 100 to 10,000 records, in figures, in words and as a plot."""

import math
import statistics
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from afterword.clock import Clock
from afterword.storage.records_table import RecordsTable
from afterword.storage.store import open_store

from .comparing import Measure, seconds_of
from .requests import AGENDA, CLICK, DRAFTS
from .sample_records import fill
from .servers import Connection, Servers

SIZES = (100, 1_000, 10_000)
_FLAT, _SLOW = 0.1, 0.75  # powers of the number of records


@dataclass(frozen=True, slots=True)
class Curve:
    """The median seconds of one thing at each number of records."""

    what: str
    seconds: Mapping[int, float]

    @property
    def power(self) -> float:
        """p where the cost grows as the p-th power of the number of records: 0 is flat, 1 in proportion."""
        least, most = min(self.seconds), max(self.seconds)
        return math.log(self.seconds[most] / self.seconds[least]) / math.log(most / least)

    def __str__(self) -> str:
        """One line that says how it grows."""
        times = max(self.seconds.values()) / min(self.seconds.values())
        figures = ", ".join(f"{cost * 1000:.3g} ms at {size:,}" for size, cost in self.seconds.items())
        larger = max(self.seconds) // min(self.seconds)
        return f"{self.what}: {_in_words(self.power)} (× {times:.2g} over × {larger}): {figures}"

    def as_json(self) -> dict[str, Any]:
        """For a program."""
        return {
            "what": self.what,
            "power": self.power,
            "seconds": {str(k): v for k, v in self.seconds.items()},
        }


def _in_words(power: float) -> str:
    if power <= _FLAT:
        return "does not grow with the records"
    return "grows more slowly than the records" if power <= _SLOW else "grows in proportion to the records"


def curves(servers: Servers, folder: Path, rounds: int, *, quick: bool) -> Iterator[Curve]:
    """A draft, the whole agenda, and one write; the sizes in turn within every round.

    ``quick`` leaves out the largest agenda, whose first look takes seconds.
    """
    connections = {size: servers.with_records(size) for size in SIZES}
    drafts = {size: _draft(connection) for size, connection in connections.items()}
    yield _curve("a draft, over HTTP", drafts, rounds)
    agendas = {size: _agenda(connections[size]) for size in (SIZES[:-1] if quick else SIZES)}
    yield _curve("the whole agenda, over HTTP", agendas, max(2, rounds // 10))
    with ExitStack() as stack:
        yield _curve("one write, synced to the disk", _writes(folder, stack), max(3, rounds // 4))


def _writes(folder: Path, stack: ExitStack) -> dict[int, Measure]:
    found: dict[int, Measure] = {}
    for size in SIZES:
        store = stack.enter_context(open_store(fill(folder / f"growing-{size}", size), now=Clock.stamp))
        found[size] = _write(store.records, iter(range(1_000_000)))
    return found


def _write(records: RecordsTable, numbers: Iterator[int]) -> Measure:
    return seconds_of(lambda: records.change("acme", lambda r: replace(r, excites=f"edit {next(numbers)}")))


def _draft(connection: Connection) -> Measure:
    return seconds_of(lambda: connection.post(DRAFTS, CLICK))


def _agenda(connection: Connection) -> Measure:
    return seconds_of(lambda: connection.get(AGENDA))


def _curve(what: str, measures: Mapping[int, Measure], rounds: int) -> Curve:
    costs: dict[int, list[float]] = {size: [] for size in measures}
    for _ in range(rounds + 1):
        for size, measure in measures.items():
            costs[size].append(measure())
    return Curve(what, {size: statistics.median(found[1:]) for size, found in costs.items()})
