"""The group of all commands: those of other files are loaded when asked for, errors end in one sentence."""

from importlib import import_module
from typing import Any

import click

from ..domain.errors import AfterwordError

ELSEWHERE = {
    "backup": "data:backup",
    "restore": "data:restore",
    "export": "data:export_",
    "import": "data:import_",
    "doctor": "doctor:doctor",
    "autostart": "autostart:autostart",
}
"""Commands by name, each with its module in this package and its name there."""


class Commands(click.Group):
    """Ends with one sentence and exit code 1 where something is not as it should be."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None if there is none."""
        return _loaded(ELSEWHERE[cmd_name]) if cmd_name in ELSEWHERE else super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except AfterwordError as error:
            named = [f"  {name}: {sentence}" for name, sentence in error.fields.items()]
            raise click.ClickException("\n".join([error.message, *named])) from error


def _loaded(place: str) -> click.Command:
    # A start of the server would wait for the doctor and for what copies data.
    module, _, name = place.partition(":")
    command: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
    return command
