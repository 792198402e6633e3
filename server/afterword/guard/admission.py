"""The order of the checks before any handler; the Host check before them is ``host_check``."""

from flask import Flask, Request, g, redirect, request
from flask.globals import request_ctx
from werkzeug.wrappers import Response

from ..domain.errors import NotFoundError
from ..http_errors import API_PREFIX, plain_answer
from ..parts import premises_of
from ..storage.access import AccessStore
from ..storage.access_records import Pairing
from .callers import is_extension, is_preflight, paired_origins, refuse_other_origins, refuse_other_sites
from .doors import Door, door_for, doors_of
from .headers import allow_reading, harden, name_the_server
from .host_check import host_names
from .log_in import is_logged_in
from .refusals import (
    NoCalendarTokenError,
    NotJsonError,
    NotLoggedInError,
    NoTokenError,
    OtherExtensionError,
    RefusedError,
    TooLargeError,
)


def register(app: Flask) -> None:
    """Put the guard before everything the app answers, behind the ``HostCheck`` that wraps it."""
    app.before_request(lambda: _admit_or_answer(app))
    app.after_request(lambda answer: harden(name_the_server(app, allow_reading(app, answer))))
    # A second spelling of a path would be a second way in (T6).
    app.url_map.merge_slashes = False


def _admit_or_answer(app: Flask) -> Response | None:
    try:
        return admit(app)
    except NotLoggedInError:
        raise  # the local page says how to open it
    except RefusedError as refusal:
        # In the barest form: no page of ours, with what it shows, is made for a caller that was turned away.
        return plain_answer(refusal, request.path)


def admit(app: Flask) -> Response | None:
    """Let the request through to its handler, or redirect it to our one address.

    Raises:
        RefusedError: it reaches no handler; the class tells why.
    """
    parts = premises_of(app)
    paired = paired_origins(parts.access)
    door = door_for(request, request_ctx.url_adapter)
    refuse_other_sites(request, door)
    refuse_other_origins(request, door, own=parts.config.address, paired=paired)
    g.admitted = True
    if request.host != host_names(parts.config.port)[0]:
        return redirect(parts.config.address + request.full_path.rstrip("?"), code=308)
    if not is_preflight(request, paired):
        _refuse_wrong_bodies(request, doors_of(app).largest_body(request.endpoint))
        _demand_credentials(app, request, door)
    return None


def _refuse_wrong_bodies(asked: Request, largest: int) -> None:
    if (asked.content_length or 0) > largest:
        raise TooLargeError
    if not asked.path.startswith(API_PREFIX):
        return
    if "Content-Type" not in asked.headers and not asked.content_length:
        return
    if asked.mimetype != "application/json":
        raise NotJsonError


def _demand_credentials(app: Flask, asked: Request, door: Door | None) -> None:
    if door in {Door.OPEN, Door.PAIRING, Door.LOG_IN}:
        return
    if door is Door.TOKEN or (door is None and asked.path.startswith(API_PREFIX)):
        _demand_token(app, asked)
    elif door is Door.CALENDAR:
        _demand_calendar_token(app, asked)
    elif not is_logged_in():
        raise NotLoggedInError


def _demand_token(app: Flask, asked: Request) -> None:
    """Raise unless the token is that of a pairing, and of this very extension if one is calling (T4, T5)."""
    authorization = asked.authorization
    if authorization is None or authorization.type != "bearer" or not authorization.token:
        raise NoTokenError
    access = premises_of(app).access
    pairing = access.find_pairing(authorization.token)
    if pairing is None:
        raise NoTokenError
    origin = asked.headers.get("Origin")
    if origin and is_extension(origin) and pairing.origin != origin and not _bind(access, pairing, origin):
        raise OtherExtensionError
    access.note_use(pairing.id)


def _demand_calendar_token(app: Flask, asked: Request) -> None:
    if not premises_of(app).access.is_calendar_token(asked.args.get("token", "")):
        raise NoCalendarTokenError


def _bind(access: AccessStore, pairing: Pairing, origin: str) -> bool:
    """Bind the pairing to the first extension that uses its token; whether it is this one."""
    try:
        return access.bind_origin(pairing.id, origin)
    except NotFoundError as error:
        raise NoTokenError from error
