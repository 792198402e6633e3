"""The real extension in Chromium, a small stub for a server, and the panel as a screen reader meets it."""

import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

EXTENSION = Path(__file__).parents[3] / "extension"
TOKEN = "a-token-that-only-the-paired-server-knows"  # noqa: S105 - made up
SERVER_ID = "server-one"
PAGE = (Path(__file__).parent / "compose_page.html").read_bytes()
STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
Answer = tuple[int, Any]


@dataclass
class StubServer:
    """Answers like Afterword as far as the extension's background can tell; ``answers`` by "METHOD path"."""

    port: int = 0
    genuine: bool = True
    requests: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Answer | Callable[[Any], Answer]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def bodies(self, call: str) -> list[Any]:
        """The bodies of all requests of this "METHOD path"."""
        return [request["body"] for request in self.requests if request["call"] == call]

    def tokens_seen(self) -> list[str]:
        """Every Authorization header that arrived."""
        return [request["authorization"] for request in self.requests if request["authorization"]]

    def answer(self, call: str, query: dict[str, list[str]], body: Any) -> Answer:
        """The canned answer, or 404."""
        if call == "GET /api/v1/health":
            return 200, self.health(query)
        given = self.answers.get(call, (404, {"code": "not_found", "message": f"No {call}.", "fields": {}}))
        return given(body) if callable(given) else given

    def health(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """Proves knowledge of the token, as the real server does, if this stub is a genuine one."""
        nonce = query.get("nonce", [""])[0]
        key = hashlib.sha256(TOKEN.encode()).digest() if self.genuine else b"a guess"
        proof = hmac.new(key, nonce.encode(), "sha256").hexdigest() if nonce else None
        return {
            "status": "ok",
            "product": "afterword",
            "version": "1.0.0",
            "server_id": SERVER_ID,
            "proof": proof,
        }


def handler_for(stub: StubServer) -> type[BaseHTTPRequestHandler]:
    """A request handler that records and answers from the stub."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = json.loads(raw) if raw else None
            call = f"{self.command} {parts.path}"
            if parts.path in {"/practice-page", "/own-webmail"}:
                return self.send(200, PAGE, "text/html; charset=utf-8")
            if parts.path == "/practice-strict":
                return self.send(200, PAGE, "text/html; charset=utf-8", {"Content-Security-Policy": STRICT})
            stub.requests.append(
                {
                    "call": call,
                    "body": body,
                    "authorization": self.headers.get("Authorization"),
                    "query": parts.query,
                }
            )
            status, value = stub.answer(call, parse_qs(parts.query), body)
            return self.send(status, json.dumps(value).encode(), "application/json")

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815 - names of the standard library

        def send(
            self, status: int, content: bytes, kind: str, more: Mapping[str, str] = MappingProxyType({})
        ) -> None:
            self.send_response(status)
            for name, value in more.items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return Handler


@pytest.fixture
def stub() -> Iterator[StubServer]:
    """A genuine server on a free port."""
    stub = StubServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(stub))
    stub.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield stub
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def context(
    playwright: Playwright, chromium: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """One Chromium for a file of tests, with the extension as it lies in the tree."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=chromium,
        headless=True,
        viewport={"width": 1100, "height": 800},
        args=[
            "--headless=new",
            "--no-sandbox",
            "--disable-background-networking",
            f"--disable-extensions-except={EXTENSION}",
            f"--load-extension={EXTENSION}",
        ],
    )
    yield context
    context.close()


