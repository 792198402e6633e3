"""The packaged playbook, and short ways to ask the cadence about a record."""

from pathlib import Path

import pytest

from afterword.domain.playbook import Playbook
from afterword.templates.playbook_file import read_playbook

PLAYBOOK = Path(__file__).parents[3] / "shared_templates" / "playbook.yaml"


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return read_playbook(PLAYBOOK.read_text(encoding="utf-8"))
