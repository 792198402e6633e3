"""What a click costs on the server, over HTTP: drafts against health, and many records against few."""

from collections.abc import Iterator
from pathlib import Path

from local_server import local_server

from .comparing import Bound, seconds_of, side_by_side
from .rows import RatioRow
from .sample_records import PERSON, fill
from .servers import Connection

CLICK = {"surface": "webmail", "recipients": [PERSON]}
DRAFTS = "/api/v1/drafts"
AGENDA = "/api/v1/agenda"
AGENDA_PAGE = f"{AGENDA}?page=1"


def rows(folder: Path, rounds: int) -> Iterator[RatioRow]:
    """Drafts at 1,000 records, at 10,000 against 100; the agenda at 2,000 against 50."""
    with local_server(fill(folder / "requests-1000", 1_000)) as server:
        ours = Connection(server.address, server.token)
        yield RatioRow(
            "POST drafts at 1,000 records, over HTTP",
            "GET health of the same server",
            Bound(4),
            side_by_side(
                seconds_of(lambda: ours.post(DRAFTS, CLICK)),
                seconds_of(lambda: ours.get("/api/v1/health")),
                rounds,
            ),
        )
    yield from _many_against_few(folder, rounds)
    yield from _agenda(folder, max(5, rounds // 10))


def _many_against_few(folder: Path, rounds: int) -> Iterator[RatioRow]:
    with (
        local_server(fill(folder / "requests-10000", 10_000)) as large,
        local_server(fill(folder / "requests-100", 100)) as small,
    ):
        at_large, at_small = (Connection(each.address, each.token) for each in (large, small))
        yield RatioRow(
            "POST drafts at 10,000 records",
            "the same at 100",
            Bound(1.5),
            side_by_side(
                seconds_of(lambda: at_large.post(DRAFTS, CLICK)),
                seconds_of(lambda: at_small.post(DRAFTS, CLICK)),
                rounds,
            ),
        )


def _agenda(folder: Path, rounds: int) -> Iterator[RatioRow]:
    with (
        local_server(fill(folder / "requests-2000", 2_000)) as large,
        local_server(fill(folder / "requests-50", 50)) as small,
    ):
        at_large, at_small = (Connection(each.address, each.token) for each in (large, small))
        yield RatioRow(
            "a page of the agenda at 2,000 records, all open, seen before in this minute",
            "the same at 50",
            Bound(8),
            side_by_side(
                seconds_of(lambda: at_large.get(AGENDA_PAGE)),
                seconds_of(lambda: at_small.get(AGENDA_PAGE)),
                rounds,
            ),
        )
