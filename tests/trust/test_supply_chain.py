"""What is installed is what was locked: pinned, with hashes, in step with pyproject.toml, audited whole."""

import json
import re
import tomllib
from pathlib import Path

import pytest

import audit
import environment

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
WANTED = {"": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}


def name_of(requirement):
    return audit._normal(re.match(r"[\w.-]+", requirement).group())


@pytest.mark.parametrize("extra", environment.EXTRAS)
def test_the_lock_pins_all_that_pyproject_asks_for(extra):
    lock = environment.lock_file(extra).read_text()

    asked = {name_of(requirement) for requirement in WANTED[extra]} - {"afterword"}

    assert asked <= audit.packages_of(lock)


@pytest.mark.parametrize("extra", environment.EXTRAS)
def test_every_locked_package_has_a_hash(extra):
    lock = environment.lock_file(extra).read_text()

    entries = re.findall(
        r"^[\w.-]+==[^\n]*\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", lock, re.MULTILINE
    )

    assert len(entries) == len(audit.packages_of(lock)) > 0


def test_every_extra_has_a_lock():
    assert set(environment.EXTRAS) == {"", *PROJECT["optional-dependencies"]}


@pytest.mark.parametrize("extra", ["demo", "dev"])
def test_what_runs_is_the_same_in_every_lock(extra):
    pinned = {
        lock: dict(re.findall(r"^([\w.-]+)==(\S+)", environment.lock_file(lock).read_text(), re.MULTILINE))
        for lock in ("", extra)
    }

    assert pinned[""].items() <= pinned[extra].items()


LOCK = (
    "flask==3.1.0 \\\n    --hash=sha256:00\n"
    "colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
)


def answers(*packages):
    return json.dumps({"dependencies": list(packages)})


CLEAN_FLASK = {"name": "flask", "version": "3.1.0", "vulns": []}
CLEAN_COLORAMA = {"name": "colorama", "version": "0.4.6", "vulns": []}
NOT_FOUND = {"name": "colorama", "skip_reason": "Dependency not found on PyPI"}
VULNERABLE = {"name": "flask", "version": "3.1.0", "vulns": [{"id": "CVE-2030-1", "fix_versions": ["3.1.1"]}]}


@pytest.mark.parametrize(
    ("output", "complaints", "code", "told"),
    [
        (answers(CLEAN_FLASK, CLEAN_COLORAMA), "", audit.CLEAN, "none of 2 packages"),
        (answers(VULNERABLE, CLEAN_COLORAMA), "", audit.FOUND, "flask has CVE-2030-1; fixed in 3.1.1."),
        (answers(CLEAN_FLASK, NOT_FOUND), "", audit.FOUND, "colorama was skipped"),
        (answers(CLEAN_FLASK), "", audit.FOUND, "colorama was skipped"),
        (answers(NOT_FOUND), "", audit.OFFLINE, "offline"),
        ("", "requests.exceptions.ConnectionError: no route", audit.OFFLINE, "offline"),
        ("", "pip_audit: error: unknown option", audit.FOUND, "the audit itself failed"),
    ],
    ids=["clean", "vulnerable", "one skipped", "one unheard of", "all skipped", "no network", "broken"],
)
def test_the_audit_fails_where_a_package_was_skipped_and_says_offline_where_nobody_answers(
    output, complaints, code, told
):
    verdict, account = audit.judge(audit.packages_of(LOCK), output, complaints)

    assert verdict == code
    assert told in " ".join(account)


def test_packages_for_other_systems_are_audited_as_well():
    assert "colorama==0.4.6 \\" in audit.without_markers(LOCK)
    assert audit.packages_of(LOCK) == {"flask", "colorama"}
