"""Running servers to measure, ours and the bare one, and a connection that stays open between requests."""

import http.client
import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environment
from local_server import local_server

from .sample_records import fill

HELLO = Path(__file__).with_name("hello_server.py")


class Servers:
    """Servers of ours by the number of their records, each started when it is first asked for."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._started: dict[int, Connection] = {}

    def with_records(self, number: int) -> "Connection":
        """A connection to the one with so many records."""
        if number not in self._started:
            data_dir = fill(self._folder / f"server-{number}", number)
            server = self._stack.enter_context(local_server(data_dir))
            self._started[number] = Connection(server.address, server.token)
        return self._started[number]


class Connection:
    """One connection to a server, kept open as a browser does."""

    def __init__(self, address: str, token: str = "") -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str) -> bytes:
        """The body of an answer; anything but 200 raises."""
        return self._ask("GET", path, None, self._headers)

    def post(self, path: str, body: Any) -> bytes:
        """The body of the answer to a JSON body; anything but 200 raises."""
        headers = {**self._headers, "Content-Type": "application/json"}
        return self._ask("POST", path, json.dumps(body), headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> bytes:
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return content


@contextmanager
def hello_server() -> Iterator["subprocess.Popen[str]"]:
    """The bare server's process, which prints its address as its first line."""
    with subprocess.Popen(
        [str(environment.VENV_PYTHON), str(HELLO)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def first_line(process: "subprocess.Popen[str]") -> str:
    """What a process prints first."""
    assert process.stdout is not None  # noqa: S101 - it was opened with a pipe
    return process.stdout.readline().strip()
