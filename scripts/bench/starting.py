"""Start and memory of the server, against Flask and waitress with one route."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.request import urlopen

import environment

from .comparing import Bound, side_by_side
from .rows import MEGABYTES, RatioRow
from .sample_records import PERSON, fill
from .servers import Connection, first_line, hello_server

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_MEMORY = "/proc/{}/smaps_rollup"
_Start = Callable[[], AbstractContextManager["subprocess.Popen[str]"]]


def rows(folder: Path, rounds: int) -> Iterator[RatioRow]:
    """From the command to the first answer; memory at 1,000 records after the first draft."""
    data_dir = fill(folder / "starting", 1_000)

    def ours() -> AbstractContextManager["subprocess.Popen[str]"]:
        return _our_server(data_dir)

    yield RatioRow(
        "start of “afterword serve” to the first answer, 1,000 records",
        "bare Flask and waitress",
        Bound(2.5),
        side_by_side(
            lambda: _first_answer(ours, "/api/v1/health"),
            lambda: _first_answer(hello_server, "/hello"),
            rounds,
        ),
    )
    if not Path(_MEMORY.format("self")).exists():
        return  # only Linux tells it without another package
    token = _token(data_dir)
    yield RatioRow(
        "memory of the server at 1,000 records, after drafts",
        "bare Flask and waitress",
        Bound(1.8),
        side_by_side(
            lambda: _memory(ours, lambda address: _some_drafts(address, token)),
            lambda: _memory(hello_server, _some_hellos),
            max(1, rounds // 3),
        ),
        unit=MEGABYTES,
    )


@contextmanager
def _our_server(data_dir: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [str(environment.VENV_PYTHON), "-m", "afterword", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(
        [*command, "--data-dir", str(data_dir)], stdout=subprocess.PIPE, text=True, env=_clean()
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("AFTERWORD_")}


def _token(data_dir: Path) -> str:
    command = [str(environment.VENV_PYTHON), "-m", "afterword", "token", "create", "bench"]
    made = subprocess.run(
        [*command, "--data-dir", str(data_dir)], check=True, capture_output=True, text=True, env=_clean()
    )
    return made.stdout.strip()


def _first_answer(start: _Start, path: str) -> float:
    """Seconds from starting the process to the end of its first answer."""
    began = time.perf_counter()
    with start() as process:
        with urlopen(_address(process) + path, timeout=30) as answer:  # noqa: S310 - our own address
            answer.read()
        return time.perf_counter() - began


def _address(process: "subprocess.Popen[str]") -> str:
    found = _ADDRESS.search(first_line(process))
    if not found:
        raise environment.SetupError("A server that was to be measured did not start.")
    return found.group()


def _memory(start: _Start, use: Callable[[str], None]) -> float:
    """Bytes that the process holds after some use, those it shares with others by their part (PSS)."""
    with start() as process:
        use(_address(process))
        return _held_by(process.pid)


def _held_by(pid: int) -> float:
    lines = Path(_MEMORY.format(pid)).read_text("ascii").splitlines()
    return next(float(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _some_drafts(address: str, token: str) -> None:
    connection = Connection(address, token)
    for _ in range(10):
        connection.post("/api/v1/drafts", {"surface": "webmail", "recipients": [PERSON]})


def _some_hellos(address: str) -> None:
    connection = Connection(address)
    for _ in range(10):
        connection.get("/hello")
