"""A server that answers the extension as a test asks, and remembers what it was asked."""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

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


@contextmanager
def running_stub() -> Iterator[StubServer]:
    """A stub on a free port, stopped at the end."""
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
