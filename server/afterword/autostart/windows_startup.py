"""Windows: a batch file in the user's own start-up folder."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from .entry import Entry

NAME = "Afterword.cmd"


def windows_entry(command: Sequence[str], app_data: Path) -> Entry:
    """The batch file that runs this command; ``app_data`` as in %APPDATA%."""
    startup = app_data / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"
    program, *options = command
    words = " ".join(map(_quoted, (_without_console(program), *options)))
    # The code page first: the file is UTF-8, and so may the paths in it be.
    lines = ("@echo off", "chcp 65001 >nul", f'start "Afterword" /b {words}', "")
    return Entry(startup, startup / NAME, "\r\n".join(lines).encode())


def _without_console(program: str) -> str:
    """pythonw instead of python where it lies beside it: no window stays open."""
    path = PurePath(program)
    windowless = path.with_name("pythonw.exe")
    return str(windowless) if path.name.lower() == "python.exe" and Path(windowless).exists() else program


def _quoted(word: str) -> str:
    # A path of Windows can't hold a quotation mark; a per cent sign would name a variable.
    return f'"{word.replace("%", "%%")}"'
