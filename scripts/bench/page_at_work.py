"""Whether the extension stays asleep while the page works and while a person types."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .browsers import Stage, gmail
from .clicks import BODY
from .rows import CountRow

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

NODES, CHANGES, CHARACTERS = 12_000, 5_000, 200
_LOOKS_END_MS = 4_000  # the adapter's looks at a fresh page are over by then
_SAMPLE_EVERY = 100  # microseconds
_OURS = "chrome-extension://"

_GROW = """nodes => {
  const list = document.createElement("div");
  for (let n = 0; n < nodes; n += 1) list.append(document.createElement("span"));
  document.body.append(list);
}"""
_CHANGE = """async changes => {
  const list = document.body.lastElementChild;
  for (let n = 0; n < changes; n += 1) {
    list.children[n].textContent = "changed";
    if (n % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}"""


def rows(stage: Stage) -> Iterator[CountRow]:
    """On the Gmail-shaped page, grown to 12,000 nodes, the caret in the compose."""
    page = stage.ours.new_page()
    page.goto(gmail())
    page.evaluate(_GROW, NODES)
    page.locator(BODY).click()
    page.wait_for_timeout(_LOOKS_END_MS)
    session = stage.ours.new_cdp_session(page)
    yield from _own_part(
        f"{CHANGES:,} DOM changes on {NODES:,} nodes", session, lambda: page.evaluate(_CHANGE, CHANGES)
    )
    yield from _own_part(f"{CHARACTERS} characters typed into a compose", session, lambda: _type(page))
    page.close()


def _type(page: "Page") -> None:
    page.locator(BODY).press_sequentially("Thank you " * (CHARACTERS // 10))


def _own_part(what: str, session: "CDPSession", work: Callable[[], Any]) -> Iterator[CountRow]:
    """Our functions that ran, by the engine's exact counts, and our frames among the profiler's samples."""
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": _SAMPLE_EVERY})
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    session.send("Profiler.takePreciseCoverage")  # what ran before does not count
    session.send("Profiler.start")
    work()
    profile = session.send("Profiler.stop")["profile"]
    scripts = session.send("Profiler.takePreciseCoverage")["result"]
    session.send("Profiler.stopPreciseCoverage")
    session.send("Profiler.disable")
    yield CountRow(f"own callbacks during {what}", _calls(scripts), 0, "calls")
    yield CountRow(f"own frames during {what}", _frames(profile), 0, "samples")


def _calls(scripts: list[dict[str, Any]]) -> int:
    ours = (script for script in scripts if script["url"].startswith(_OURS))
    return sum(function["ranges"][0]["count"] for script in ours for function in script["functions"])


def _frames(profile: dict[str, Any]) -> int:
    ours = {n["id"] for n in profile["nodes"] if n["callFrame"]["url"].startswith(_OURS)}
    return sum(1 for sample in profile["samples"] if sample in ours)
