"""The command line in process, over a data folder of its own, with a server beside it where asked for."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from waitress.server import create_server

from afterword import serving
from afterword.app import create_app
from afterword.cli import main
from afterword.clock import Clock
from afterword.config import Config
from afterword.storage.access import AccessStore
from afterword.storage.store import Store, open_store
from tests.builders import a_record, settings_of

Run = Callable[..., Result]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data_dir: Path) -> Run:
    """Run a command on the test's data folder."""

    def run(*arguments: object, given: bytes | None = None) -> Result:
        words = [*map(str, arguments), "--data-dir", str(data_dir)]
        return CliRunner().invoke(main, words, input=given, catch_exceptions=False)

    return run


@pytest.fixture
def filled(data_dir: Path) -> Path:
    """The data folder with two records and settings in it."""
    with open_store(data_dir, now=Clock.stamp) as store:
        store.records.add(a_record())
        store.records.add(a_record(id="globex", company="Globex"))
        store.settings.save(settings_of())
    return data_dir


@pytest.fixture
def server(filled: Path) -> Iterator[Store]:
    """A server that has the filled folder open; its store, to see what the commands did."""
    bound = serving.bind(0)
    config = Config(filled, serving.port_of(bound))
    with open_store(filled, now=Clock.stamp) as store:
        app = create_app(config, store, AccessStore(filled, now=Clock.stamp))
        running = create_server(app, sockets=[bound], **serving.LIMITS)
        thread = threading.Thread(target=running.run, daemon=True)
        thread.start()
        store.announce(config.address)
        yield store
        running.close()
        thread.join(5)


def companies(data_dir: Path) -> set[str]:
    """The companies of all records in a folder that nobody has open."""
    with open_store(data_dir, now=lambda: datetime.now(UTC)) as store:
        return {record.company for record in store.records.all()}


@pytest.fixture
def kept(data_dir: Path) -> Callable[[], set[str]]:
    """Which companies are kept, once no server runs."""
    return lambda: companies(data_dir)
