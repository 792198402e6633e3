"""Ids of our own: they stand in addresses, and none is ever given twice."""

from uuid import uuid4


def new_id() -> str:
    """A new id: 32 hexadecimal digits."""
    return uuid4().hex
