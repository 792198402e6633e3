"""Chromiums to measure in: one with our extension, paired, and one with the floor's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from browser import EXTENSION, chromium_with_extension, extension_worker, pair
from local_server import LocalServer, local_server

from .sample_records import PERSON, fill

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Playwright

RECORDS = 1_000
FLOOR_EXTENSION = Path(__file__).with_name("floor_extension")
GMAIL = "https://mail.google.com/mail/u/0/"
_INBOX = f"{GMAIL}?view=inbox"
_PAGES = Path(__file__).with_name("pages")


class Chromiums:
    """Starts browsers, each with one extension and a profile of its own."""

    def __init__(self, playwright: "Playwright", chromium: Path, folder: Path) -> None:
        self._playwright = playwright
        self._chromium = chromium
        self._folder = folder
        self._started = 0

    @contextmanager
    def stage(self) -> Iterator["Stage"]:
        """Both browsers beside a server with a long search in it, for more than one group of rows."""
        with (
            local_server(fill(self._folder / "stage", RECORDS)) as server,
            self.ours(server) as ours,
            self.floor() as floor,
        ):
            yield Stage(server, ours, floor)

    @contextmanager
    def ours(self, server: LocalServer) -> Iterator["BrowserContext"]:
        """Our extension, paired with a server."""
        with self._with(EXTENSION) as context:
            pair(context, address=server.address, token=server.token)
            yield context

    @contextmanager
    def floor(self) -> Iterator["BrowserContext"]:
        """The floor extension."""
        with self._with(FLOOR_EXTENSION) as context:
            yield context

    @contextmanager
    def _with(self, extension: Path) -> Iterator["BrowserContext"]:
        self._started += 1
        profile = self._folder / f"profile-{self._started}"
        with chromium_with_extension(
            self._playwright, self._chromium, profile, headless=True, extension=extension
        ) as context:
            extension_worker(context)
            context.route(f"{GMAIL}**", lambda route: route.fulfill(path=_PAGES / "gmail.html"))
            context.route(f"{_INBOX}**", lambda route: route.fulfill(path=_PAGES / "inbox.html"))
            yield context


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a page is measured with our extension and with the floor's."""

    server: LocalServer
    ours: "BrowserContext"
    floor: "BrowserContext"


def practice(server: LocalServer, floor: str = "") -> str:
    """The address of the practice page, addressed to the one who is clicked for."""
    query = {"to": PERSON["email"], "name": PERSON["name"], **({"floor": floor} if floor else {})}
    return f"{server.address}/practice?{urlencode(query)}"


def gmail(floor: str = "") -> str:
    """The address of the Gmail-shaped page."""
    return GMAIL + (f"?{urlencode({'floor': floor})}" if floor else "")


def inbox(floor: str = "") -> str:
    """The address of a mailbox in which nothing is being written."""
    return _INBOX + (f"&{urlencode({'floor': floor})}" if floor else "")


def stop_workers(page: "Page") -> None:
    """Send the extension's worker to sleep, as the browser does after 30 idle seconds."""
    context = page.context
    address = extension_worker(context).url
    own = context.new_page()
    # Any file of the extension is a page of its origin, from which its worker may be stopped.
    own.goto(address.rpartition("/")[0].partition("/background")[0] + "/manifest.json")
    session = context.new_cdp_session(own)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
    own.close()
