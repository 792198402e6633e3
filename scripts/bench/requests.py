"""What a click costs on the server, over HTTP: drafts against health, and many records against few."""

from collections.abc import Iterator

from .comparing import Bound, seconds_of, side_by_side
from .rows import RatioRow
from .sample_records import PERSON
from .servers import Servers

CLICK = {"surface": "webmail", "recipients": [PERSON]}
DRAFTS = "/api/v1/drafts"
AGENDA = "/api/v1/agenda"
AGENDA_PAGE = f"{AGENDA}?page=1"


def rows(servers: Servers, rounds: int) -> Iterator[RatioRow]:
    """Drafts at 1,000 records, at 10,000 against 100; the agenda at 2,000 against 50."""
    ours = servers.with_records(1_000)
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
    large, small = servers.with_records(10_000), servers.with_records(100)
    yield RatioRow(
        "POST drafts at 10,000 records",
        "the same at 100",
        Bound(1.5),
        side_by_side(
            seconds_of(lambda: large.post(DRAFTS, CLICK)),
            seconds_of(lambda: small.post(DRAFTS, CLICK)),
            rounds,
        ),
    )
    many, few = servers.with_records(2_000), servers.with_records(50)
    yield RatioRow(
        "a page of the agenda at 2,000 records, all open, seen before in this minute",
        "the same at 50",
        Bound(8),
        side_by_side(
            seconds_of(lambda: many.get(AGENDA_PAGE)),
            seconds_of(lambda: few.get(AGENDA_PAGE)),
            max(5, rounds // 10),
        ),
    )
