"""Everything that Afterword keeps of a person, removed for ever."""

import shutil
from pathlib import Path

from .storage.access import AccessStore
from .storage.activity_log import ActivityLog
from .storage.calendar_memory import CalendarMemory
from .storage.errors import StorageError
from .storage.store import Store


def delete_everything(
    *, store: Store, access: AccessStore, calendar: CalendarMemory, activity: ActivityLog, own_templates: Path
) -> None:
    """Remove records, settings, logs, trash, backups, own templates, the calendar feed and every pairing.

    Raises:
        StorageError: the disk fails; what came before in this order is gone, and it can be asked for again.
    """
    store.delete_everything()
    activity.clear()
    calendar.forget()
    try:
        if own_templates.exists():
            shutil.rmtree(own_templates)
    except OSError as error:
        raise StorageError.of_writing(error) from error
    access.revoke_calendar_token()
    for pairing in access.pairings():
        access.revoke_pairing(pairing.id)
