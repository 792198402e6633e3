"""JSON as bodies may hold it: plain objects in UTF-8, each name once, numbers that are numbers."""

import json
from typing import Any, NoReturn

from flask import Request

from ..domain.errors import AfterwordError

DEEPEST = 30  # levels; our own shapes have five


class BadJsonError(AfterwordError):
    """The body is not JSON, or JSON that two programs could read differently."""

    code = "bad_json"


def read_json(request: Request) -> dict[str, Any]:
    """The object in the request's body.

    Raises:
        BadJsonError: there is no such object in it.
    """
    try:
        value = json.loads(
            request.get_data().decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise BadJsonError("The body is not proper JSON.") from error
    if not isinstance(value, dict):
        raise BadJsonError("The body must be a JSON object.")
    if _depth(value) > DEEPEST:
        raise BadJsonError("The body is nested too deeply.")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise BadJsonError("The body names a field twice.")
    return value


def _refuse_constant(_name: str) -> NoReturn:
    raise BadJsonError("The body holds a number that is none.")


def _depth(value: Any) -> int:
    """How many levels of objects and lists there are, found without recursion."""
    level, depth = [value], 0
    while level:
        depth += 1
        inner = [v for v in level if isinstance(v, dict | list)]
        level = [below for v in inner for below in (v.values() if isinstance(v, dict) else v)]
    return depth
