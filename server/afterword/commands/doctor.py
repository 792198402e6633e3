"""``doctor``: what may be wrong, and what to do about it."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from ..clock import Clock
from ..doctor.examination import examine
from ..doctor.report import Line, exit_code
from .options import DATA_DIR, PORT

_MARKS = {"ok": "OK      ", "warning": "WARNING ", "problem": "PROBLEM "}


@click.command()
@PORT
@DATA_DIR
@click.option("--json", "as_json", is_flag=True, help="Print the lines as JSON, for programs.")
@click.pass_context
def doctor(context: click.Context, port: int, data_dir: Path, *, as_json: bool) -> None:
    """Look for what may be wrong, and change nothing; works whether or not Afterword runs.

    Exit code 0: all is well. 1: there are warnings. 2: there are problems.
    """
    lines = examine(data_dir, port, Clock.stamp())
    click.echo(_as_json(lines) if as_json else "\n".join(map(_as_text, lines)))
    context.exit(exit_code(lines))


def _as_text(line: Line) -> str:
    advice = f"\n{' ' * len(_MARKS['ok'])}→ {line.advice}" if line.advice else ""
    return f"{_MARKS[line.level]}{line.check}: {line.text}{advice}"


def _as_json(lines: tuple[Line, ...]) -> str:
    return json.dumps({"exit_code": exit_code(lines), "lines": [asdict(line) for line in lines]}, indent=2)
