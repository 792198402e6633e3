"""What several commands are told in the same way."""

from pathlib import Path

import click

from ..config import DEFAULT_PORT, default_data_dir

DATA_DIR = click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="AFTERWORD_DATA_DIR",
    default=default_data_dir,
    show_default="the system's place for your data",
    show_envvar=True,
    help="The folder that holds everything.",
)
PORT = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    envvar="AFTERWORD_PORT",
    default=DEFAULT_PORT,
    show_default=True,
    show_envvar=True,
    help="The port on 127.0.0.1; 0 takes a free one.",
)
NO_BROWSER = click.option(
    "--no-browser", is_flag=True, help="Print the log-in address instead of opening it."
)
