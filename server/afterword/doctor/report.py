"""One line for each thing that was looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "problem"]

EXIT_CODES: dict[Level, int] = {"ok": 0, "warning": 1, "problem": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """What was found; ``advice`` is what to do about it, empty where all is well."""

    check: str
    level: Level
    text: str
    advice: str = ""


def ok(check: str, text: str) -> Line:
    """All is well."""
    return Line(check, "ok", text)


def warning(check: str, text: str, advice: str) -> Line:
    """It works, but not as well as it should."""
    return Line(check, "warning", text, advice)


def problem(check: str, text: str, advice: str) -> Line:
    """Something does not work."""
    return Line(check, "problem", text, advice)


def exit_code(lines: Iterable[Line]) -> int:
    """0 if all is well, 1 if there are warnings, 2 if there are problems."""
    return max((EXIT_CODES[line.level] for line in lines), default=0)
