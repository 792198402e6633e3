"""macOS: an agent that launchd runs at the user's log-in."""

import plistlib
from collections.abc import Sequence
from pathlib import Path

from .entry import Entry

LABEL = "app.afterword.server"


def launch_agent(command: Sequence[str], home: Path) -> Entry:
    """The agent that runs this command; ``home`` is the user's."""
    agents = home / "Library" / "LaunchAgents"
    told = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "ProcessType": "Background",
        # The first line it prints holds a one-time log-in code, which has no business in a log.
        "StandardOutPath": "/dev/null",
    }
    return Entry(agents, agents / f"{LABEL}.plist", plistlib.dumps(told))
