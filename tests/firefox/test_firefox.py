"""The same extension folder in a stock Firefox, with a real server: a click fills, a second adds nothing."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from local_server import LocalServer, local_server
from tests.extension.editors.bundles import bundle_editors

pytestmark = pytest.mark.firefox

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GMAIL = (ROOT / "tests/extension/content/pages/gmail-popup.html").read_text("utf-8")
LINKEDIN = (ROOT / "tests/extension/content/pages/linkedin-profile-classic.html").read_text("utf-8")
OWN = "My own words"
MESSAGE = ".msg-form__contenteditable"
UNDO_STEPS = {"linkedin": 40}  # its box takes text line by line, and Firefox undoes it so
EDITORS = {
    "quill2": ".ql-editor",
    "rooster": "#editorParent_1 > div",
    "lexical": "[data-lexical-editor]",
    "quill1": ".ql-editor",
    "squire": "[role=textbox][aria-multiline]",
    "prosemirror": ".ProseMirror",
    "ckeditor5": ".ck-editor__editable",
    "draft": ".public-DraftEditor-content",
    "slate": "[data-slate-editor]",
    "trix": "trix-editor",
}
NAMES = ("practice", "gmail", "linkedin", *EDITORS)


@dataclass(frozen=True)
class Person:
    """Somebody the person wrote with: one for each page, since a follow-up is due once."""

    name: str
    email: str
    linkedin_url: str


def _person(page: str) -> Person:
    last_name = page.capitalize()
    return Person(f"Dana {last_name}", f"dana@{page}.example", f"https://www.linkedin.com/in/dana-{page}/")


@pytest.fixture(scope="module")
def firefox() -> str:
    """The Firefox to test in; without one, or without the npm tools, the tests are skipped by name."""
    found = os.environ.get("AFTERWORD_FIREFOX") or shutil.which("firefox-esr") or ""
    if not found:
        pytest.skip("no Firefox was found")
    if not shutil.which("node") or not (ROOT / "node_modules/puppeteer-core").exists():
        pytest.skip("the npm tools that drive Firefox are not installed")
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server on which each page has a person of its own."""
    with local_server(tmp_path_factory.mktemp("server") / "data") as started:
        ids = started.add_samples()
        sample = started.call("GET", f"records/{ids[0]}")
        for name in NAMES:
            started.call("POST", "records", _record_of(sample, _person(name)))
        yield started


def _record_of(sample: dict[str, Any], person: Person) -> dict[str, Any]:
    held = sample["rounds"][0]
    interviewer = {
        "name": person.name,
        "email": person.email,
        "linkedin_url": person.linkedin_url,
        "talked_about": "moving the nightly billing jobs to a stream",
        "hiring_role": "hiring_manager",
    }
    return {
        "company": person.email.split("@")[1],
        "role": sample["role"],
        "country": "US",
        "excites": sample["excites"],
        "skill": sample["skill"],
        "rounds": [
            {
                "at": held["at"],
                "minutes": 60,
                "kind": "video",
                "status": "held",
                "interviewers": [interviewer],
            }
        ],
    }


@dataclass(frozen=True)
class Walk:
    """What was seen in Firefox, and what the server had for each page before."""

    granted: bool
    seen: dict[str, dict[str, Any]]
    due: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def walk(firefox: str, server: LocalServer) -> Walk:
    """One Firefox, every page once."""
    bundles = bundle_editors(ROOT)
    due = {name: server.call("POST", "drafts", _request(name)) for name in NAMES}
    plan = {
        "firefox": firefox,
        "extension": str(ROOT / "extension"),
        "serverUrl": server.address,
        "token": server.token,
        "cases": [_case(name, server, bundles) for name in NAMES],
    }
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, str(HERE / "firefox.mjs")],
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    return Walk(result["granted"], result["seen"], due)


def _request(name: str) -> dict[str, Any]:
    person = _person(name)
    if name == "linkedin":
        shown = {"name": person.name, "headline": "", "company": "", "linkedin_url": person.linkedin_url}
        return {"surface": "linkedin_message", "person": shown}
    return {"surface": "webmail", "recipients": [{"name": person.name, "email": person.email}]}


def _case(name: str, server: LocalServer, bundles: Path) -> dict[str, Any]:
    """What Firefox shall do on this page: where to go, the box, the button, and what to serve."""
    person = _person(name)
    case = {"name": name, "button": "afterword-button", "pages": {}}
    if name == "practice":
        address = f"{server.address}/practice?to={person.email}"
        return {**case, "address": address, "box": "[role=textbox][aria-multiline=true]"}
    if name == "gmail":
        address = "https://mail.google.com/mail/u/0/"
        markup = GMAIL.replace("dana@acme.com", person.email).replace("Dana Whitfield", person.name)
        return {**case, "address": address, "box": "[g_editable]", "pages": {address: _html(markup)}}
    if name == "linkedin":
        address = person.linkedin_url
        markup = LINKEDIN.replace("Dana Whitfield", person.name).replace("dana-whitfield", "dana-linkedin")
        button = ".msg-overlay-conversation-bubble afterword-button"
        pages = {address: _html(markup)}
        return {**case, "address": address, "box": MESSAGE, "button": button, "pages": pages}
    return {**case, **_editor_page(name, server, bundles, person)}


def _editor_page(name: str, server: LocalServer, bundles: Path, person: Person) -> dict[str, Any]:
    address = f"{server.address}/practice/{name}"
    markup = (
        f'<form><input aria-label="To" value="{person.email}"><input aria-label="Subject">'
        '<div data-case="typed"></div><button type="button">Send</button></form>'
        f'<script src="/{name}.js"></script>'
    )
    script = {"type": "text/javascript", "body": (bundles / f"{name}.js").read_text("utf-8")}
    pages = {address: _html(markup), f"{server.address}/{name}.js": script}
    return {"address": address, "box": EDITORS[name], "pages": pages}


def _html(markup: str) -> dict[str, str]:
    return {"type": "text/html; charset=utf-8", "body": f"<!doctype html>{markup}"}


def test_the_extension_may_reach_the_server(walk: Walk) -> None:
    assert walk.granted


@pytest.mark.parametrize("name", NAMES)
def test_a_click_fills_the_box_a_second_adds_nothing_and_ctrl_z_takes_it_back(walk: Walk, name: str) -> None:
    seen = walk.seen[name]
    due = walk.due[name]
    assert due["status"] == "ready"

    assert "failed" not in seen, seen
    assert _words(seen["typed"]) == OWN.split()
    assert _words(seen["filled"]) == [*due["draft"]["body"].split(), *OWN.split()]
    assert _words(seen["again"]) == _words(seen["filled"])
    assert 0 < seen["undone"] <= UNDO_STEPS.get(name, 1)


def _words(text: str) -> list[str]:
    return text.replace("\ufeff", "").split()
