"""The port: free, ours, or another program's (T12)."""

from collections.abc import Iterator
from pathlib import Path

from ..config import LOOPBACK
from ..running_server import RunningServerError, who_answers
from ..serving import PortTakenError, bind
from ..storage.access import server_id_in
from ..storage.lock import announced_address
from .report import Line, ok, problem, warning


def check_port(folder: Path, port: int) -> Iterator[Line]:
    """Whether Afterword answers, or could."""
    announced = announced_address(folder)
    if announced and _is_ours(announced, folder):
        yield ok("port", f"Afterword runs at {announced}.")
        return
    address = f"http://{LOOPBACK}:{port}"
    try:
        bind(port).close()
    except PortTakenError:
        yield _taken(address, port, folder)
    else:
        yield ok("port", f"Port {port} is free; Afterword is not running.")


def _taken(address: str, port: int, folder: Path) -> Line:
    if _is_ours(address, folder):
        return ok("port", f"Afterword runs at {address}.")
    if _product_at(address) == "afterword":
        return warning(
            "port",
            f"Another Afterword, with another data folder, runs at {address}.",
            "Stop it, or start this one with another --port.",
        )
    return problem(
        "port",
        f"Another program uses port {port}.",
        "Close it, or start Afterword with another --port and set that port in the extension.",
    )


def _is_ours(address: str, folder: Path) -> bool:
    known = server_id_in(folder)
    return known is not None and _told_by(address).get("server_id") == known


def _product_at(address: str) -> str:
    return str(_told_by(address).get("product", ""))


def _told_by(address: str) -> dict[str, object]:
    try:
        return who_answers(address)
    except RunningServerError:
        return {}
