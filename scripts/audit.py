#!/usr/bin/env python3
"""Ask whether a locked package is known to be vulnerable. This needs the network, as Afterword never does.

Exit code 0: every package was looked up and none is known to be vulnerable. 1: one is, or one was skipped,
since an audit that skips is none. 2: offline, nobody could be asked.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import environment

CLEAN, FOUND, OFFLINE = 0, 1, 2
_LINE = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<marker> ;[^\\\n]*(?= ))?", re.MULTILINE)
_OUT_OF_REACH = re.compile(r"ConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded")


def main() -> int:
    """Audit every lock file; the worst verdict is the exit code, offline before all."""
    environment.enter(extra="dev")
    verdicts = [audit(environment.lock_file(extra)) for extra in environment.EXTRAS]
    return max(verdicts)


def audit(lock: Path) -> int:
    """Look up every package of one lock file and print what was found."""
    text = lock.read_text(encoding="utf-8")
    output, complaints = _ask(without_markers(text))
    verdict, account = judge(packages_of(text), output, complaints)
    print("\n".join(f"{lock.name}: {line}" for line in account), flush=True)
    return verdict


def packages_of(lock: str) -> frozenset[str]:
    """The names in a lock file, whatever system they are for."""
    return frozenset(_normal(found["name"]) for found in _LINE.finditer(lock))


def without_markers(lock: str) -> str:
    """The lock with the packages of all systems: those of another one can be vulnerable as well."""
    return _LINE.sub(lambda found: f"{found['name']}=={found['version']}", lock)


def judge(wanted: frozenset[str], output: str, complaints: str) -> tuple[int, Sequence[str]]:
    """The exit code and the lines that tell why, from what pip-audit printed."""
    found = _answers(output)
    if found is None:
        if _OUT_OF_REACH.search(complaints):
            return OFFLINE, ["offline: the register of vulnerabilities could not be asked."]
        return FOUND, [f"the audit itself failed: {complaints.strip()[-500:]}"]
    asked = {name for name, answer in found.items() if "skip_reason" not in answer}
    if not asked:
        return OFFLINE, ["offline: the package index in use knows nothing of vulnerabilities."]
    known = [_told(name, flaw) for name in sorted(asked) for flaw in found[name].get("vulns", ())]
    skipped = [f"{name} was skipped, so nothing is known of it." for name in sorted(wanted - asked)]
    if known or skipped:
        return FOUND, [*known, *skipped]
    return CLEAN, [f"none of {len(asked)} packages has a known vulnerability."]


def _ask(requirements: str) -> tuple[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        command = [str(environment.VENV_PYTHON), "-m", "pip_audit", "--requirement", str(listed)]
        options = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
        done = subprocess.run([*command, *options], check=False, capture_output=True, text=True)
    return done.stdout, done.stderr


def _answers(output: str) -> Mapping[str, Mapping[str, Any]] | None:
    """What pip-audit said of each package by name; None: it broke off."""
    try:
        listed = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    return {_normal(answer["name"]): answer for answer in listed}


def _told(name: str, flaw: Mapping[str, Any]) -> str:
    fixed = ", ".join(flaw.get("fix_versions") or ()) or "no version yet"
    return f"{name} has {flaw['id']}; fixed in {fixed}."


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    raise SystemExit(main())
