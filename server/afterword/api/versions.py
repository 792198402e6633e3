"""T13: a record's version travels as its ETag and comes back as If-Match."""

from marshmallow import EXCLUDE
from werkzeug.http import parse_etags

from ..domain.errors import AfterwordError, ConflictError
from ..domain.records import Record
from .schemas import fields
from .schemas.shape import Shape


class VersionRequiredError(AfterwordError):
    """A record would be overwritten by somebody who does not say which version they saw."""

    code = "version_required"


class IfMatchSchema(Shape):
    """The version that the caller read."""

    class Meta:
        unknown = EXCLUDE

    if_match = fields.Text(
        data_key="If-Match",
        load_default="",
        described={"description": 'The ETag of the record as it was read, such as "3".'},
    )


def etag_of(record: Record) -> dict[str, str]:
    """The header that names a record's version."""
    return {"ETag": f'"{record.version}"'}


def demanded_version(if_match: str) -> int | None:
    """The version that the caller saw; None for ``*``, whichever there is.

    Raises:
        VersionRequiredError: the caller does not say.
        ConflictError: what it says was never a version.
    """
    if not if_match:
        raise VersionRequiredError("Say which version you saw: send its ETag as If-Match.")
    return offered_version(if_match)


def offered_version(if_match: str) -> int | None:
    """As ``demanded_version``, where the caller need not say (None)."""
    tags = parse_etags(if_match)
    if tags.star_tag or not if_match:
        return None
    numbers = [tag for tag in tags.as_set() if tag.isascii() and tag.isdecimal()]
    if len(numbers) != 1:
        raise ConflictError("This record was changed meanwhile. Load it again to see what changed.")
    return int(numbers[0])
