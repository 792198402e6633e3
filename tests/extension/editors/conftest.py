"""A Chromium with the extension, and the editors bundled once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from browser import chromium_with_extension, extension_worker, pair
from tests.extension.editors.bundles import bundle_editors
from tests.extension.editors.pages import serve_pages
from tests.extension.stub_server import TOKEN, StubServer, an_answer, running_stub

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def bundles() -> Path:
    """The folder of the bundled editors."""
    return bundle_editors(ROOT)


@pytest.fixture(scope="module")
def server() -> Iterator[StubServer]:
    """A server that has one draft for everybody."""
    with running_stub() as stub:
        stub.answers = {"/drafts": an_answer(), "/settings": {}, "/agenda": {"items": []}}
        yield stub


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright,
    chromium: Path,
    server: StubServer,
    bundles: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """One Chromium for the whole matrix, its extension paired with the stub."""
    profile = tmp_path_factory.mktemp("profile")
    with chromium_with_extension(playwright, chromium, profile, headless=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        extension_worker(context)
        pair(context, address=server.address, token=TOKEN)
        serve_pages(context, bundles)
        yield context


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:
    """A fresh page."""
    page = browser.new_page()
    page.set_default_timeout(8_000)
    yield page
    page.close()
