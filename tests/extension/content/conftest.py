"""A real Chromium with the real extension, pages at their real addresses, a server that answers as asked."""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, Worker

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "extension"
PAGES = Path(__file__).parent / "pages"
CHROMIUM = "/usr/bin/chromium"
TOKEN = "stub-token"  # noqa: S105 - the stub accepts any
BODY = (
    "Hi Dana,\n\n"
    "Thank you for the time on Friday & for <b>plain words</b> about the Platform Engineer role.\n\n"
    "Could you tell me what the next step is?\n\nBest regards,\nSam Field"
)
SUBJECT = "Thank you from Sam Field, Platform Engineer"


def a_draft(**changes: Any) -> dict[str, Any]:
    """A draft as the server writes it."""
    return {
        "draft_id": "d1", "record_id": "r1", "round_id": "o1", "interviewer_id": "i1", "kind": "thank_you",
        "channel": "email", "subject": SUBJECT, "body": BODY, "limit": None, "words": 40, "seconds": None,
        "wording": 0, "sentences": [], **changes,
    }  # fmt: skip


def an_answer(**changes: Any) -> dict[str, Any]:
    """A ready answer of POST /drafts, its window open."""
    timing = {
        "verdict": "open", "opens_at": None, "best_at": None, "closes_at": None,
        "reason": "The best time is now.", "rules": ["W3"],
    }  # fmt: skip
    return {
        "status": "ready", "draft": a_draft(), "timing": timing, "findings": [], "missing": [], "choices": [],
        "advice": None, "ask": None, **changes,
    }  # fmt: skip


@dataclass
class StubServer:
    """Answers each path with what the test put there and remembers what was asked."""

    address: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    delay: float = 0.0

    def requests(self, path: str) -> list[Any]:
        """The bodies sent to this path below /api/v1, oldest first."""
        return [body for _, asked, body in self.asked if asked == path]

    def answer(self, path: str, query: dict[str, list[str]]) -> Any:
        if path == "/health":
            return {"product": "afterword", "server_id": "s1", **_proof(query)}
        return self.answers.get(path, {})


def _proof(query: dict[str, list[str]]) -> dict[str, str]:
    if "nonce" not in query:
        return {}
    key = hashlib.sha256(TOKEN.encode()).digest()
    return {"proof": hmac.new(key, query["nonce"][0].encode(), hashlib.sha256).hexdigest()}


@pytest.fixture(scope="session")
def _running_server() -> Iterator[StubServer]:
    stub = StubServer()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            address = urlsplit(self.path)
            path = address.path.removeprefix("/api/v1")
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            stub.asked.append((self.command, path, body))
            time.sleep(stub.delay)
            answer = stub.answer(path, parse_qs(address.query))
            page = answer if isinstance(answer, str) else json.dumps(answer)
            self.send_response(200)
            self.send_header(
                "Content-Type", "text/html; charset=utf-8" if page is answer else "application/json"
            )
            self.end_headers()
            self.wfile.write(page.encode())

        do_GET = do_POST = do_PUT = _serve  # noqa: N815 (names of http.server)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield stub
    server.shutdown()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium at /usr/bin/chromium")
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path_factory.mktemp("profile")),
        executable_path=CHROMIUM,
        headless=True,
        permissions=["clipboard-read", "clipboard-write"],
        args=[
            "--headless=new",
            "--no-sandbox",
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
            "--disable-background-networking",
        ],
    )
    yield context
    context.close()


@pytest.fixture
def worker(chromium: BrowserContext) -> Worker:
    return (
        chromium.service_workers[0] if chromium.service_workers else chromium.wait_for_event("serviceworker")
    )


@pytest.fixture
def server(_running_server: StubServer, worker: Worker) -> StubServer:
    """The stub, paired with the extension, ready to answer with a draft."""
    stub = _running_server
    stub.asked.clear()
    stub.delay = 0.0
    stub.answers = {"/drafts": an_answer(), "/settings": {}, "/agenda": {"items": []}}
    store(worker, serverUrl=stub.address, token=TOKEN, linkedinButton=False, sites=[], sitesOff=[])
    return stub


def store(worker: Worker, **settings: Any) -> None:
    """Sets what the extension keeps in storage.local."""
    worker.evaluate("settings => chrome.storage.local.set(settings)", settings)


@pytest.fixture
def settings(worker: Worker) -> Callable[..., None]:
    return lambda **values: store(worker, **values)


@pytest.fixture
def page(chromium: BrowserContext, server: StubServer) -> Iterator[Page]:
    page = chromium.new_page()
    page.set_default_timeout(8_000)
    yield page
    page.close()


@pytest.fixture
def visit(page: Page) -> Iterator[Callable[..., Page]]:
    """Opens a hand-written page (a file of pages/, or markup) at a site's own address."""

    def _visit(address: str, source: str, headers: dict[str, str] | None = None) -> Page:
        markup = (PAGES / source).read_text("utf-8") if source.endswith(".html") else source

        def serve(route: Route) -> None:
            route.fulfill(
                body=markup, headers={"Content-Type": "text/html; charset=utf-8", **(headers or {})}
            )

        page.route(address, serve)
        page.goto(address)
        return page

    yield _visit
    page.unroute_all(behavior="ignoreErrors")
