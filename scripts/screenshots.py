#!/usr/bin/env python3
"""Take the pictures of the local page for the documents: every page, with the sample data.

python3 scripts/screenshots.py            all of them, into docs/screenshots/
python3 scripts/screenshots.py today      only these
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from local_server import LocalServer, local_server

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = environment.ROOT / "docs" / "screenshots"
WIDE, PHONE = {"width": 1180, "height": 820}, {"width": 390, "height": 844}
PAGES: Mapping[str, str] = {
    "today": "/",
    "records": "/records/",
    "board": "/records/board",
    "new-record": "/records/new",
    "record": "/records/{record}",
    "draft": "/records/{record}/draft/?interviewer_id={person}",
    "card": "/records/{record}/draft/card/?interviewer_id={person}",
    "call": "/records/{record}/call/?interviewer_id={person}",
    "invitation": "/invitations/",
    "templates": "/templates/",
    "template-editor": "/templates/edit/en/email/thank_you.md",
    "linkedin": "/linkedin/",
    "activity": "/activity/",
    "settings": "/settings",
    "data": "/settings/data/",
    "trash": "/trash",
    "set-up": "/setup/details",
    "practice": "/practice?name=Dana+Whitfield&to=dana@acme.example&signature=1",
    "api": "/api-page/",
}
DARK_OR_SMALL: Mapping[str, tuple[str, str, Mapping[str, int]]] = {
    "today-dark": ("today", "dark", WIDE),
    "draft-dark": ("draft", "dark", WIDE),
    "today-phone": ("today", "light", PHONE),
    "record-phone": ("record", "dark", PHONE),
}
TALLEST = 1640  # pixels of a picture; the top of a long page says enough


def main() -> int:
    """Start a server with the samples, go through the pages, keep their pictures."""
    environment.enter(extra="demo")
    wanted = set(sys.argv[1:])
    unknown = wanted - PAGES.keys() - DARK_OR_SMALL.keys()
    if unknown:
        print(f"There is no picture called {', '.join(sorted(unknown))}.")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="afterword-") as folder,
        local_server(Path(folder) / "Afterword") as server,
        _page_of(server) as page,
    ):
        names = _names(server)
        for name, (subject, scheme, size) in _pictures().items():
            if not wanted or name in wanted:
                _take(page, server.address + PAGES[subject].format(**names), name, scheme, size)
    return 0


def _pictures() -> dict[str, tuple[str, str, Mapping[str, int]]]:
    return {name: (name, "light", WIDE) for name in PAGES} | dict(DARK_OR_SMALL)


def _names(server: LocalServer) -> dict[str, str]:
    """Fill the server, use it a little, and tell the ids that the pages' addresses need."""
    record_id = server.add_samples()[0]
    record = server.call("GET", f"records/{record_id}")
    person = record["rounds"][0]["interviewers"][0]
    click = {"surface": "gmail", "recipients": [{"name": person["name"], "email": person["email"]}]}
    server.call("POST", "drafts", click)
    server.call("POST", "checks", {"text": "Hey Dana!", "subject": "", "channel": "email"})
    for day, action, about in (
        ("2026-11-18", "comment", "a post on streaming joins"),
        ("2026-11-19", "share", "notes on testing pipelines"),
        ("2026-11-20", "like", "a talk on data contracts"),
    ):
        server.call("POST", "presence", {"at": f"{day}T09:00:00-05:00", "action": action, "about": about})
    return {"record": record_id, "person": person["id"]}


@contextmanager
def _page_of(server: LocalServer) -> Iterator["Page"]:
    """The user's logged-in page in a Chromium of its own."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - there once the environment is made

    arguments = ["--no-sandbox"] if environment.is_root() else []
    with sync_playwright() as playwright:
        found = environment.find_chromium()
        browser = playwright.chromium.launch(executable_path=str(found), args=arguments)
        try:
            page = browser.new_context(locale="en-US", timezone_id="America/New_York").new_page()
            page.goto(server.login_address)
            yield page
        finally:
            browser.close()


def _take(page: "Page", address: str, name: str, scheme: str, size: Mapping[str, int]) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    page.screenshot(
        path=FOLDER / f"{name}.png",
        full_page=True,
        clip={"x": 0, "y": 0, "width": size["width"], "height": height},
    )
    print(f"{name}.png", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
