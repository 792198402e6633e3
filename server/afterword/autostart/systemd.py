"""Linux: a unit of the user's own systemd, wanted by the target that a log-in reaches."""

from collections.abc import Sequence
from pathlib import Path

from .entry import Entry

NAME = "afterword.service"
RUNNING = Path("/run/systemd/system")  # there if and only if systemd started this machine

_UNIT = """\
[Unit]
Description=Afterword, the follow-up after a job interview

[Service]
ExecStart={command}
# The first line it prints holds a one-time log-in code, which has no business in the journal.
StandardOutput=null

[Install]
WantedBy=default.target
"""


def systemd_entry(command: Sequence[str], config_home: Path) -> Entry:
    """The unit that runs this command; ``config_home`` as in the XDG base directories."""
    units = config_home / "systemd" / "user"
    content = _UNIT.format(command=" ".join(map(_quoted, command)))
    # The link is what "systemctl --user enable" would make, without needing a bus.
    return Entry(config_home, units / NAME, content.encode(), units / "default.target.wants" / NAME)


def _quoted(word: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("%", "%%"), ("$", "$$")):
        word = word.replace(plain, escaped)
    return f'"{word}"'
