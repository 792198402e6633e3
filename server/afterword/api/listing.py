"""One page of a list of records."""

from collections.abc import Mapping
from typing import Any

from ..storage.records_table import RecordPage, RecordsTable


def listed(records: RecordsTable, query: Mapping[str, Any]) -> dict[str, Any]:
    """The page of records that a query of ``RecordQuerySchema`` asks for, and how many there are in all."""
    start = (query["page"] - 1) * query["page_size"]
    if query["trash"] == "true":
        trashed = records.trashed()
        found = RecordPage(trashed[start : start + query["page_size"]], total=len(trashed))
    else:
        found = records.search(query["search"], offset=start, limit=query["page_size"])
    return {
        "items": found.records,
        "page": query["page"],
        "page_size": query["page_size"],
        "total": found.total,
    }
