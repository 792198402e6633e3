"""What the content script costs a page that nobody writes on: time, memory, bytes."""

import json
import re
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from browser import EXTENSION

from .browsers import Stage, inbox
from .comparing import Bound, side_by_side
from .rows import CountRow, RatioRow, Row
from .script_work import seconds_of_scripts, trace_of_load

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession

MOST_AT_LOAD = 30_000  # bytes
MOST_IN_ALL = 90_000
MOST_HEAP = 0.2  # MB
SETTLES_MS = 3_500  # until then the scripts look at a page a few times, as it may still be building itself
_MEGABYTE = 1_048_576


def rows(stage: Stage, rounds: int, *, settles_ms: float = SETTLES_MS) -> Iterator[Row]:
    """A mailbox without any script of its own: all script that runs there is an extension's."""
    own, empty = Loads(stage.ours, inbox(), settles_ms), Loads(stage.floor, inbox("empty"), settles_ms)
    yield RatioRow(
        "content script at page load: all its script work, from making its world on",
        "an empty content script",
        Bound(3),
        side_by_side(own.script_seconds, empty.script_seconds, rounds),
    )
    busy = side_by_side(own.busy_seconds, empty.busy_seconds, rounds)
    if rounds > 1:  # most of it is the page's own, so that a single load says nothing
        yield RatioRow(
            "content script at page load: all that the page's main thread does",
            "an empty content script",
            Bound(1.5),
            busy,
        )
    more = (statistics.median(own.heaps) - statistics.median(empty.heaps)) / _MEGABYTE
    yield CountRow("content script at page load: heap", more, MOST_HEAP, "MB more than an empty one")
    yield from sizes()


class Loads:
    """Loads one page again and again, each time in a new tab."""

    def __init__(self, context: "BrowserContext", address: str, settles_ms: float) -> None:
        self._context = context
        self._address = address
        self._settles_ms = settles_ms
        self.heaps: list[float] = []

    def script_seconds(self) -> float:
        """Seconds for the extension's scripts: their world, compiling, running, every later callback."""
        page = self._context.new_page()
        try:
            return seconds_of_scripts(trace_of_load(self._context, page, self._address, self._settles_ms))
        finally:
            page.close()

    def busy_seconds(self) -> float:
        """Seconds in which the page's main thread did anything, in the same time.

        Notes in ``heaps`` how many bytes scripts hold once the page has settled and the rubbish is out.
        """
        page = self._context.new_page()
        try:
            session = self._context.new_cdp_session(page)
            session.send("Performance.enable")
            page.goto(self._address)
            page.wait_for_timeout(self._settles_ms)
            busy = _metric(session, "TaskDuration")
            self.heaps.append(_heap(session))
            return busy
        finally:
            page.close()


def _metric(session: "CDPSession", name: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == name))


def _heap(session: "CDPSession") -> float:
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"])


def sizes() -> Iterator[CountRow]:
    """Bytes of all files, comments included: at page load, and once a plain click has put a draft in."""
    at_load = _files_at_load()
    parts = _parts()
    yield CountRow(
        "bytes run at page load, the heaviest site", max(map(_size, at_load.values())), MOST_AT_LOAD, "bytes"
    )
    for site, files in at_load.items():
        names = ["BEFORE_THE_ADAPTER", site, "AFTER_THE_ADAPTER", "insertion", f"{site}Facts", "line"]
        ran = {*files, *(file for name in names for file in parts.get(name, []))}
        yield CountRow(f"bytes run in all after a click, {site}", _size(ran), MOST_IN_ALL, "bytes")


def _files_at_load() -> dict[str, list[str]]:
    """The files of the manifest, by the site whose signs are among them."""
    entries = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["content_scripts"]
    return {_site_of(entry["js"]): entry["js"] for entry in entries}


def _site_of(files: list[str]) -> str:
    signs = next(file for file in files if file.endswith("_signs.js"))
    return Path(signs).stem.removesuffix("_signs")


def _parts() -> dict[str, list[str]]:
    """The files that come later, as the background lists them."""
    source = (EXTENSION / "background" / "parts.mjs").read_text("utf-8")
    lists = re.findall(r"(\w+)(?:: |\s*= )\[(.*?)\]", source, re.DOTALL)
    return {name: re.findall(r'"(content/[^"]+\.js)"', files) for name, files in lists}


def _size(files: Iterable[str]) -> int:
    return sum((EXTENSION / file).stat().st_size for file in files)
