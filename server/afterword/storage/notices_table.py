"""What the program did about its files on its own, until the user has read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .codec import from_document, to_document
from .durable import DurableTable
from .ids import new_id

TABLE = "notices"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence or two for the page. ``code`` tells programs what it is about."""

    id: str
    at: datetime
    code: str
    text: str


def notice_documents(at: datetime, code: str, text: str) -> Mapping[str, dict[str, Any]]:
    """A new notice as the table keeps it, for one that has to be in a file before there is a table."""
    notice = Notice(new_id(), at, code, text)
    return {notice.id: to_document(notice)}


class NoticesTable:
    """Notices nobody has dismissed yet."""

    def __init__(self, table: DurableTable) -> None:
        self._table = table

    def all(self) -> tuple[Notice, ...]:
        """Every notice, the oldest first."""
        notices = (from_document(Notice, document) for document in self._table.documents().values())
        return tuple(sorted(notices, key=lambda notice: notice.at))

    def add(self, at: datetime, code: str, text: str) -> None:
        """Keep a notice for the page to show."""
        self._table.put(notice_documents(at, code, text))

    def dismiss(self, notice_id: str) -> None:
        """Forget a notice; one that is gone is no error."""
        self._table.discard(frozenset({notice_id}))
