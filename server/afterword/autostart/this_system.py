"""The start-up entry of the system that Afterword runs on."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ..config import DEFAULT_PORT, default_data_dir
from .entry import Entry
from .launch_agent import launch_agent
from .systemd import RUNNING, systemd_entry
from .windows_startup import windows_entry


def start_command(data_dir: Path, port: int) -> list[str]:
    """What starts Afterword as it is installed here, without opening a page at every log-in."""
    command = [sys.executable, "-m", "afterword", "serve", "--no-browser"]
    if port != DEFAULT_PORT:
        command += ["--port", str(port)]
    if data_dir.absolute() != default_data_dir():
        command += ["--data-dir", str(data_dir.absolute())]
    return command


def entry_here(
    data_dir: Path,
    port: int,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Entry:
    """The entry for this data folder and port, written or not."""
    command = start_command(data_dir, port)
    home = home or Path.home()
    if platform == "win32":
        return windows_entry(command, Path(environment.get("APPDATA") or home / "AppData" / "Roaming"))
    if platform == "darwin":
        return launch_agent(command, home)
    return systemd_entry(command, Path(environment.get("XDG_CONFIG_HOME") or home / ".config"))


def is_heeded() -> bool:
    """Whether this system reads the entry; some kinds of Linux do without systemd."""
    return sys.platform in {"win32", "darwin"} or RUNNING.is_dir()
