"""The headers of every answer, and those that only an admitted caller gets (T3, T9, T12)."""

from functools import lru_cache
from typing import Any

from flask import Flask, g, request
from flask_cors.core import get_cors_options, set_cors_headers
from werkzeug.wrappers import Response

from .. import __version__
from ..http_errors import API_PREFIX
from ..parts import premises_of
from .callers import paired_origins

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
EVERY_ANSWER = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    # Not "no-referrer": with that, browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
}
CORS = {
    "methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
    "allow_headers": ["Authorization", "Content-Type", "If-Match", "X-Pairing-Secret"],
    "expose_headers": ["ETag"],
    "always_send": False,
}


def harden(answer: Response) -> Response:
    """Give an answer the headers that every one has."""
    answer.headers.update(EVERY_ANSWER)
    return answer


def name_the_server(app: Flask, answer: Response) -> Response:
    """Say which program and which server this is, to a caller that was not turned away (T9, T12)."""
    if g.get("admitted"):
        answer.headers["X-Afterword-Version"] = __version__
        answer.headers["X-Afterword-Server"] = premises_of(app).access.server_id
    return answer


def allow_reading(app: Flask, answer: Response) -> Response:
    """Let a paired extension's page read the API's answer (T3).

    flask-cors is handed the one literal Origin that was found among the paired ones: its own comparison
    ignores case and takes some texts for patterns.
    """
    if not request.path.startswith(API_PREFIX):
        return answer
    answer.headers.add("Vary", "Origin")
    origin = request.headers.get("Origin")
    if g.get("admitted") and origin in paired_origins(premises_of(app).access):
        set_cors_headers(answer, _options_for(app, str(origin)))  # type: ignore[arg-type]
    return answer


@lru_cache(maxsize=16)  # one for each paired browser
def _options_for(app: Flask, origin: str) -> Any:
    return get_cors_options(app, {**CORS, "origins": [origin]})
