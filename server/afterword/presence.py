"""The presence on LinkedIn: the week's plan, what was done of it, and when it gets too much (W26, W27)."""

from dataclasses import dataclass
from datetime import datetime

from .domain.cadence import PlanLine, notes_left, of_this_week, overposting, week_plan
from .domain.checking import unrelated_to_work
from .domain.drafts import Finding
from .domain.errors import InvalidInputError, NotFoundError
from .domain.presence import PresenceEntry
from .domain.settings import Settings
from .storage.presence_table import PresenceTable
from .storage.records_table import RecordsTable
from .templates.library import Library


@dataclass(frozen=True, slots=True)
class Presence:
    """The log, the oldest first; the week's plan; what the week's entries give cause to remark (W27).

    ``notes_left``: personalised connection notes left this month; None where there is no limit (X16).
    """

    items: tuple[PresenceEntry, ...]
    week: tuple[PlanLine, ...]
    findings: tuple[Finding, ...]
    notes_left: int | None


def presence(
    *, log: PresenceTable, records: RecordsTable, settings: Settings, library: Library, now: datetime
) -> Presence:
    """How the week on LinkedIn stands."""
    entries = log.all()
    sent = [entry for record in records.with_channel("linkedin_note") for entry in record.follow_ups]
    unrelated = [
        finding
        for entry in of_this_week(entries, settings, now)
        for finding in findings_of(entry, settings=settings, library=library)
    ]
    return Presence(
        items=entries,
        week=week_plan(entries, settings, now, library.playbook),
        findings=(*overposting(entries, settings, now, library.playbook), *unrelated),
        notes_left=notes_left(sent, settings, now),
    )


def log_entry(entry: PresenceEntry, *, log: PresenceTable, now: datetime) -> PresenceEntry:
    """Log one thing shared, commented on or liked.

    Raises:
        InvalidInputError: it is in the future.
    """
    if entry.at > now:
        message = "This is in the future; the log holds what has happened."
        raise InvalidInputError(message, fields={"at": message})
    return log.add(entry)


def remove_entry(entry_id: str, *, log: PresenceTable) -> None:
    """Take an entry out of the log.

    Raises:
        NotFoundError: there is no entry of this id.
    """
    if all(entry.id != entry_id for entry in log.all()):
        raise NotFoundError("This entry is not in the log any more.")
    log.remove(entry_id)


def findings_of(entry: PresenceEntry, *, settings: Settings, library: Library) -> tuple[Finding, ...]:
    """What in an entry has nothing to do with the work; a like says little about who gives it (W27)."""
    if entry.action == "like" or not entry.about:
        return ()
    return unrelated_to_work(
        entry.about, lists=library.check_lists, playbook=library.playbook, settings=settings
    )
