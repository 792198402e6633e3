"""The whole product, running: a server, a Chromium with the extension, and (if asked for) a Roundcube."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect

from browser import chromium_with_extension, pair
from local_server import LocalServer, local_server
from tests.e2e import roundcube

# A machine that runs the whole suite is slow at times; a wait that is met ends at once all the same.
expect.set_options(timeout=30_000)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalServer]:
    """A server on an empty folder with the sample person and records, at the samples' moment."""
    with local_server(tmp_path / "data") as started:
        started.add_samples()
        yield started


@pytest.fixture
def paired_browser(
    server: LocalServer, playwright: Playwright, chromium: Path, tmp_path: Path
) -> Iterator[BrowserContext]:
    """A Chromium with the extension, paired with the server."""
    with chromium_with_extension(playwright, chromium, tmp_path / "profile", headless=True) as context:
        pair(context, address=server.address, token=server.token)
        yield context


@pytest.fixture(params=[True, False], ids=["html-editor", "plain-text-editor"])
def webmail(request: pytest.FixtureRequest) -> Iterator[roundcube.Roundcube]:
    """A real Roundcube in its HTML and in its plain-text editor."""
    if not request.config.getoption("--real-webmail"):
        pytest.skip("a real webmail is started only with --real-webmail")
    if not roundcube.is_installed():
        pytest.skip("Roundcube, PHP or Dovecot is not installed")
    with (
        tempfile.TemporaryDirectory(prefix="afterword-roundcube-", ignore_cleanup_errors=True) as folder,
        roundcube.running_roundcube(Path(folder), html_editor=request.param) as started,
    ):
        yield started
