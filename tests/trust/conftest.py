"""A server that notes what arrives and which handlers run, other sites beside it, and a browser at them."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from waitress.server import create_server

from afterword import serving
from afterword.app import api_of, create_app, pages_of
from afterword.clock import Clock
from afterword.config import Config
from afterword.parts import Parts, parts_of
from afterword.storage.access import AccessStore
from afterword.storage.store import open_store
from tests.builders import a_record, at, settings_of

NOW = at("2026-11-21T17:00:00-05:00")
PLAIN_PAGE = b"<!doctype html><meta charset=utf-8><title>another site</title><body>"


@dataclass
class Target:
    """A running server with one record. ``arrived``: method, path, Host; ``handled``: endpoints."""

    app: Flask
    port: int
    arrived: list[tuple[str, str, str]] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def parts(self) -> Parts:
        return parts_of(api_of(self.app))

    def forget(self) -> None:
        """Count anew from here."""
        self.arrived.clear()
        self.handled.clear()

    def wait_for_arrivals(self, *, seconds: float = 5) -> None:
        """Until a request is here and no further one has come for a moment."""
        deadline = time.monotonic() + seconds
        while not self.arrived and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.15)

    def state(self) -> Any:
        """All that is kept."""
        return self.parts.store.tables()


@contextmanager
def a_target(data_dir: Path) -> Iterator[Target]:
    """Serve a folder with one record and settings in it."""
    bound = serving.bind(0)
    port = serving.port_of(bound)
    with open_store(data_dir, now=Clock.stamp) as store:
        store.records.add(a_record())
        store.settings.save(settings_of())
        app = create_app(Config(data_dir, port, NOW), store, AccessStore(data_dir, now=Clock.stamp))
        target = Target(app, port)
        note_everything(target)
        server = create_server(app, sockets=[bound], **serving.LIMITS)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield target
        server.close()
        thread.join(5)


def note_everything(target: Target) -> None:
    """Count requests before the first check, and handlers behind the last."""
    inner = target.app.wsgi_app

    def noted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        target.arrived.append((environ["REQUEST_METHOD"], environ["PATH_INFO"], environ.get("HTTP_HOST", "")))
        return inner(environ, start_response)

    target.app.wsgi_app = noted  # type: ignore[method-assign]
    for app in (target.app, api_of(target.app), pages_of(target.app)):
        for endpoint, view in list(app.view_functions.items()):
            if endpoint.endswith(".static"):
                continue  # pictures and styles, which are nobody's secret
            app.view_functions[endpoint] = counted(target, endpoint, view)


def counted(target: Target, endpoint: str, view: Callable[..., Any]) -> Callable[..., Any]:
    """A view that notes that it ran."""

    def run(*args: Any, **kwargs: Any) -> Any:
        target.handled.append(endpoint)
        return view(*args, **kwargs)

    return run


class PlainSite(BaseHTTPRequestHandler):
    """Another program's page, the same at every address."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PLAIN_PAGE)))
        self.end_headers()
        self.wfile.write(PLAIN_PAGE)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def a_site() -> Iterator[int]:
    """Another web server on this machine; gives its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), PlainSite) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@dataclass
class Web:
    """A browser in which evil.test is this machine. ``local`` and ``public``: ports of other sites."""

    browser: Browser
    local: int
    public: int


@pytest.fixture(scope="session")
def web(playwright: Playwright, chromium: Path) -> Iterator[Web]:
    """Chromium, with one other site that it takes for a public one."""
    with a_site() as local, a_site() as public:
        browser = playwright.chromium.launch(
            executable_path=str(chromium),
            args=[
                "--no-sandbox",
                "--host-resolver-rules=MAP evil.test 127.0.0.1",
                f"--ip-address-space-overrides=127.0.0.1:{public}=public",
            ],
        )
        yield Web(browser, local, public)
        browser.close()


@pytest.fixture(scope="module")
def running_target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """One server for all tests of a file."""
    with a_target(tmp_path_factory.mktemp("target") / "data") as target:
        yield target


@pytest.fixture(scope="module")
def user_context(running_target: Target, web: Web) -> Iterator[BrowserContext]:
    """The browser of the logged-in user, whose cookie other ports of this machine are sent as well."""
    context = web.browser.new_context()
    page = context.new_page()
    page.goto(f"{running_target.address}/log-in?code={running_target.parts.access.create_login_code()}")
    page.close()
    yield context
    context.close()


@pytest.fixture
def target(running_target: Target) -> Target:
    """The server, with nothing counted."""
    running_target.forget()
    return running_target


@pytest.fixture
def visit(user_context: BrowserContext) -> Iterator[Callable[[str], Page]]:
    """Open another site's page in the user's browser."""
    pages = []

    def visit(address: str) -> Page:
        pages.append(user_context.new_page())
        pages[-1].goto(address)
        return pages[-1]

    yield visit
    for page in [*pages, *user_context.pages]:
        if not page.is_closed():
            page.close()
