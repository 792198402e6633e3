"""The server that has a data folder open, asked from the command line."""

import hmac
import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from .domain.errors import AfterwordError
from .storage.access import AccessStore, selector_of

WITHIN = 60  # seconds; an import of years of interviews takes a few
SOON = 3  # seconds; health asks nothing of anybody
TOO_LARGE = 413

# A proxy of the environment has no business between two programs of one machine.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class RunningServerError(AfterwordError):
    """The running server said no, or something else answers in its place."""

    code = "running_server"


class RunningServer:
    """Asks the API with a token of its own. ``address`` as the server announced it."""

    def __init__(self, address: str, token: str) -> None:
        self._address = address
        self._token = token

    def call(self, method: str, path: str, body: bytes | None = None) -> Any:
        """The JSON that ``path`` below /api/v1 answers to a JSON ``body``.

        Raises:
            RunningServerError: the server refused, in its own words, or did not answer.
        """
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        return _answer(self._address, method, path, body=body, headers=headers)


@contextmanager
def connected(address: str, access: AccessStore, *, name: str) -> Iterator[RunningServer]:
    """The server at this address, with a pairing that lasts for the block.

    Raises:
        RunningServerError: whoever answers does not know the pairing (T12); no token was sent to it.
    """
    pairing, token = access.create_pairing(name)
    try:
        _demand_proof(address, access, selector_of(token))
        yield RunningServer(address, token)
    finally:
        access.revoke_pairing(pairing.id)


def who_answers(address: str) -> dict[str, Any]:
    """What the program at this address says of itself when asked as Afterword's server.

    Raises:
        RunningServerError: nobody answers, or somebody who is no Afterword.
    """
    answer = _answer(address, "GET", "health", within=SOON)
    return answer if isinstance(answer, dict) else {}


def _demand_proof(address: str, access: AccessStore, selector: str) -> None:
    nonce = secrets.token_urlsafe(16)
    query = urlencode({"nonce": nonce, "selector": selector})
    answer = _answer(address, "GET", f"health?{query}")
    given = str(answer.get("proof") if isinstance(answer, dict) else "")
    if not hmac.compare_digest(given.encode(), (access.proof(selector, nonce) or "").encode()):
        raise RunningServerError(
            f"Another program answers at {address}. Stop Afterword and the other program, then try again."
        )


def _answer(
    address: str,
    method: str,
    path: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] = MappingProxyType({}),
    within: float = WITHIN,
) -> Any:
    request = urllib.request.Request(  # noqa: S310 - an address that a server of ours announced
        f"{address}/api/v1/{path}", method=method, data=body, headers=dict(headers)
    )
    try:
        with _OPENER.open(request, timeout=within) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        raise _refusal(error) from error
    except (OSError, ValueError, HTTPException) as error:
        raise RunningServerError(
            f"Afterword at {address} did not answer. Stop it, then try again."
        ) from error


def _refusal(error: urllib.error.HTTPError) -> RunningServerError:
    if error.code == TOO_LARGE:
        return RunningServerError("This is too large for a running Afterword. Stop it, then try again.")
    try:
        told = json.loads(error.read())
        return RunningServerError(str(told["message"]), fields=told["fields"])
    except (ValueError, KeyError, TypeError):
        return RunningServerError(f"The running Afterword answered {error.code}. Stop it, then try again.")
