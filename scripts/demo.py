#!/usr/bin/env python3
"""The main job on sample data: a practice compose page in a Chromium with the extension loaded and paired.

    python3 scripts/demo.py               opens a window; click "Draft follow-up"
    python3 scripts/demo.py --headless    clicks itself, reads the box back, saves a screenshot

With ``--headless`` it exits 0 only if the text read back from the box is the draft that the server wrote.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import environment
from browser import chromium_with_extension, extension_worker, pair
from local_server import LocalServer, local_server

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PERSON = {"name": "Dana Whitfield", "email": "dana@acme.example"}
BODY = "[role=textbox][aria-multiline=true]"
SUBJECT = "input[name=subject]"


def main() -> int:
    """Set up, start the parts, and click or let the person click."""
    options = _options()
    environment.enter(extra="demo")
    try:
        chromium = environment.find_chromium(may_install=not options.no_install)
        if not options.headless and not _has_screen():
            raise environment.SetupError("There is no screen here; try 'python3 scripts/demo.py --headless'.")
        return _show(chromium, options)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--headless", action="store_true", help="no window: click, read back, save a screenshot"
    )
    parser.add_argument("--no-install", action="store_true", help="never install a browser")
    parser.add_argument(
        "--screenshot",
        type=Path,
        default=Path("afterword-demo.png"),
        help="where --headless saves the picture",
    )
    return parser.parse_args()


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _show(chromium: Path, options: argparse.Namespace) -> int:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - there only once the environment is made

    with tempfile.TemporaryDirectory(prefix="afterword-demo-", ignore_cleanup_errors=True) as folder:
        environment.say("Starting the server on a temporary folder with sample records …")
        with (
            local_server(Path(folder) / "data") as server,
            sync_playwright() as playwright,
        ):
            server.add_samples()
            environment.say(f"Starting Chromium ({chromium}) with the extension …")
            profile = Path(folder) / "profile"
            with chromium_with_extension(playwright, chromium, profile, headless=options.headless) as context:
                pair(context, address=server.address, token=server.token)
                page = _open_practice(context, server)
                return _click(page, server, options) if options.headless else _wait_for_person(page)


def _open_practice(context: "BrowserContext", server: LocalServer) -> "Page":
    extension_worker(context)
    page = context.pages[0] if context.pages else context.new_page()
    query = urlencode({"to": PERSON["email"], "name": PERSON["name"]})
    page.goto(f"{server.address}/practice?{query}")
    page.bring_to_front()
    return page


def _wait_for_person(page: "Page") -> int:
    environment.say('Click into the message and then on "Draft follow-up". Close the window to end the demo.')
    page.wait_for_event("close", timeout=0)
    return 0


def _click(page: "Page", server: LocalServer, options: argparse.Namespace) -> int:
    expected = server.call("POST", "drafts", {"surface": "webmail", "recipients": [PERSON]})["draft"]
    page.locator(BODY).click()
    button = page.get_by_role("button", name="Draft follow-up")
    button.wait_for()
    started = time.perf_counter()
    button.click()
    page.wait_for_function(
        "([body, words]) => document.querySelector(body).innerText.includes(words)",
        arg=[BODY, _last_line(expected)],
        timeout=15_000,
    )
    milliseconds = (time.perf_counter() - started) * 1000
    subject, body = page.locator(SUBJECT).input_value(), page.locator(BODY).inner_text()
    _wait_for_log(server, expected["record_id"])
    page.screenshot(path=str(options.screenshot))
    return _report(expected, subject, body, milliseconds, options.screenshot)


def _wait_for_log(server: LocalServer, record_id: str) -> None:
    """Wait until the extension has read the text back and logged it, so that the picture shows its line."""
    for _ in range(50):
        if server.call("GET", f"records/{record_id}/follow-ups")["items"]:
            return
        time.sleep(0.1)


def _last_line(draft: dict[str, Any]) -> str:
    return [line for line in draft["body"].splitlines() if line.strip()][-1]


def _report(expected: dict[str, Any], subject: str, body: str, milliseconds: float, picture: Path) -> int:
    print(f"\nSubject: {subject}\n\n{body.strip()}\n")
    same = subject == expected["subject"] and body.split() == expected["body"].split()
    print(f"Surface: practice compose page, {milliseconds:.0f} ms from the click to the text in the box")
    print(f"Screenshot: {picture.resolve()}")
    print("The box holds the draft, whole and once." if same else "The box does NOT hold the draft.")
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
