"""One click in every editor, in every place: npm's real editors, the real extension, a real Chromium."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.extension.editors.compose import Compose
from tests.extension.editors.matrix import (
    BROKEN,
    EDITORS,
    NOT_STARTED,
    PLACES,
    SENTENCE,
    document,
    expected,
    works,
)
from tests.extension.editors.pages import CASES, address_of
from tests.extension.stub_server import BODY, StubServer

ROOT = Path(__file__).parents[3]
DRAFT = [line for line in BODY.splitlines() if line]
TAIL = ["--", "Sam Field, 555 0100", "On Friday Dana wrote:", "Are you still there?"]
OWN = "My own words"
SAYS_CLIPBOARD = "The draft is on the clipboard"
MOST_UNDO_STEPS = 5


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("editor", EDITORS)
def test_one_click_fills_the_editor_or_says_that_it_cannot(
    page: Page, server: StubServer, record_property: Callable[[str, object], None], editor: str, place: str
) -> None:
    page.goto(address_of(editor, place))

    outcome = _outcome(page, server, editor)

    record_property("matrix", (editor, place, outcome))
    assert outcome == expected(editor, place)


def _outcome(page: Page, server: StubServer, editor: str) -> str:
    empty, typed, tail = (Compose(page, editor, case) for case in CASES)
    if not all(compose.has_started() for compose in (empty, typed, tail)):
        return NOT_STARTED
    typed.write(OWN)
    if typed.lines() != [OWN]:
        return BROKEN
    steps = [_fill(typed, server, [OWN])]
    tail.write(OWN)
    tail.select_a_word()
    steps.append(_fill(tail, server, [OWN, *TAIL]))
    empty.come()
    steps.append(_fill(empty, server, []))
    return SENTENCE if None in steps else works(max(step for step in steps if step))


def _fill(compose: Compose, server: StubServer, before: list[str]) -> int | None:
    """Click, look, click again, undo; how many Ctrl+Z it took, or None where the sentence came instead."""
    assert compose.lines() == before
    logged = len(_log(server))

    compose.click_draft()
    if not _landed(compose, server, logged):
        assert _says(compose, SAYS_CLIPBOARD)
        assert compose.lines() == before
        return None

    assert (compose.lines(), compose.shown()) == ([*DRAFT, *before], [*DRAFT, *before])
    *between_paragraphs, within_one = compose.gaps(DRAFT)
    assert min(between_paragraphs) > within_one
    compose.click_draft()
    assert compose.lines() == [*DRAFT, *before]
    return _undo(compose, before)


def _landed(compose: Compose, server: StubServer, logged: int) -> bool:
    """Whether the extension says, by its log entry, that the draft stands; else it lies on the clipboard."""
    for _ in range(60):
        if len(_log(server)) > logged:
            return True
        if compose.page.evaluate("navigator.clipboard.readText()") == BODY:
            return False
        compose.page.wait_for_timeout(50)
    raise AssertionError("neither the draft nor a sentence came")


def _says(compose: Compose, sentence: str) -> bool:
    """Whether the sentence is announced; it comes after the clipboard, once the panel has loaded."""
    for _ in range(200):
        if sentence in compose.announced():
            return True
        compose.page.wait_for_timeout(50)
    return False


def _undo(compose: Compose, before: list[str]) -> int:
    for step in range(1, MOST_UNDO_STEPS + 1):
        compose.press_undo()
        compose.page.wait_for_timeout(30)  # editors hear of the change in the next task
        if compose.lines() == before:
            return step
    return MOST_UNDO_STEPS + 1


def _log(server: StubServer) -> list[object]:
    return server.requests("/records/r1/follow-ups")


def test_the_document_says_what_the_tests_hold() -> None:
    assert (ROOT / "docs" / "EDITORS.md").read_text("utf-8") == document()
