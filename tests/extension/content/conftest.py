"""A real Chromium with the real extension, pages at their real addresses, a server that answers as asked."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, Worker

from tests.extension.stub_server import TOKEN, StubServer, an_answer, running_stub

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "extension"
PAGES = Path(__file__).parent / "pages"
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def _running_server() -> Iterator[StubServer]:
    with running_stub() as stub:
        yield stub


@pytest.fixture(scope="session")
def granted_extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension, the browser's grant for https sites stubbed: its prompt can't be answered headless."""
    copy = tmp_path_factory.mktemp("extension") / "extension"
    shutil.copytree(EXTENSION, copy)
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    manifest["host_permissions"].append("https://*/*")
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return copy


@pytest.fixture(scope="session")
def chromium(
    playwright: Playwright, granted_extension: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
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
            f"--disable-extensions-except={granted_extension}",
            f"--load-extension={granted_extension}",
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
    worker.evaluate("() => chrome.storage.session.clear()")
    store(worker, serverUrl=stub.address, token=TOKEN, linkedinButton=False, sites=[], sitesOff=[], unsent={})
    return stub


def store(worker: Worker, **settings: Any) -> None:
    """Sets what the extension keeps in storage.local."""
    worker.evaluate("settings => chrome.storage.local.set(settings)", settings)


@pytest.fixture
def settings(worker: Worker) -> Callable[..., None]:
    return lambda **values: store(worker, **values)


@pytest.fixture
def own_site(chromium: BrowserContext, worker: Worker, server: StubServer) -> Callable[[str], None]:
    """Does what "Use on this site" does once the browser has granted an origin."""

    def use(origin: str) -> None:
        popup = chromium.new_page()
        popup.goto(worker.url.replace("background/worker.mjs", "pages/popup.html"))
        answer = popup.evaluate(
            """async (origin) => {
                const { id } = await chrome.tabs.getCurrent();
                return chrome.runtime.sendMessage({ type: "use_on_site", message: { origin, tabId: id } });
            }""",
            origin,
        )
        popup.close()
        assert answer["ok"], answer

    return use


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
