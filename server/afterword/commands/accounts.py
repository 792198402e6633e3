"""What was done or would be done to the data, in lines for people."""

from collections.abc import Iterator, Sequence

from ..storage.backups import Backup
from ..storage.data_file import Tables
from ..storage.restore_preview import restore_preview
from ..storage.transfer import ImportPreview

NAMED = 10  # records named one by one; of the others their number is told
_KILO = 1_000


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 record", "2,000 records"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size_of(size: int) -> str:
    """A size in bytes as people read it: "512 bytes", "34.1 kB", "5.0 MB"."""
    if size < _KILO:
        return counted(size, "byte")
    in_kilo = size / _KILO
    return f"{in_kilo:,.1f} kB" if in_kilo < _KILO else f"{in_kilo / _KILO:,.1f} MB"


def account_of_import(told: ImportPreview, *, is_done: bool) -> list[str]:
    """What an import did, or would do."""
    lines = [*_named("Added" if is_done else "Would add", told.added)]
    lines += _named("Replaced" if is_done else "Would replace", told.replaced)
    if told.unchanged:
        lines.append(f"Already the same: {counted(told.unchanged, 'record')}.")
    if told.settings_replaced:
        lines.append("Replaced the settings." if is_done else "Would replace the settings.")
    if told.presence_added:
        shares = counted(told.presence_added, "thing")
        lines.append(f"{'Added' if is_done else 'Would add'} {shares} you shared or liked.")
    return lines or ["There was nothing in it."]


def account_of_restore(wanted: Tables, present: Tables, backup: Backup, *, is_done: bool) -> list[str]:
    """What going back to a backup does to the records that are there now."""
    told = restore_preview(wanted, present)
    made = f"{backup.made_at.astimezone():%d %B %Y, %H:%M}".lstrip("0")
    verb = "Going back" if is_done else "Would go back"
    return [
        f"{verb} to {backup.name} of {made}, which holds {counted(told.records, 'record')}.",
        *_named("Comes back", told.comes_back),
        *_named("Goes away", told.goes_away),
        *_named("Is as it was then", told.reverted),
    ]


def _named(what: str, names: Sequence[str]) -> Iterator[str]:
    """One line for all these records, if there are any."""
    if names:
        more = [f"and {len(names) - NAMED:,} more"] if len(names) > NAMED else []
        yield f"{what} ({counted(len(names), 'record')}): {', '.join([*names[:NAMED], *more])}."
