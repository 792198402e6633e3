"""The registry of who may call which endpoint. What is not in it answers nobody (T6)."""

from enum import Enum, auto

from flask import Flask, Request, current_app
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import MapAdapter

LARGEST_BODY = 1_048_576  # bytes, where an endpoint has no word of its own (T11)


class Door(Enum):
    """What a caller must show."""

    OPEN = auto()  # nothing
    PAIRING = auto()  # to be an extension, paired or not
    TOKEN = auto()  # the token of a pairing
    LOG_IN = auto()  # nothing, but it is a page
    PAGE = auto()  # the cookie of a log-in
    CALENDAR = auto()  # the token of the calendar feed, which calendar programs can only send in the address


PAGES = frozenset({Door.LOG_IN, Door.PAGE})


class Doors:
    """Blueprints and endpoints with their doors; an endpoint's own word counts before its blueprint's."""

    def __init__(self) -> None:
        self._blueprints: dict[str, Door] = {}
        self._endpoints: dict[str, Door] = {}
        self._largest_bodies: dict[str, int] = {}

    def for_blueprint(self, name: str, door: Door) -> None:
        """Every endpoint of this blueprint has this door."""
        self._blueprints[name] = door

    def for_endpoint(self, endpoint: str, door: Door) -> None:
        """This endpoint has this door."""
        self._endpoints[endpoint] = door

    def let_in_up_to(self, size: int, endpoint: str) -> None:
        """This endpoint takes bodies of up to so many bytes."""
        self._largest_bodies[endpoint] = size

    def largest_body(self, endpoint: str | None) -> int:
        """How many bytes a body for this endpoint may have."""
        return self._largest_bodies.get(endpoint or "", LARGEST_BODY)

    def of(self, endpoint: str) -> Door | None:
        """The door of an endpoint; None: nobody registered one."""
        return self._endpoints.get(endpoint) or self._blueprints.get(endpoint.rpartition(".")[0])


def doors_of(app: Flask) -> Doors:
    """The registry of this app."""
    doors: Doors = app.extensions.setdefault("afterword-doors", Doors())
    return doors


def door_for(request: Request, adapter: MapAdapter | None) -> Door | None:
    """The door that this request stands before; None if it leads nowhere.

    It is found by what the router matched, never by reading the path: no spelling of a path gets round it.
    A wrong method stands before the widest door of its path: it will hear 405 and nothing else.
    """
    doors = doors_of(current_app)
    if request.endpoint is not None:
        return doors.of(request.endpoint)
    if adapter is None or not isinstance(request.routing_exception, MethodNotAllowed):
        return None
    found = [doors.of(e) for e in _endpoints_of_path(adapter, request.routing_exception)]
    return min((d for d in found if d), key=lambda door: door.value, default=None)


def _endpoints_of_path(adapter: MapAdapter, refused: MethodNotAllowed) -> list[str]:
    endpoints = []
    for method in refused.valid_methods or ():
        try:
            endpoints.append(adapter.match(method=method)[0])
        except HTTPException:
            continue
    return endpoints
