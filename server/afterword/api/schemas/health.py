"""Who answers here."""

from marshmallow import EXCLUDE

from . import fields
from .shape import Shape


class HealthQuerySchema(Shape):
    """A fresh nonce and the selector of a pairing, for which the server is to show that it knows it (T12)."""

    class Meta:
        unknown = EXCLUDE

    nonce = fields.Text(load_default="", longest=128)
    selector = fields.Text(load_default="", longest=128)


class HealthSchema(Shape):
    """The product, its version and the id that the extension pins."""

    status = fields.Given()
    product = fields.Given()
    version = fields.Given()
    server_id = fields.Given()
    proof = fields.Given()
