"""Which wording a person gets: dealt, not drawn, so that the same click gives the same draft (X8)."""

import hashlib
import math
from collections.abc import Sequence
from functools import lru_cache


def deal(count: int, key: Sequence[str], seat: int, wording: int) -> int:
    """An index below ``count``; neighbours in a panel differ as long as it has no more seats than wordings.

    ``key`` names the record, round, kind, channel and part. Each key turns by its own step from one wording
    to the next, so that a new deal is not the neighbour's old one; every wording has its turn.
    """
    if count < 2:  # noqa: PLR2004 - nothing to choose from
        return 0
    start, turn = _numbers(key)
    steps = _steps(count)
    step = steps[turn % len(steps)]
    return (start + seat + (wording + seat // count) * step) % count


@lru_cache(maxsize=64)  # as many as there are lengths of lists
def _steps(count: int) -> tuple[int, ...]:
    """The steps by which every place of so many is come to."""
    return tuple(step for step in range(1, count) if math.gcd(step, count) == 1)


def _numbers(key: Sequence[str]) -> tuple[int, int]:
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return int.from_bytes(digest[:8]), int.from_bytes(digest[8:16])
