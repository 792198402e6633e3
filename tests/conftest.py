"""Options and fixtures that all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.extension.editors.matrix import table


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options that scripts/test.py passes on."""
    parser.addoption("--real-webmail", action="store_true", help="write in a real Roundcube")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium to test in; tests that need one are skipped by name where there is none."""
    found = os.environ.get("AFTERWORD_CHROMIUM") or shutil.which("chromium") or ""
    if not found:
        pytest.skip("no Chromium was found")
    return Path(found)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, started once for all tests: a second one beside it would refuse to start."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def captures() -> Path:
    """The folder of captured pages; without it the tests that read them are skipped by name."""
    folder = os.environ.get("AFTERWORD_CAPTURES")
    if not folder:
        pytest.skip("AFTERWORD_CAPTURES names no folder of captured pages")
    return Path(folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each editor did where; here, as only this file is read where processes share the work."""
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    cells = [cell for r in reports for name, cell in r.user_properties if name == "matrix"]
    if cells:
        terminalreporter.section("editors")
        terminalreporter.write_line(table({(editor, place): outcome for editor, place, outcome in cells}))
