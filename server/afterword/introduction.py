"""Who answers here (T12)."""

from . import __version__
from .storage.access import AccessStore


def who_is_here(access: AccessStore) -> dict[str, str]:
    """What anybody may know: product, version and the id that tells this server from another program."""
    return {"status": "ok", "product": "afterword", "version": __version__, "server_id": access.server_id}
