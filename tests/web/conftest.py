"""The local page over an app of its own: by test client, and in a real Chromium over a real server."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request
from waitress.server import create_server
from werkzeug.test import TestResponse

from afterword.app import api_of, create_app
from afterword.assets import asset_folder
from afterword.clock import Clock
from afterword.config import Config
from afterword.parts import Parts, install, parts_of
from afterword.serving import bind, port_of
from afterword.storage.access import AccessStore
from afterword.storage.store import open_store
from afterword.templates.library import Library

SATURDAY_AFTERNOON = datetime.fromisoformat("2026-11-21T17:00:00-05:00")

LIBRARY = Library(asset_folder("shared_templates"), None)  # one for all tests: reading it takes a while


@contextmanager
def an_app(data_dir: Path, port: int) -> Iterator[Flask]:
    """The whole app over an empty data folder, a day after the builders' interview."""
    access = AccessStore(data_dir, now=Clock.stamp)
    with open_store(data_dir, now=Clock.stamp) as store:
        app = create_app(Config(data_dir, port=port, fixed_now=SATURDAY_AFTERNOON), store, access)
        install(api_of(app), replace(parts_of(api_of(app)), library=LIBRARY))
        yield app


@dataclass
class Visitor:
    """A test client at the app's own address; ``log_in`` gives it the cookie."""

    app: Flask
    client: FlaskClient
    address: str
    token: dict[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> Parts:
        return parts_of(api_of(self.app))

    def log_in(self) -> None:
        code = self.parts.access.create_login_code()
        self.get(f"/log-in?code={code}")

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, base_url=self.address)

    def post(self, path: str, **fields: str) -> TestResponse:
        return self.client.post(path, base_url=self.address, data=self.token | fields)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Visitor]:
    """Somebody without the cookie."""
    with an_app(tmp_path, port=8756) as app:
        yield Visitor(app, app.test_client(), "http://127.0.0.1:8756")


@pytest.fixture
def user(stranger: Visitor) -> Visitor:
    """The user, logged in, whose forms carry the token that a page gave them."""
    stranger.log_in()
    given = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', stranger.get("/settings").text)
    assert given is not None
    stranger.token = {"csrf_token": given.group(1)}
    return stranger


@dataclass
class Site:
    """A running server, a browser at it, and all that the browser complained about or asked elsewhere."""

    address: str
    parts: Parts
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.goto(self.address + path)
        return page

    def watch(self, page: Page) -> None:
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def open_chromium(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    """The system's Chromium, started once."""
    started = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
    yield started
    started.close()


@pytest.fixture
def site(tmp_path: Path, open_chromium: Browser) -> Iterator[Site]:
    """An empty server and the logged-in user's browser. Afterwards: no complaint, no request elsewhere."""
    bound = bind(0)
    with an_app(tmp_path, port=port_of(bound)) as app:
        server = create_server(app, sockets=[bound], threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{port_of(bound)}"
        context = open_chromium.new_context(timezone_id="Europe/Vienna", locale="de-AT")
        started = Site(address, parts_of(api_of(app)), context)
        context.on("page", started.watch)
        context.on("request", started.note_request)
        context.new_page().goto(f"{address}/log-in?code={started.parts.access.create_login_code()}")
        yield started
        context.close()
        server.close()
        assert started.complaints == []
        assert [url for url in started.requests if not url.startswith((f"{address}/", "data:"))] == []


@pytest.fixture(scope="session")
def axe() -> Axe:
    """The accessibility checker."""
    return Axe()
