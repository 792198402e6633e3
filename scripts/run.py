#!/usr/bin/env python3
"""Daily use: start Afterword on this machine and open its page in the browser.

Options are passed on to ``afterword serve`` (``--port``, ``--data-dir``, ``--no-browser``).
"""

import subprocess
import sys

import environment


def main() -> int:
    """Set up what is missing, then serve until the person stops it."""
    environment.enter(extra="")
    command = [str(environment.VENV_PYTHON), "-m", "afterword", "serve", *sys.argv[1:]]
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
