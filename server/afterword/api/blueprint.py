"""What flask-smorest needs to be told: how bodies are read, how errors look, when the document is written."""

import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NoReturn

from flask import Flask, Request, Response
from flask_smorest import Api, Blueprint
from marshmallow import Schema, ValidationError
from marshmallow import fields as plain
from webargs.flaskparser import FlaskParser

from .. import __version__
from ..domain.errors import InvalidInputError
from .json_body import read_json
from .schemas.shape import Shape

PREFIX = "/api/v1"

_ABOUT = {
    "title": "Afterword",
    "version": __version__,
    "openapi_version": "3.1.0",
    "security": [{"token": []}],
    "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
}


class ErrorSchema(Shape):
    """The one envelope of every error. ``fields`` maps dotted paths such as ``rounds.0.at`` to a sentence."""

    code = plain.String()
    message = plain.String()
    named = plain.Dict(keys=plain.String(), values=plain.String(), data_key="fields")


class StrictParser(FlaskParser):
    """Reads bodies strictly, and reports what is wrong in our own error."""

    def _get_schema(self, argmap: Any, req: Request) -> Schema:
        """The one instance of a shape: making it takes longer than reading a click with it."""
        return _one(argmap) if isinstance(argmap, type) else super()._get_schema(argmap, req)

    def load_json(self, req: Request, schema: Any) -> Any:
        """The body's JSON."""
        return read_json(req)

    def handle_error(self, error: ValidationError, *_args: Any, **_options: Any) -> NoReturn:
        """Name every field that is wrong, by its dotted path.

        Raises:
            InvalidInputError: always.
        """
        where = error.messages_dict
        raise InvalidInputError(
            "Some of this can't be kept as it is.",
            fields={name: sentence for part in where.values() for name, sentence in dotted(part)},
        ) from error


def _one(schema: Any) -> Any:
    return _instance_of(schema) if isinstance(schema, type) else schema


@cache
def _instance_of(shape: type[Schema]) -> Schema:
    return shape()


def dotted(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Each path in marshmallow's tree of messages, with the first sentence about it."""
    if isinstance(messages, dict):
        for name, below in messages.items():
            yield from dotted(below, path if name == "_schema" else (*path, str(name)))
    else:
        yield ".".join(path) or "body", messages[0] if isinstance(messages, list) else str(messages)


class ApiBlueprint(Blueprint):
    """A blueprint of the API."""

    ARGUMENTS_PARSER = StrictParser()

    def arguments(self, schema: Any, **options: Any) -> Any:
        """Read a request by the one instance of a shape: each of its own copies every field."""
        return super().arguments(_one(schema), **options)

    def response(self, status_code: Any, schema: Any = None, **options: Any) -> Any:
        """Answer by the one instance of a shape."""
        return super().response(status_code, _one(schema), **options)

    def register_views_in_doc(self, api: "AfterwordApi", *args: Any, **options: Any) -> None:
        """Leave the description until somebody asks for the document: few do, and each start would pay."""
        describe = super().register_views_in_doc
        api.describe_later(lambda: describe(api, *args, **options))


class AfterwordApi(Api):
    """The API with our envelope; the errors themselves are answered at the edge, for all of the app."""

    ERROR_SCHEMA = ErrorSchema

    def __init__(self, app: Flask) -> None:
        self._undescribed: list[Callable[[], None]] = []
        self._describing = threading.Lock()
        super().__init__(app, spec_kwargs=_ABOUT)

    def describe_later(self, describe: Callable[[], None]) -> None:
        """Call this before the OpenAPI document is first given out."""
        self._undescribed.append(describe)

    def document(self) -> dict[str, Any]:
        """The OpenAPI document."""
        with self._describing:
            while self._undescribed:
                self._undescribed.pop(0)()
            whole: dict[str, Any] = self.spec.to_dict()
            return whole

    def _openapi_json(self) -> Response:
        self.document()
        answer: Response = super()._openapi_json()
        return answer

    def _register_error_handlers(self) -> None:
        """Nothing: flask-smorest's own handler would drop ``Allow`` from a 405."""
