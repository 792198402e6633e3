"""T1: only requests addressed to this server by its own name and port get as far as the router."""

from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.wrappers import Request

from ..config import LOOPBACK
from ..http_errors import plain_answer
from .headers import harden
from .refusals import WrongHostError

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def host_names(port: int) -> tuple[str, str]:
    """The two spellings of Host that are ours; the second one is redirected to the first."""
    return f"{LOOPBACK}:{port}", f"localhost:{port}"


class HostCheck:
    """Wraps the application; answers 421 to every other Host, before routing and for every path.

    After DNS rebinding a hostile page's Origin and Host agree and there is no fetch metadata, so Host is all
    that is left to tell. Two Host lines arrive joined by a comma, and so fail the comparison.
    """

    def __init__(self, app: WsgiApp, port: int) -> None:
        self._app = app
        self._names = frozenset(host_names(port))

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Pass on or refuse."""
        if environ.get("HTTP_HOST") in self._names and self._is_origin_form(environ):
            return self._app(environ, start_response)
        refusal = harden(plain_answer(WrongHostError(), Request(environ).path))
        return refusal(environ, start_response)

    @staticmethod
    def _is_origin_form(environ: dict[str, Any]) -> bool:
        # "GET http://evil/ HTTP/1.1" names its host in the request line, whatever its Host header says.
        return str(environ.get("REQUEST_URI", "/")).startswith("/")
