"""Errors with a message for people and a stable code; the HTTP status lives at the edge, in one table."""

from collections.abc import Mapping


class AfterwordError(Exception):
    """Something the user can be told in one sentence. ``fields`` names the input at fault, if any."""

    code = "error"

    def __init__(self, message: str, *, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = dict(fields or {})


class InvalidInputError(AfterwordError):
    """A value that can't be kept; ``fields`` maps each dotted field path to its sentence."""

    code = "invalid"


class NotFoundError(AfterwordError):
    """The thing asked for is not there."""

    code = "not_found"


class ConflictError(AfterwordError):
    """Somebody changed the record since it was read (T13)."""

    code = "changed_meanwhile"