@pytest.fixture
def worker(context: BrowserContext) -> Worker:
    """The extension's background."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


@pytest.fixture
def paired(worker: Worker, stub: StubServer) -> Worker:
    """The background, paired with the stub by the way in that storage.local is."""
    worker.evaluate(
        """async ({ serverUrl, token }) => {
            await chrome.storage.session.clear();
            await chrome.storage.local.clear();
            await chrome.storage.local.set({ serverUrl, token });
        }""",
        {"serverUrl": stub.url, "token": TOKEN},
    )
    return worker


@pytest.fixture
def page(context: BrowserContext, stub: StubServer) -> Iterator[Page]:
    """A page that listens to every key, at an address where the content scripts run from the start."""
    page = context.new_page()
    page.goto(f"{stub.url}/practice-page")
    yield page
    page.close()


@dataclass
class SeenPanel:
    """The panel as an assistive technology meets it: by role and name, through closed shadow roots."""

    page: Page
    cdp: CDPSession
    worker: Worker
    tab: int

    def open(
        self, answer: dict[str, Any], request: dict[str, Any] | None = None, *, can_insert: bool = True
    ) -> None:
        """Opens the panel with this answer; what it asks goes to the real background."""
        self.in_content(
            OPEN_PANEL,
            {"answer": answer, "request": request or {"surface": "webmail"}, "canInsert": can_insert},
        )
        self.node("dialog", "Follow-up draft")

    def in_content(self, function: str, argument: Any = None) -> Any:
        """Runs a function in the content script's world."""
        return self.worker.evaluate(
            f"""async ({{ tab, argument }}) => {{
                const [{{ result }}] = await chrome.scripting.executeScript(
                    {{ target: {{ tabId: tab }}, func: {function}, args: [argument] }});
                return result;
            }}""",
            {"tab": self.tab, "argument": argument},
        )

    def load(self) -> None:
        """Loads the panel's files as a click does."""
        self.in_content(
            "async () => { await chrome.runtime.sendMessage({ type: 'load', message: { part: 'panel' } }); }"
        )

    def decision(self) -> Any:
        """What the panel resolved with, null while it is open."""
        return self.in_content("() => globalThis.decision ?? null")

    def find(self, role: str, name: str | None = None) -> list[dict[str, Any]]:
        """All nodes of this role (and name) in the accessibility tree."""
        root = self.cdp.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        query = {"nodeId": root, "role": role} | ({"accessibleName": name} if name is not None else {})
        return [
            node for node in self.cdp.send("Accessibility.queryAXTree", query)["nodes"] if not node["ignored"]
        ]

    def node(self, role: str, name: str | None = None) -> dict[str, Any]:
        """The first such node, waited for."""
        for _ in range(100):
            found = self.find(role, name)
            if found:
                return found[0]
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no {role} named {name!r}")

    def gone(self, role: str, name: str | None = None) -> bool:
        """Whether no such node is left, waited for."""
        for _ in range(100):
            if not self.find(role, name):
                return True
            self.page.wait_for_timeout(50)
        return False

    def press(self, role: str, name: str) -> None:
        """A real click in the middle of the node."""
        node = self.node(role, name)["backendDOMNodeId"]
        self.cdp.send("DOM.scrollIntoViewIfNeeded", {"backendNodeId": node})
        quad = self.cdp.send("DOM.getBoxModel", {"backendNodeId": node})["model"]["border"]
        self.page.mouse.click((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2)

    def type_into(self, name: str, text: str) -> None:
        """Puts the focus into a field by its label and types."""
        self.cdp.send("DOM.focus", {"backendNodeId": self.node("textbox", name)["backendDOMNodeId"]})
        self.page.keyboard.type(text)

    def value(self, role: str, name: str) -> str:
        """What stands in a field."""
        return str(self.node(role, name).get("value", {}).get("value", ""))

    def focused(self) -> str:
        """The accessible name of what has the focus."""
        root = self.cdp.send("Accessibility.getFullAXTree")["nodes"]
        names = [
            n["name"]["value"]
            for n in root
            if not n["ignored"] and has_focus(n) and n["role"]["value"] != "RootWebArea"
        ]
        return names[-1] if names else ""

    def text(self) -> str:
        """All the text that a reader would come across."""
        nodes = self.cdp.send("Accessibility.getFullAXTree")["nodes"]
        return " ".join(
            n["name"]["value"] for n in nodes if not n["ignored"] and n["role"]["value"] == "StaticText"
        )


def has_focus(node: dict[str, Any]) -> bool:
    """Whether this accessibility node has the focus."""
    return any(p["name"] == "focused" and p["value"]["value"] for p in node.get("properties", []))


OPEN_PANEL = """({ answer, request, canInsert }) => {
    globalThis.decision = null;
    const anchor = document.querySelector("#anchor");
    const ask = (type, message) => chrome.runtime.sendMessage({ type, message });
    const opened = globalThis.Afterword.panel.open({ anchor, answer, request, ask, canInsert });
    opened.then((made) => { globalThis.decision = made; });
}"""


@pytest.fixture
def panel(page: Page, context: BrowserContext, paired: Worker) -> SeenPanel:
    """The page with the panel's files loaded, as the background loads them."""
    tab = paired.evaluate(
        "async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url).id", page.url
    )
    panel = SeenPanel(page, context.new_cdp_session(page), paired, tab)
    for domain in ("DOM", "Accessibility"):
        panel.cdp.send(f"{domain}.enable")
    panel.load()
    return panel
