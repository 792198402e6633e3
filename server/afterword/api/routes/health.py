"""Who answers here, for a caller that has no token yet or does not trust the port (T12)."""

from collections.abc import Mapping

from ...introduction import who_is_here
from ...parts import premises_of_request
from ..blueprint import ApiBlueprint
from ..schemas.health import HealthQuerySchema, HealthSchema

health = ApiBlueprint("health", __name__, description="Who answers here")


@health.route("/health", methods=["GET"])
@health.doc(security=[])
@health.arguments(HealthQuerySchema, location="query")
@health.response(200, HealthSchema)
def read_health(query: Mapping[str, str]) -> dict[str, str]:
    """Say who answers, and prove that this server knows a pairing."""
    access = premises_of_request().access
    proof = access.proof(query["selector"], query["nonce"]) if query["selector"] and query["nonce"] else None
    return {**who_is_here(access), "proof": proof} if proof else who_is_here(access)
