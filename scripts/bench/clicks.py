"""From the click to the text in the box: by our extension, and by the least that any extension could do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from local_server import LocalServer, local_server

from .browsers import RECORDS, Chromiums, Stage, gmail, practice, stop_workers
from .comparing import Bound, Comparison, side_by_side
from .rows import RatioRow
from .sample_records import fill
from .servers import first_line, hello_server

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

BODY = "[role=textbox][aria-multiline=true]"
OURS, FLOOR = "Draft follow-up", "Floor"
_SUBJECT = "input[name=subject], input[name=subjectbox]"
_SHORTEST = 100  # characters; less than that is no draft
_HELD_MS = 80  # a person's finger; a program's click lets go at once

# The clock starts with the press as the browser saw it and ends when the text stands in the box; both on the
# page's own clock, so that nothing of the driver is in the figure.
_WATCH = """([body, shortest]) => {
  window.measured = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The box stayed empty.")), 20_000);
    let began = 0;
    window.addEventListener("click", (event) => { began = event.timeStamp; }, { capture: true, once: true });
    const box = document.querySelector(body);
    const observer = new MutationObserver(() => {
      if (box.textContent.length < shortest) return;
      observer.disconnect();
      resolve((performance.now() - began) / 1000);
    });
    observer.observe(box, { childList: true, subtree: true, characterData: true });
  });
}"""
_CLEAR = """([body, subject]) => {
  document.querySelector(body).innerHTML = "<br>";
  document.querySelector(subject).value = "";
}"""


class Compose:
    """A compose page with a button."""

    def __init__(self, context: "BrowserContext", address: str, button: str, server: LocalServer) -> None:
        self.page = context.new_page()
        self._address = address
        self._server = server
        self._button = self.page.get_by_role("button", name=button)
        self.open()

    def open(self) -> None:
        """Load the page and go to the message, where the button appears."""
        self.page.goto(self._address)
        self.page.bring_to_front()
        self.page.locator(BODY).click()
        self._button.wait_for()

    def click(self, held_ms: float = 0) -> float:
        """Seconds from the click to the text in the box; the box is empty again afterwards.

        A click is when the button is let go, ``held_ms`` after it was pressed.
        """
        self.page.bring_to_front()
        self.page.evaluate(_WATCH, [BODY, _SHORTEST])
        self._button.click(delay=held_ms)
        seconds = float(self.page.evaluate("() => window.measured"))
        self._let_it_end()
        self.page.evaluate(_CLEAR, [BODY, _SUBJECT])
        return seconds

    def held_click(self) -> float:
        """The same as people click."""
        return self.click(held_ms=_HELD_MS)

    def first_click(self) -> float:
        """The same on a fresh page, with the worker asleep."""
        self.open()
        stop_workers(self.page)
        return self.click()

    def _let_it_end(self) -> None:
        """Until the reading back, the log entry and the number on the toolbar button are done with."""
        self.page.wait_for_timeout(400)
        self._server.call("GET", "agenda")


def rows(stage: Stage, rounds: int, *, others: int) -> Iterator[RatioRow]:
    """Warm on two pages by a program; and in ``others`` rounds as people do, and with the worker asleep."""
    with hello_server() as hello:
        hello_address = first_line(hello)
        pages = {
            "practice page": (practice(stage.server), practice(stage.server, hello_address)),
            "Gmail-shaped page": (gmail(), gmail(hello_address)),
        }
        for name, (our_address, floor_address) in pages.items():
            own = Compose(stage.ours, our_address, OURS, stage.server)
            least = Compose(stage.floor, floor_address, FLOOR, stage.server)
            yield RatioRow(
                f"click → text in the box, {name}, {RECORDS:,} records",
                "the floor: one message, one fetch, one insertion",
                Bound(1.5, p95=2),
                side_by_side(own.click, least.click, rounds),
            )
        yield RatioRow(
            f"the same, the button held for {_HELD_MS} ms as people do, Gmail-shaped page",
            "the floor, held as long",
            Bound(1.5, p95=2),
            side_by_side(own.held_click, least.held_click, others),
        )
        yield RatioRow(
            "the first click, worker asleep, nothing loaded, practice page",
            "the floor with its worker asleep",
            Bound(2),
            _asleep(stage, hello_address, max(1, others // 3)),
        )


def _asleep(stage: Stage, hello: str, rounds: int) -> Comparison:
    own = Compose(stage.ours, practice(stage.server), OURS, stage.server)
    least = Compose(stage.floor, practice(stage.server, hello), FLOOR, stage.server)
    return side_by_side(own.first_click, least.first_click, rounds)


def with_many_records(chromiums: Chromiums, folder: Path, rounds: int, most: int = 10_000) -> RatioRow:
    """With ``most`` records against a hundred."""
    with (
        local_server(fill(folder / "clicks-many", most)) as many,
        local_server(fill(folder / "clicks-100", 100)) as few,
        chromiums.ours(many) as with_many,
        chromiums.ours(few) as with_few,
    ):
        at_many = Compose(with_many, practice(many), OURS, many)
        at_few = Compose(with_few, practice(few), OURS, few)
        return RatioRow(
            f"click → text in the box, practice page, {most:,} records",
            "the same at 100",
            Bound(1.3),
            side_by_side(at_many.click, at_few.click, rounds),
        )
