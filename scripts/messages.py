#!/usr/bin/env python3
"""Gather the texts of the local page into the catalogue that translations begin with.

python3 scripts/messages.py         writes server/afterword/translations/messages.pot
python3 scripts/messages.py de      and begins, or brings up to date, the German one; then fill its .po
                                    file and run this again, which compiles it
"""

import subprocess
import sys
from pathlib import Path

import environment

FOLDER = environment.ROOT / "server" / "afterword" / "translations"
CATALOGUE = FOLDER / "messages.pot"


def main() -> int:
    """Extract, then do the languages that are named or there already."""
    environment.enter(extra="")
    FOLDER.mkdir(exist_ok=True)
    _pybabel(
        *("extract", "--mapping-file", "babel.cfg", "--output-file", CATALOGUE),
        *("--keywords", "lazy_gettext", "--no-wrap", "--sort-by-file", "--add-location", "file"),
        *("--omit-header", "."),
    )
    for language in sorted({*sys.argv[1:], *_languages()}):
        _bring_up_to_date(language)
    return 0


def _languages() -> set[str]:
    return {po.parts[-3] for po in FOLDER.glob("*/LC_MESSAGES/messages.po")}


def _bring_up_to_date(language: str) -> None:
    verb = "update" if language in _languages() else "init"
    _pybabel(verb, "--input-file", CATALOGUE, "--output-dir", FOLDER, "--locale", language)
    _pybabel("compile", "--directory", FOLDER, "--locale", language)


def _pybabel(*arguments: str | Path) -> None:
    command = [str(environment.VENV_PYTHON), "-m", "babel.messages.frontend", *map(str, arguments)]
    subprocess.run(command, cwd=environment.ROOT, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
