"""The edge: which HTTP status each error's code has, and the one envelope ``{code, message, fields}``."""

import json
import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus

from flask import Flask, request
from markupsafe import escape
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from .domain.errors import AfterwordError

API_PREFIX = "/api/"

STATUS_OF: Mapping[str, HTTPStatus] = {
    "bad_json": HTTPStatus.BAD_REQUEST,
    "not_paired": HTTPStatus.UNAUTHORIZED,
    "foreign_caller": HTTPStatus.FORBIDDEN,
    "other_extension": HTTPStatus.FORBIDDEN,
    "no_calendar_token": HTTPStatus.FORBIDDEN,
    "not_logged_in": HTTPStatus.FORBIDDEN,
    "not_found": HTTPStatus.NOT_FOUND,
    "no_template": HTTPStatus.NOT_FOUND,
    "pairing_over": HTTPStatus.CONFLICT,
    "changed_meanwhile": HTTPStatus.PRECONDITION_FAILED,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "not_json": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "wrong_host": HTTPStatus.MISDIRECTED_REQUEST,
    "bad_template": HTTPStatus.UNPROCESSABLE_ENTITY,
    "invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "version_required": HTTPStatus.PRECONDITION_REQUIRED,
    "too_many_requests": HTTPStatus.TOO_MANY_REQUESTS,
    "storage": HTTPStatus.INSUFFICIENT_STORAGE,
    "unreadable_file": HTTPStatus.INSUFFICIENT_STORAGE,
    "newer_data": HTTPStatus.INSUFFICIENT_STORAGE,
}
EXTRA_HEADERS: Mapping[str, Mapping[str, str]] = {
    "not_paired": {"WWW-Authenticate": "Bearer"},
    "too_many_requests": {"Retry-After": "60"},
}
SENTENCES: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "This request could not be understood.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This can't be done at this address.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is more than Afterword takes at once. Shorten it.",
}
BARE_PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>Afterword</title><p>{}</p></html>\n"
UNFORESEEN = "Something went wrong in Afterword, and nothing was changed. Try again."

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Answer every error of the app at the edge."""
    app.register_error_handler(AfterwordError, lambda error: plain_answer(error, request.path))
    app.register_error_handler(HTTPException, _answer_http_error)
    app.register_error_handler(Exception, _answer_unforeseen)


def plain_answer(error: AfterwordError, path: str) -> Response:
    """An error's answer: the envelope for the API, one sentence on a bare page for everything else."""
    status = STATUS_OF.get(error.code, HTTPStatus.BAD_REQUEST)
    answer = _answer(path, status, error.code, error.message, error.fields)
    answer.headers.update(EXTRA_HEADERS.get(error.code, {}))
    return answer


def _answer_http_error(error: HTTPException) -> Response:
    if error.code is None or error.response is not None or error.code < HTTPStatus.BAD_REQUEST:
        return error.get_response()  # a redirect is an answer of its own
    message = SENTENCES.get(
        error.code, UNFORESEEN if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR else error.name
    )
    answer = _answer(request.path, error.code, error.name.lower().replace(" ", "_"), message, {})
    for name, value in error.get_headers():
        if name.lower() != "content-type":  # Allow, Retry-After
            answer.headers[name] = value
    return answer


def _answer_unforeseen(error: Exception) -> Response:
    log_without_text(error)
    return _answer(request.path, HTTPStatus.INTERNAL_SERVER_ERROR, "unforeseen", UNFORESEEN, {})


def log_without_text(error: BaseException) -> None:
    """Log where an error arose. Its own words may quote the user's text, so they stay out (T7)."""
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s\n%s", type(error).__name__, where)


def _answer(path: str, status: int, code: str, message: str, fields: Mapping[str, str]) -> Response:
    if path.startswith(API_PREFIX):
        body = json.dumps({"code": code, "message": message, "fields": dict(fields)})
        return Response(body, status, mimetype="application/json")
    return Response(BARE_PAGE.format(escape(message)), status, mimetype="text/html")
