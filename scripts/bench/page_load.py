"""What the content script costs a page that nobody writes on: time, memory, bytes."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from browser import EXTENSION
from local_server import local_server

from .browsers import Chromiums, inbox
from .comparing import Bound, Comparison, side_by_side
from .rows import CountRow, RatioRow, Row
from .sample_records import fill

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession

MOST_AT_LOAD = 30_000  # bytes
MOST_IN_ALL = 90_000
MOST_HEAP = 0.2  # MB
_SETTLES_MS = 1_000  # the adapter looks at a page a few times while it is still building itself
_MEGABYTE = 1_048_576


def rows(chromiums: Chromiums, folder: Path, rounds: int) -> Iterator[Row]:
    """A mailbox without any script of its own: all script that runs there is an extension's."""
    with (
        local_server(fill(folder / "page-load", 10)) as server,
        chromiums.ours(server) as ours,
        chromiums.floor() as floor,
    ):
        own, empty = Loads(ours, inbox()), Loads(floor, inbox("empty"))
        yield RatioRow(
            "content script at page load: script time",
            "an empty content script",
            Bound(3),
            side_by_side(own.script_seconds, empty.script_seconds, rounds),
        )
        yield RatioRow(
            "content script at page load: all that the page's main thread does",
            "an empty content script",
            Bound(1.5),
            side_by_side(own.busy_seconds, empty.busy_seconds, rounds),
        )
        heap = side_by_side(own.heap_bytes, empty.heap_bytes, max(3, rounds // 4))
        yield CountRow(
            "content script at page load: heap", _more(heap), MOST_HEAP, "MB more than an empty one"
        )
    yield from sizes()


class Loads:
    """Loads one page again and again, each time in a new tab."""

    def __init__(self, context: "BrowserContext", address: str) -> None:
        self._context = context
        self._address = address

    def script_seconds(self) -> float:
        """Seconds in which scripts ran, from the navigation until the page has settled."""
        return self._after_load(lambda session: _metric(session, "ScriptDuration"))

    def busy_seconds(self) -> float:
        """Seconds in which the page's main thread did anything, in the same time."""
        return self._after_load(lambda session: _metric(session, "TaskDuration"))

    def heap_bytes(self) -> float:
        """Bytes that scripts hold once the page has settled and the rubbish is out."""
        return self._after_load(_heap)

    def _after_load(self, measure: Callable[["CDPSession"], float]) -> float:
        page = self._context.new_page()
        try:
            session = self._context.new_cdp_session(page)
            session.send("Performance.enable")
            page.goto(self._address)
            page.wait_for_timeout(_SETTLES_MS)
            return measure(session)
        finally:
            page.close()


def _metric(session: "CDPSession", name: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == name))


def _heap(session: "CDPSession") -> float:
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"])


def _more(heap: Comparison) -> float:
    least = sorted([*heap.compared, *heap.again])
    ours = sorted(heap.ours)
    return (ours[len(ours) // 2] - least[len(least) // 2]) / _MEGABYTE


def sizes() -> Iterator[CountRow]:
    """Bytes of the files that run at page load, for the heaviest site, and of those that a click fetches."""
    entries = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["content_scripts"]
    at_load = max(_size(entry["js"]) for entry in entries)
    yield CountRow("bytes run at page load, the heaviest site", at_load, MOST_AT_LOAD, "bytes")
    yield CountRow("bytes in all after the first need", _size(_on_need()), MOST_IN_ALL, "bytes")


def _on_need() -> list[str]:
    """The files of the parts that every click needs, as the background lists them."""
    parts = (EXTENSION / "background" / "parts.mjs").read_text("utf-8")
    lists = dict(re.findall(r"(insertion|panel): \[(.*?)\]", parts, re.DOTALL))
    return re.findall(r'"(content/[^"]+\.js)"', lists["insertion"] + lists["panel"])


def _size(files: list[str]) -> int:
    return sum((EXTENSION / file).stat().st_size for file in files)
