"""The apps behind the front: loaded by the first request for them, once, and by no other."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from afterword.app import create_app
from afterword.apps.on_demand import OnDemand
from afterword.clock import Clock
from afterword.config import Config
from afterword.storage.access import AccessStore
from afterword.storage.store import open_store

HERE = "http://127.0.0.1:8756"


@pytest.fixture
def app(tmp_path):
    with open_store(tmp_path, now=Clock.stamp) as store:
        yield create_app(Config(tmp_path, 8756), store, AccessStore(tmp_path, now=Clock.stamp))


def test_many_first_requests_make_the_app_once():
    made = []
    all_there = threading.Barrier(8)
    on_demand = OnDemand(lambda: made.append(Flask("made")) or made[0])

    def ask():
        all_there.wait()
        return on_demand.app

    with ThreadPoolExecutor(8) as threads:
        answers = [future.result() for future in [threads.submit(ask) for _ in range(8)]]

    assert len(made) == 1
    assert set(answers) == {made[0]}


def test_an_app_that_could_not_be_made_is_tried_again():
    attempts = []

    def make():
        attempts.append(1)
        if len(attempts) == 1:
            message = "not now"
            raise OSError(message)
        return Flask("made")

    on_demand = OnDemand(make)

    with pytest.raises(OSError, match="not now"):
        _ = on_demand.app
    assert on_demand.app.name == "made"


@pytest.mark.parametrize(
    ("path", "loaded"),
    [
        ("/api/v1/health", set()),
        ("/api/v1/health?nonce=" + "a" * 64, {"afterword.api.register"}),
        ("/api/v1/settings", {"afterword.api.register"}),
        ("/practice", {"afterword.api.register", "afterword.web"}),
    ],
)
def test_a_request_loads_what_it_needs_and_no_more(tmp_path, path, loaded):
    ask = f"""
import sys
from pathlib import Path
from afterword.app import create_app
from afterword.clock import Clock
from afterword.config import Config
from afterword.storage.access import AccessStore
from afterword.storage.store import open_store
folder = Path({str(tmp_path)!r})
with open_store(folder, now=Clock.stamp) as store:
    app = create_app(Config(folder, 8756), store, AccessStore(folder, now=Clock.stamp))
    app.test_client().get({path!r}, base_url={HERE!r})
print(*sorted({{"afterword.api.register", "afterword.web"}} & set(sys.modules)))
"""

    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)

    assert set(told.stdout.split()) == loaded


def test_health_is_the_same_from_the_front_and_from_the_api(app):
    client = app.test_client()

    front = client.get("/api/v1/health", base_url=HERE)
    api = client.get("/api/v1/health?unknown=1", base_url=HERE)

    assert front.json == api.json
    assert front.json["product"] == "afterword"
    assert dict(front.headers) == dict(api.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_wrong_method_is_refused_alike_by_the_front_and_the_api(app, method):
    client = app.test_client()

    front = client.open("/api/v1/health", method=method, base_url=HERE)
    api = client.open("/api/v1/health?unknown=1", method=method, base_url=HERE)

    assert front.status_code == api.status_code == 405
    assert front.json == api.json
    assert set(front.headers["Allow"].split(", ")) == set(api.headers["Allow"].split(", "))
