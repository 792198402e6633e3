"""All checks in the order in which one depends on the other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from .browser import check_browser, check_pairings
from .clock import check_clock, check_zones
from .folder import check_files, check_folder, check_space
from .kept_data import check_backups, check_data, check_set_aside
from .own_templates import check_templates
from .port import check_port
from .report import Line, problem


def examine(folder: Path, port: int, now: datetime) -> tuple[Line, ...]:
    """Look at everything, whether or not a server runs; nothing is changed.

    Args:
        folder: the data folder, which need not be there.
        port: where the server would answer.
        now: the real moment, zone-aware.
    """
    checks: dict[str, Callable[[], Iterable[Line]]] = {
        "folder": partial(check_folder, folder),
        "files": partial(check_files, folder),
        "space": partial(check_space, folder),
        "data": partial(check_data, folder, now),
        "damaged files": partial(check_set_aside, folder, now),
        "backups": partial(check_backups, folder, now),
        "port": partial(check_port, folder, port),
        "clock": partial(check_clock, folder, now),
        "zones": partial(check_zones, folder, now),
        "browser": check_browser,
        "pairing": partial(check_pairings, folder, now),
        "templates": partial(check_templates, folder),
    }
    return tuple(line for name, check in checks.items() for line in _lines(name, check))


def _lines(name: str, check: Callable[[], Iterable[Line]]) -> Iterator[Line]:
    try:
        yield from check()
    except OSError as error:  # a check that can't look must not keep the others from looking
        yield problem(
            name,
            f"This could not be looked at ({error.strerror or error}).",
            "Check the permissions.",
        )
