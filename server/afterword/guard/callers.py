"""T2-T4: what the browser says about who made it send a request."""

import re

from flask import Request

from ..storage.access import AccessStore
from .doors import PAGES, Door
from .refusals import ForeignCallerError

# No page can have such an Origin, so the form of the id is not ours to judge.
_EXTENSION = re.compile(r"(?:chrome|moz)-extension://[0-9a-z-]{1,64}")
_OURS = frozenset({None, "same-origin", "none"})  # None: a browser without fetch metadata, or no browser


def is_extension(origin: str | None) -> bool:
    """Whether an Origin is that of a browser extension."""
    return origin is not None and _EXTENSION.fullmatch(origin) is not None


def paired_origins(access: AccessStore) -> frozenset[str]:
    """The Origins of the paired extensions, literally."""
    return frozenset(pairing.origin for pairing in access.pairings() if pairing.origin)


def refuse_other_sites(request: Request, door: Door | None) -> None:
    """Turn away what another site caused, but for a link to one of our pages.

    Other ports of localhost are "same-site" and are sent even a Strict cookie, so they are refused too.

    Raises:
        ForeignCallerError: the fetch metadata names another site.
    """
    if request.headers.get("Sec-Fetch-Site") in _OURS:
        return
    if door in PAGES and _is_navigation(request):
        return
    raise ForeignCallerError


def refuse_other_origins(request: Request, door: Door | None, *, own: str, paired: frozenset[str]) -> None:
    """Turn away every Origin that is neither ours nor an extension's with business at this door.

    An extension before a token's door is judged by its token: the first one to use a token is bound to it.

    Raises:
        ForeignCallerError: the Origin has no business here.
    """
    origin = request.headers.get("Origin")
    if door is Door.PAIRING and request.method == "POST" and request.endpoint:
        allowed = is_extension(origin)
    elif origin is None:
        allowed = True
    elif is_extension(origin):
        allowed = door in {Door.PAIRING, Door.TOKEN} or (door not in PAGES and origin in paired)
    else:
        allowed = origin == own and door is not Door.PAIRING
    if not allowed:
        raise ForeignCallerError


def is_preflight(request: Request, paired: frozenset[str]) -> bool:
    """Whether this is the browser's own question before a paired extension's request; it has no token."""
    asks = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
    return asks and request.headers.get("Origin") in paired


def _is_navigation(request: Request) -> bool:
    headers = request.headers
    return (
        request.method == "GET"
        and headers.get("Sec-Fetch-Mode") == "navigate"
        and headers.get("Sec-Fetch-Dest") == "document"
    )
