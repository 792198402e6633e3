"""A Chromium with the extension loaded and paired, for demos, tests and measurements (Playwright)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Playwright, Worker

EXTENSION = environment.ROOT / "extension"


@contextmanager
def chromium_with_extension(
    playwright: "Playwright", chromium: Path, profile: Path, *, headless: bool, extension: Path = EXTENSION
) -> Iterator["BrowserContext"]:
    """Open Chromium on a profile folder with the unpacked extension in it."""
    arguments = [
        f"--disable-extensions-except={extension}",
        f"--load-extension={extension}",
        "--disable-background-networking",
        "--no-first-run",
        *(["--headless=new"] if headless else []),
        *(["--no-sandbox"] if environment.is_root() else []),  # Chromium refuses to run as root with it
    ]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=str(chromium),
        headless=headless,
        args=arguments,
        viewport={"width": 1180, "height": 820},
    )
    try:
        yield context
    finally:
        context.close()


def extension_worker(context: "BrowserContext") -> "Worker":
    """The extension's background worker."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


def pair(context: "BrowserContext", *, address: str, token: str, linkedin: bool = False) -> None:
    """Give the extension a server and a token, as its own pairing does at the end."""
    extension_worker(context).evaluate(
        "given => chrome.storage.local.set(given)",
        {"serverUrl": address, "token": token, "linkedinButton": linkedin},
    )
