"""What an extension's scripts cost a page's main thread, from the browser's own trace of a load.

In processor time of that thread: what else the machine does meanwhile doesn't count.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

Event = dict[str, Any]
Thread = tuple[int, int]
"""Process and thread, as a trace numbers them."""

_EXTENSIONS = "extensions"
"""The category of what the browser itself does for an extension: injecting, calling chrome.* functions."""
_CATEGORIES = [_EXTENSIONS, "v8", "v8.execute", "devtools.timeline", "disabled-by-default-v8.compile"]
_OURS = "chrome-extension://"
_INJECTION = "ScriptInjection::InjectJs"
"""Chromium makes a world for the extension, compiles its files and runs them."""
_MICROTASKS = "RunMicrotasks"
"""What follows promises. The measured page has no script, so all of it is the extension's."""
_ENTRIES = {"TimerFire", "EventDispatch", "FireAnimationFrame", "FireIdleCallback"}
"""What calls into scripts later."""
_MOST_SECONDS_TO_END = 30


def trace_of_load(context: "BrowserContext", page: "Page", address: str, settles_ms: float) -> list[Event]:
    """The trace of a page from its navigation until it has settled.

    Raises:
        TimeoutError: the browser did not hand the trace over.
    """
    session = context.new_cdp_session(page)
    events: list[Event] = []
    ended: list[Event] = []
    session.on("Tracing.dataCollected", lambda chunk: events.extend(chunk["value"]))
    session.on("Tracing.tracingComplete", lambda event: ended.append(event))  # noqa: PLW0108 - Playwright can't wrap a built-in
    config = {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": _CATEGORIES}}
    session.send("Tracing.start", config)
    page.goto(address)
    page.wait_for_timeout(settles_ms)
    session.send("Tracing.end")
    deadline = time.monotonic() + _MOST_SECONDS_TO_END
    while not ended:
        if time.monotonic() > deadline:
            raise TimeoutError("Chromium did not hand over its trace.")
        page.wait_for_timeout(20)
    return events


def seconds_of_scripts(events: Iterable[Event]) -> float:
    """Processor seconds of all script work of the one extension in a trace; nested events count once."""
    spans = [event for event in events if event.get("ph") == "X" and "tdur" in event]
    # The extension's worker and its own pages are in the trace, too, on threads where nothing is injected.
    threads = {_thread(event) for event in spans if event["name"] == _INJECTION}
    on_thread: dict[Thread, list[Event]] = defaultdict(list)
    for event in spans:
        if _thread(event) in threads:
            on_thread[_thread(event)].append(event)
    return sum(sum(_outermost(_own_work(each))) for each in on_thread.values()) / 1_000_000


def _own_work(spans: list[Event]) -> list[Event]:
    """What the browser does for the extension, what runs in its worlds, and the calls that led there."""
    worlds = {_world(event) for event in spans if _is_of_our_files(event)} - {None}
    own = [each for each in spans if _is_for_the_extension(each) or _world(each) in worlds]
    calls = [each for each in spans if each["name"] in _ENTRIES and any(_holds(each, inner) for inner in own)]
    return [*own, *calls]


def _outermost(events: list[Event]) -> Iterator[float]:
    """Microseconds of the events of one thread that lie in no other of them."""
    until = 0.0
    for event in sorted(events, key=lambda each: (each["tts"], -each["tdur"])):
        end = event["tts"] + event["tdur"]
        if end > until:
            yield end - max(event["tts"], until)
            until = end


def _is_for_the_extension(event: Event) -> bool:
    return event.get("cat") == _EXTENSIONS or event["name"] == _MICROTASKS or _is_of_our_files(event)


def _is_of_our_files(event: Event) -> bool:
    arguments = event.get("args", {})
    data = arguments.get("data")
    url = data.get("url") if isinstance(data, dict) else None
    return str(arguments.get("fileName") or url or "").startswith(_OURS)


def _world(event: Event) -> int | None:
    """The world a script ran in, where the trace tells."""
    world: int | None = event.get("args", {}).get("worldId")
    return world


def _holds(outer: Event, inner: Event) -> bool:
    end = outer["tts"] + outer["tdur"]
    return bool(outer["tts"] <= inner["tts"] and inner["tts"] + inner["tdur"] <= end)


def _thread(event: Event) -> Thread:
    return event["pid"], event["tid"]
