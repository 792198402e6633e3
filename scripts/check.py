#!/usr/bin/env python3
"""What can be said of the code without running it: style, types, layers, and what documents claim.

Every check runs even if one fails; the end says which failed and which were skipped, by name.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import environment
import rules

PYTHON_CHECKS = {
    "ruff": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports", "--verbose"],
}
NODE_CHECKS = {
    "tsc": ["tsc", "--project", "tsconfig.json"],
    "eslint": ["eslint", "extension", "tests"],
    "web-ext lint": ["web-ext", "lint", "--source-dir", "extension", "--warnings-as-errors=false"],
}


@dataclass
class Account:
    """Which checks passed, failed or were skipped, by name."""

    failed: list[str]
    skipped: list[str]

    def run(self, name: str, check: Callable[[], bool]) -> None:
        """Run one check and note how it ended."""
        print(f"— {name}", flush=True)
        if not check():
            self.failed.append(name)


def main() -> int:
    """Run all checks; 0 if none failed."""
    environment.enter(extra="dev")
    account = run_checks()
    for name in account.skipped:
        print(f"skipped: {name}")
    print("checks: " + (f"failed: {', '.join(account.failed)}" if account.failed else "all passed"))
    return 1 if account.failed else 0


def run_checks() -> Account:
    """Run every check that this machine has the tools for."""
    account = Account([], [])
    tools = environment.VENV_PYTHON.parent
    for name, command in PYTHON_CHECKS.items():
        account.run(name, lambda c=command: _succeeds([str(tools / c[0]), *c[1:]]))
    account.run("rules named by tests", _rules_are_named)
    if environment.node_is_new_enough():
        environment.prepare_node_tools()
        for name, command in NODE_CHECKS.items():
            account.run(name, lambda c=command: _succeeds(["npx", "--no-install", *c]))
    else:
        account.skipped.append(
            f"{', '.join(NODE_CHECKS)} (they need Node {environment.OLDEST_NODE} or newer)"
        )
    return account


def _rules_are_named() -> bool:
    found = rules.problems()
    print("\n".join(found) or "Every rule is named by a test.")
    return not found


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, cwd=environment.ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    raise SystemExit(main())
