"""The steps of the set-up, and how far the user has come: told by the data itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext

from ..parts import Parts

STEPS: tuple[tuple[str, LazyString], ...] = (
    ("web.setup.details", lazy_gettext("Your details")),
    ("web.setup.extension", lazy_gettext("Load the extension")),
    ("web.setup.pair", lazy_gettext("Connect the extension")),
    ("web.setup.linkedin", lazy_gettext("LinkedIn, yes or no")),
    ("web.setup.first_record", lazy_gettext("First record")),
    ("web.setup.practise", lazy_gettext("Try it")),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the set-up, counted from 1; ``next_endpoint`` is None after the last."""

    number: int
    endpoint: str
    label: LazyString
    done: bool
    next_endpoint: str | None


def steps_of(parts: Parts) -> tuple[Step, ...]:
    """All steps in their order."""
    done = _done(parts)
    following = (*(endpoint for endpoint, _ in STEPS[1:]), None)
    return tuple(
        Step(number, endpoint, label, done.get(endpoint, False), after)
        for number, ((endpoint, label), after) in enumerate(zip(STEPS, following, strict=True), start=1)
    )


def _done(parts: Parts) -> Mapping[str, bool]:
    records = parts.store.records.all()
    is_paired = bool(parts.access.pairings())
    return {
        "web.setup.details": parts.store.settings.is_saved(),
        "web.setup.extension": is_paired or bool(parts.pairing_desk.waiting()),
        "web.setup.pair": is_paired,
        # The LinkedIn choice is the extension's own (X19); the server neither knows nor asks.
        "web.setup.first_record": bool(records),
        "web.setup.practise": any(record.follow_ups for record in records),
    }
