"""``backup``, ``restore``, ``export`` and ``import``: the user's data out, back, and from another machine."""

import sys
from pathlib import Path
from typing import Any, BinaryIO

import click
import orjson

from ..clock import Clock
from ..domain.errors import InvalidInputError, NotFoundError
from ..running_server import connected
from ..storage.access import AccessStore
from ..storage.backups import Backup, Backups
from ..storage.data_file import Tables
from ..storage.errors import AlreadyRunningError, StorageError
from ..storage.private_file import replace_file
from ..storage.store import backups_in, open_store, stored_tables
from ..storage.transfer import ImportPreview, apply_import, export_document, preview_import
from .accounts import account_of_import, account_of_restore, counted, size_of
from .options import DATA_DIR

NEWEST = "newest"


@click.command()
@DATA_DIR
def backup(data_dir: Path) -> None:
    """Copy all data now and read the copy back; works while Afterword runs."""
    _progress("Copying the data and reading the copy back")
    backups = backups_in(data_dir, now=Clock.stamp)
    made = backups.make()
    click.echo(f"Backed up {_records_in(backups, made)} as {made.name} ({size_of(made.size)}).")
    click.echo(f"To go back to it: afterword restore {made.name}")


@click.command()
@click.argument("name", required=False)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@DATA_DIR
def restore(name: str | None, dry_run: bool, data_dir: Path) -> None:
    """Go back to the backup NAME ("newest" for the last one); without a name, list the backups.

    The present state is backed up first, so a restore can be undone by another one.
    """
    backups = backups_in(data_dir, now=Clock.stamp)
    if name is None:
        _list_backups(backups, data_dir)
        return
    chosen = _named(backups, name)
    wanted = backups.tables(chosen.name)
    click.echo("\n".join(account_of_restore(wanted, _present(data_dir), chosen, is_done=not dry_run)))
    if dry_run:
        click.echo("Nothing was changed.")
        return
    _progress("Backing up the present state, then going back")
    _go_back(data_dir, chosen, wanted)


@click.command(name="export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), default="-")
@DATA_DIR
def export_(file: Path, data_dir: Path) -> None:
    """Write records, settings and logs to FILE, or to the standard output; works while Afterword runs."""
    document = export_document(stored_tables(data_dir), now=Clock.stamp())
    content = orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    if str(file) == "-":
        sys.stdout.buffer.write(content)
        return
    _progress(f"Writing {file}")
    replace_file(file, content)
    click.echo(f"Exported {_count(document['tables'])} to {file} ({size_of(len(content))}).")
    click.echo("The trash was left out. This is personal data: keep the file where only you can read it.")


@click.command(name="import")
@click.argument("file", type=click.File("rb"))
@click.option("--dry-run", is_flag=True, help="Say what would be added and replaced, and change nothing.")
@DATA_DIR
def import_(file: BinaryIO, dry_run: bool, data_dir: Path) -> None:
    """Take in FILE ("-": the standard input), an export or a backup: all of it or nothing.

    Works while Afterword runs. The state before is backed up first.
    """
    _progress("Reading and checking the file")
    document = _document(file)
    try:
        imported = _import_here(data_dir, document, dry_run=dry_run)
    except AlreadyRunningError as running:
        if running.address is None:  # it has yet to say where it answers
            raise
        imported = _import_there(running.address, data_dir, document, dry_run=dry_run)
    click.echo("\n".join(account_of_import(imported, is_done=not dry_run)))
    click.echo("Nothing was changed." if dry_run else "The state before is backed up; see: afterword restore")


def _progress(what: str) -> None:
    click.echo(f"{what} …", err=True)


def _count(tables: Tables) -> str:
    return counted(len(tables.get("records", {})), "record")


def _records_in(backups: Backups, found: Backup) -> str:
    try:
        return _count(backups.tables(found.name))
    except StorageError as error:
        return f"unreadable: {error.message}"


def _list_backups(backups: Backups, data_dir: Path) -> None:
    listed = backups.list()
    if not listed:
        click.echo(f"There are no backups in {data_dir} yet. Make one with: afterword backup")
    for found in listed:
        made = f"{found.made_at.astimezone():%Y-%m-%d %H:%M}"
        click.echo(f"{found.name}  made {made}  {size_of(found.size)}  {_records_in(backups, found)}")


def _named(backups: Backups, name: str) -> Backup:
    for found in backups.list():
        if name in (found.name, NEWEST):
            return found
    raise NotFoundError(f"There is no backup called {name}. List them with: afterword restore")


def _present(data_dir: Path) -> Tables:
    try:
        return stored_tables(data_dir)
    except (NotFoundError, StorageError):
        return {}  # nothing there, or nothing that can be read, which is why one goes back


def _go_back(data_dir: Path, chosen: Backup, wanted: Tables) -> None:
    with open_store(data_dir, now=Clock.stamp) as store:
        store.restore(chosen.name)
    if stored_tables(data_dir).get("records") != wanted.get("records"):
        raise StorageError("What was restored could not be read back. Run: afterword doctor")
    click.echo("It was read back and is complete. The state before is backed up; see: afterword restore")


def _document(file: BinaryIO) -> Any:
    try:
        return orjson.loads(file.read())
    except orjson.JSONDecodeError as error:
        raise InvalidInputError("This is not a file that Afterword exported. Choose another one.") from error


def _import_here(data_dir: Path, document: Any, *, dry_run: bool) -> ImportPreview:
    with open_store(data_dir, now=Clock.stamp) as store:
        return preview_import(store, document) if dry_run else apply_import(store, document)


def _import_there(address: str, data_dir: Path, document: Any, *, dry_run: bool) -> ImportPreview:
    access = AccessStore(data_dir, now=Clock.stamp)
    _progress(f"Handing it to the Afterword that runs at {address}")
    with connected(address, access, name="afterword import") as server:
        told = server.call("POST", f"import?dry_run={str(dry_run).lower()}", orjson.dumps(document))
    return ImportPreview(**told)
