"""The packaged word lists and playbook, read once for all tests of the checks."""

from pathlib import Path

import pytest

from afterword.domain.checking import CheckLists
from afterword.domain.playbook import Playbook
from afterword.templates.check_lists_file import read_check_lists
from afterword.templates.playbook_file import read_playbook

SHARED = Path(__file__).parents[3] / "shared_templates"


@pytest.fixture(scope="session")
def lists() -> CheckLists:
    return read_check_lists(SHARED.joinpath("en", "checks.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return read_playbook(SHARED.joinpath("playbook.yaml").read_text("utf-8"))
