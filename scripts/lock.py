#!/usr/bin/env python3
"""Lock the versions that the scripts install, with hashes, for every system: a file for each extra.

python3 scripts/lock.py              follows pyproject.toml, changing as little as possible
python3 scripts/lock.py --upgrade    takes the newest versions that it allows
"""

import subprocess
import sys
from pathlib import Path

import environment

BUILD_TOOLS = "requirements/build.in"


def main() -> int:
    """Write all locks; later ones are held to the versions of the first."""
    environment.enter(extra="dev")
    for extra in environment.EXTRAS:
        done = subprocess.run(_command(extra, sys.argv[1:]), cwd=environment.ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


def _command(extra: str, options: list[str]) -> list[str]:
    command = [
        *(str(environment.VENV_PYTHON), "-m", "uv", "pip", "compile", "--quiet", "--universal"),
        *("--generate-hashes", "--python-version", ".".join(map(str, environment.OLDEST_PYTHON))),
        *("--custom-compile-command", "python3 scripts/lock.py"),
        *("pyproject.toml", BUILD_TOOLS, *options),
    ]
    if extra:
        command += ["--extra", extra, "--constraint", _name(environment.lock_file(""))]
    return [*command, "--output-file", _name(environment.lock_file(extra))]


def _name(path: Path) -> str:
    return path.relative_to(environment.ROOT).as_posix()


if __name__ == "__main__":
    raise SystemExit(main())
