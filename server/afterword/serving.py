"""waitress on a socket of our own: bound before anything else starts, let go after the last answer is out."""

import logging
import signal
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from .config import LOOPBACK
from .domain.errors import AfterwordError

# T11: a stalled upload holds a connection but no thread.
LIMITS: Mapping[str, Any] = {
    "threads": 4,
    "connection_limit": 200,
    "channel_timeout": 60,  # seconds without a byte, after which a connection is closed
    # Bytes. Over 1 MB the app says 413 in its own words; over this, waitress does in its own.
    "max_request_body_size": 8 * 1_048_576,
    "ident": None,
    "clear_untrusted_proxy_headers": True,
}
LAST_ANSWERS_WITHIN = 10  # seconds that running requests get once the server is told to stop


class PortTakenError(AfterwordError):
    """Another program has the port."""

    code = "port_taken"


def bind(port: int) -> socket.socket:
    """A listening socket on 127.0.0.1; port 0 lets the system choose.

    Raises:
        PortTakenError: somebody else has the port, or the system does not let us have it.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, SO_REUSEADDR would let another program take the port while we have it.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((LOOPBACK, port))
        bound.listen()
    except OSError as error:
        bound.close()
        raise PortTakenError(
            f"Port {port} is used by another program. Close it, or choose another port with --port."
        ) from error
    return bound


def port_of(bound: socket.socket) -> int:
    """The port a socket is bound to."""
    port: int = bound.getsockname()[1]
    return port


def serve(app: Flask, bound: socket.socket) -> None:
    """Answer until SIGTERM or SIGINT; a request that runs by then is answered to its end."""
    connections: dict[int, Any] = {}
    # It warns of every request that waits for another one for a millisecond.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, map=connections, sockets=[bound], **LIMITS)
    with _told_to_stop(server) as stopping:
        while not stopping:
            wasyncore.loop(timeout=1, map=connections, count=1)
    _let_running_requests_end(server, connections)


@contextmanager
def _told_to_stop(server: Any) -> Iterator[list[int]]:
    """A list that is empty until one of the stopping signals came."""
    received: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        server.pull_trigger()  # the loop may be asleep

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _let_running_requests_end(server: Any, connections: dict[int, Any]) -> None:
    wasyncore.dispatcher.close(server)  # no new connections; the trigger that wakes the loop stays
    deadline = time.monotonic() + LAST_ANSWERS_WITHIN
    while _is_busy(server) and time.monotonic() < deadline:
        wasyncore.loop(timeout=0.1, map=connections, count=1)
    server.task_dispatcher.shutdown(cancel_pending=True, timeout=1)
    wasyncore.close_all(connections)


def _is_busy(server: Any) -> bool:
    return any(c.requests or c.total_outbufs_len for c in server.active_channels.values())
