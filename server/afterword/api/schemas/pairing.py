"""Asking to pair, and the list of who is paired (T8)."""

from marshmallow import EXCLUDE

from . import fields
from .shape import Shape


class AskToPairSchema(Shape):
    """How the browser wants to be listed."""

    name = fields.Text(required=True)


class PairingSecretSchema(Shape):
    """What only the asker knows about its request."""

    class Meta:
        unknown = EXCLUDE

    secret = fields.Text(data_key="X-Pairing-Secret", load_default="")


class AskedSchema(Shape):
    """A request to pair. The code is shown on both sides; the secret fetches the answer."""

    pairing_id = fields.Given(attribute="request.id")
    poll_secret = fields.Given()
    code = fields.Given(attribute="request.code")
    expires_at = fields.Moment(attribute="request.expires_at")


class PairingStateSchema(Shape):
    """How a request stands. The token is in the first answer after the approval, and never again."""

    state = fields.Given()
    code = fields.Given()
    expires_at = fields.Moment()
    token = fields.Given(allow_none=True)


class PairingSchema(Shape):
    """A browser that may ask."""

    id = fields.Given()
    name = fields.Given()
    origin = fields.Given(allow_none=True)
    created_at = fields.Moment()
    last_used_at = fields.Moment(allow_none=True)


class PairingListSchema(Shape):
    """Every browser that may ask."""

    items = fields.Several(fields.Part(PairingSchema))
