"""The first page: what is due."""

from collections.abc import Sequence

from flask import Blueprint, render_template
from flask_babel import LazyString, lazy_gettext

from ..agenda import agenda
from ..domain.drafts import DueItem
from ..domain.kinds import Verdict
from ..parts import parts_of_request

today = Blueprint("today", __name__)

GROUPS: tuple[tuple[LazyString, frozenset[Verdict]], ...] = (
    (lazy_gettext("Due now"), frozenset({"late", "open"})),
    (lazy_gettext("Coming up"), frozenset({"too_soon"})),
    (lazy_gettext("Nothing to send"), frozenset({"stop"})),
)


@today.get("/")
def show() -> str:
    """What is due, with the reason of each; where there is nothing yet, the way to begin."""
    parts = parts_of_request()
    items = agenda(
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )
    return render_template(
        "today.html",
        groups=_groups(items),
        any_items=bool(items),
        has_records=bool(parts.store.records.all()),
        is_set_up=parts.store.settings.is_saved(),
    )


def _groups(items: Sequence[DueItem]) -> list[tuple[LazyString, list[DueItem]]]:
    return [(heading, [i for i in items if i.timing.verdict in verdicts]) for heading, verdicts in GROUPS]
