"""``autostart on|off|status``: off unless the user asked for it."""

from pathlib import Path

import click

from ..autostart.this_system import entry_here, is_heeded
from .options import DATA_DIR, PORT

_STATES = {
    "on": "Afterword starts when you log in.",
    "off": "Afterword does not start by itself.",
    "other": "Another Afterword, or one with other options, starts when you log in. "
    "To change that: afterword autostart on",
}


@click.group()
def autostart() -> None:
    """Start Afterword when you log in; off until you turn it on."""


@autostart.command()
@PORT
@DATA_DIR
def on(port: int, data_dir: Path) -> None:
    """Start Afterword at every log-in, from now on."""
    entry = entry_here(data_dir, port)
    entry.write()
    click.echo(f"From your next log-in on, Afterword starts by itself ({entry.path}).")
    if not is_heeded():
        click.echo("This machine seems to run without systemd, which is what reads that file.", err=True)


@autostart.command()
@PORT
@DATA_DIR
def off(port: int, data_dir: Path) -> None:
    """Start Afterword no more by itself, and leave nothing behind."""
    entry_here(data_dir, port).remove()
    click.echo("Afterword does not start by itself any more. One that runs now goes on until you stop it.")


@autostart.command()
@PORT
@DATA_DIR
def status(port: int, data_dir: Path) -> None:
    """Say whether Afterword starts by itself."""
    click.echo(_STATES[entry_here(data_dir, port).state()])
