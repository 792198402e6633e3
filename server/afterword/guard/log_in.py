"""T5: the local page opens by a one-time code; a cookie that no script can read remembers it."""

from flask import Blueprint, redirect, request, session
from werkzeug.wrappers import Response

from ..parts import premises_of_request
from ..storage.access import AccessStore
from .refusals import NotLoggedInError

log_in = Blueprint("log_in", __name__)

PATH = "/log-in"


def log_in_address(address: str, access: AccessStore) -> str:
    """An address below a server's own that opens its page once."""
    return f"{address}{PATH}?code={access.create_login_code()}"


@log_in.get(PATH)
def enter() -> Response:
    """Take the one-time code of the address and lead on to the page.

    Raises:
        NotLoggedInError: the code is wrong, used or too old.
    """
    if not premises_of_request().access.redeem_login_code(request.args.get("code", "")):
        raise NotLoggedInError
    session["logged_in"] = True
    session.permanent = True
    return redirect("/")


def is_logged_in() -> bool:
    """Whether this request carries the cookie of a log-in."""
    return session.get("logged_in") is True
