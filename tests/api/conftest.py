"""A server over an empty data folder: in process for most tests, on a real socket where bytes matter."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from waitress.server import create_server
from werkzeug.test import TestResponse

from afterword import serving
from afterword.app import api_of, create_app, pages_of
from afterword.clock import Clock
from afterword.config import Config
from afterword.parts import Parts, parts_of
from afterword.storage.access import AccessStore
from afterword.storage.store import open_store

NOW = datetime.fromisoformat("2026-11-21T16:00:00-05:00")
EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


@dataclass
class Calls:
    """Which handlers ran, by endpoint."""

    made: list[str] = field(default_factory=list)


@dataclass
class Api:
    """The API as a caller with a token sees it."""

    client: FlaskClient
    token: str
    base_url: str

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> TestResponse:
        """Call a path below /api/v1; a header's underscores stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.open(
            f"/api/v1/{path}",
            method=method,
            json=body,
            base_url=self.base_url,
            headers={"Authorization": f"Bearer {self.token}", **named},
        )


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(tmp_path / "data", 8756, NOW)


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    access = AccessStore(config.data_dir, now=Clock.stamp)
    with open_store(config.data_dir, now=Clock.stamp) as store:
        yield create_app(config, store, access)


@pytest.fixture
def parts(app: Flask) -> Parts:
    return parts_of(api_of(app))


@pytest.fixture
def calls(app: Flask) -> Calls:
    return count_calls(app)


@pytest.fixture
def token(parts: Parts) -> str:
    return parts.access.create_pairing("test")[1]


@pytest.fixture
def api(app: Flask, token: str, config: Config) -> Api:
    return Api(app.test_client(), token, config.address)


@dataclass
class Wire:
    """A server on a real socket."""

    app: Flask
    port: int
    token: str
    calls: Calls

    def send(self, request: str) -> str:
        """Send these bytes, with PORT and TOKEN filled in, and read the answer to its end."""
        text = request.replace("PORT", str(self.port)).replace("TOKEN", self.token).replace("\n", "\r\n")
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(text.encode("latin-1"))
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b"")).decode("latin-1")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    """One server for all tests of a file: starting one takes longer than most of them."""
    data_dir = tmp_path_factory.mktemp("wire") / "data"
    access = AccessStore(data_dir, now=Clock.stamp)
    bound = serving.bind(0)
    port = serving.port_of(bound)
    with open_store(data_dir, now=Clock.stamp) as store:
        app = create_app(Config(data_dir, port, NOW), store, access)
        server = create_server(app, sockets=[bound], **serving.LIMITS)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield Wire(app, port, "", count_calls(app))
        server.close()
        thread.join(5)


@pytest.fixture
def wire(running: Wire) -> Wire:
    """The running server, with a token that nobody has used and no handler called."""
    running.token = parts_of(api_of(running.app)).access.create_pairing("wire")[1]
    running.calls.made.clear()
    return running


def count_calls(app: Flask) -> Calls:
    """Note every handler that runs from now on."""
    calls = Calls()

    def noted(endpoint: str, view: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            calls.made.append(endpoint)
            return view(*args, **kwargs)

        return run

    for each in (app, api_of(app), pages_of(app)):
        for endpoint, view in list(each.view_functions.items()):
            each.view_functions[endpoint] = noted(endpoint, view)
    return calls
