"""The command line."""

import logging
from datetime import UTC, datetime
from pathlib import Path

import click

from . import __version__, serving
from .app import create_app
from .clock import Clock
from .commands.group import Commands
from .commands.options import DATA_DIR, NO_BROWSER, PORT
from .config import Config
from .guard.log_in import log_in_address
from .storage.access import AccessStore
from .storage.errors import AlreadyRunningError
from .storage.lock import ProcessLock
from .storage.store import open_store
from .warming import warm_up_soon


def zoned_moment(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    """The moment a text names; without a zone it is taken as UTC."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        message = "Write a date and time such as 2026-11-21T16:00:00-05:00."
        raise click.BadParameter(message) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.group(cls=Commands)
@click.version_option(__version__, prog_name="afterword")
def main() -> None:
    """Afterword: the follow-up after a job interview, in one click, on your own machine."""


@main.command()
@PORT
@DATA_DIR
@NO_BROWSER
@click.option(
    "--now",
    metavar="ISO",
    callback=zoned_moment,
    help="Stop the clock of due dates and drafts at this moment, for a demo.",
)
def serve(port: int, data_dir: Path, no_browser: bool, now: datetime | None) -> None:
    """Start the server, open its page, and answer until stopped."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.WARNING)
    access = AccessStore(data_dir, now=Clock.stamp)
    try:
        store = open_store(data_dir, now=Clock.stamp)
    except AlreadyRunningError as error:
        _use_the_running_one(error, access, no_browser=no_browser)
        return
    with store:
        bound = serving.bind(port)
        config = Config(data_dir, serving.port_of(bound), now)
        app = create_app(config, store, access, reads_texts_first=True)
        store.announce(config.address)
        _show_page("Afterword is running at", config.address, access, no_browser=no_browser)
        warm_up_soon(app, with_pages=not no_browser)
        serving.serve(app, bound)


@main.command(name="open")
@DATA_DIR
@NO_BROWSER
def open_page(data_dir: Path, no_browser: bool) -> None:
    """Open the local page of the running server, logged in."""
    address = _address_of_running(data_dir)
    if address is None:
        message = "Afterword is not running. Start it with: afterword serve"
        raise click.ClickException(message)
    _show_page(
        "Afterword is running at", address, AccessStore(data_dir, now=Clock.stamp), no_browser=no_browser
    )


@main.group()
def token() -> None:
    """Tokens by which programs on this machine may ask, one per browser."""


@token.command()
@click.argument("name")
@DATA_DIR
def create(name: str, data_dir: Path) -> None:
    """Print a new token, once. It belongs to the first extension that uses it."""
    _, new = AccessStore(data_dir, now=Clock.stamp).create_pairing(name)
    click.echo(new)


@token.command(name="list")
@DATA_DIR
def list_tokens(data_dir: Path) -> None:
    """List who may ask: id, name, since when, and the extension it belongs to."""
    for pairing in AccessStore(data_dir, now=Clock.stamp).pairings():
        bound_to = pairing.origin or "not used by an extension yet"
        click.echo(f"{pairing.id}  {pairing.name}  {pairing.created_at:%Y-%m-%d %H:%M}  {bound_to}")


@token.command()
@click.argument("name_or_id")
@DATA_DIR
def revoke(name_or_id: str, data_dir: Path) -> None:
    """Take tokens back, by name or id; they are good for nothing from now on."""
    access = AccessStore(data_dir, now=Clock.stamp)
    named = [pairing for pairing in access.pairings() if name_or_id in (pairing.id, pairing.name)]
    if not named:
        message = f"There is no token called {name_or_id}. See: afterword token list"
        raise click.ClickException(message)
    for pairing in named:
        access.revoke_pairing(pairing.id)
    click.echo(f"Revoked {len(named)}.", err=True)


def _address_of_running(data_dir: Path) -> str | None:
    """Where the server that has this data folder open answers; None if there is none."""
    if not data_dir.is_dir():
        return None
    try:
        with ProcessLock(data_dir):
            return None
    except AlreadyRunningError as error:
        return error.address


def _use_the_running_one(error: AlreadyRunningError, access: AccessStore, *, no_browser: bool) -> None:
    if error.address is None:  # it has yet to say where it answers, or is a command without a page
        raise error
    _show_page("Afterword is already running at", error.address, access, no_browser=no_browser)


def _show_page(what: str, address: str, access: AccessStore, *, no_browser: bool) -> None:
    """Open a server's page logged in, or print an address that does so."""
    if no_browser or not _opened(log_in_address(address, access)):
        click.echo(
            f"{what} {log_in_address(address, access)} (this logs you in, once, for the next 5 minutes)"
        )
    else:
        click.echo(f"{what} {address}/ and open in your browser.")


def _opened(address: str) -> bool:
    import webbrowser  # noqa: PLC0415 - a server that starts with the computer opens none

    return webbrowser.open(address)
