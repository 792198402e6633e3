"""What going back to a backup does to the records that are there now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .data_file import Tables


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """Records by name ("Data Engineer at Acme"); ``records``: how many the backup holds.

    ``reverted``: those that are as they were then.
    """

    records: int
    comes_back: tuple[str, ...]
    goes_away: tuple[str, ...]
    reverted: tuple[str, ...]


def restore_preview(wanted: Tables, present: Tables) -> RestorePreview:
    """What putting the ``wanted`` tables in the place of the ``present`` ones would do."""
    then, now = wanted.get("records", {}), present.get("records", {})
    return RestorePreview(
        records=len(then),
        comes_back=_names(then, then.keys() - now.keys()),
        goes_away=_names(now, now.keys() - then.keys()),
        reverted=_names(then, (i for i in then.keys() & now.keys() if then[i] != now[i])),
    )


def _names(records: Mapping[str, Mapping[str, Any]], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(f"{records[i].get('role')} at {records[i].get('company')}" for i in ids))
