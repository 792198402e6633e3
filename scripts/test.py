#!/usr/bin/env python3
"""Everything that is checked and tested, on a clean checkout: sets up what it needs, then runs all of it.

    python3 scripts/test.py                   checks, pytest, node --test
    python3 scripts/test.py --real-webmail    also installs and starts a real Roundcube (Debian, as root)
    python3 scripts/test.py -k walk           other arguments go to pytest

What is skipped is said by name at the end.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import environment

ROUNDCUBE_PACKAGES = [
    "roundcube-core",
    "roundcube-sqlite3",
    "php-cli",
    "php-sqlite3",
    "php-mbstring",
    "php-intl",
    "php-xml",
    "dovecot-imapd",
]


def main() -> int:
    """Set up, check, test; 0 only if nothing failed."""
    options, for_pytest = _options()
    environment.enter(extra="dev")
    from check import run_checks  # noqa: PLC0415 - after the environment is entered, like everything below

    account = run_checks()
    _set_up_browsers(account.skipped, may_install=not options.no_install)
    _set_up_strace(account.skipped, may_install=not options.no_install)
    if options.real_webmail:
        _set_up_webmail(account.skipped, may_install=not options.no_install)
        for_pytest = ["--real-webmail", *for_pytest]
    account.run("pytest", lambda: _pytest(for_pytest, account.skipped))
    if environment.node_is_new_enough():
        account.run("node --test", _node_test)
    else:
        account.skipped.append(f"node --test (needs Node {environment.OLDEST_NODE} or newer)")
    return _close(account.failed, account.skipped)


def _options() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--real-webmail", action="store_true", help="install and start a real Roundcube")
    parser.add_argument(
        "--no-install", action="store_true", help="never install a browser or system packages"
    )
    return parser.parse_known_args()


def _set_up_browsers(skipped: list[str], *, may_install: bool) -> None:
    try:
        os.environ["AFTERWORD_CHROMIUM"] = str(environment.find_chromium(may_install=may_install))
    except environment.SetupError as error:
        skipped.append(f"tests in Chromium ({error})")
    firefox = environment.find_firefox(may_install=may_install)
    if firefox:
        os.environ["AFTERWORD_FIREFOX"] = str(firefox)
    else:
        skipped.append("tests in Firefox (none was found)")


def _set_up_strace(skipped: list[str], *, may_install: bool) -> None:
    """The tests of power cuts record what the storage asks of the system."""
    if shutil.which("strace") or (may_install and environment.apt_install(["strace"])):
        return
    skipped.append("states after a power cut (strace is not installed; Linux only)")


def _set_up_webmail(skipped: list[str], *, may_install: bool) -> None:
    environment.say("Installing Roundcube and Dovecot where they are missing …")
    if may_install and not environment.apt_install(ROUNDCUBE_PACKAGES):
        skipped.append(
            "the real webmail (its packages could not be installed: Debian or Ubuntu and root are needed)"
        )


def _pytest(arguments: list[str], skipped: list[str]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        # Two at a time: browsers wait more than they work. Files stay whole, for what their tests share.
        spread = ["--numprocesses=2", "--dist=loadfile"]
        command = [str(environment.VENV_PYTHON), "-m", "pytest", f"--junit-xml={report}", *spread, *arguments]
        done = subprocess.run(command, cwd=environment.ROOT, check=False)
        skipped += _skipped_tests(report)
    return done.returncode == 0


def _skipped_tests(report: Path) -> list[str]:
    if not report.exists():
        return []
    cases = ElementTree.parse(report).getroot().iter("testcase")  # noqa: S314 - pytest wrote it a moment ago
    skips = [(case, case.find("skipped")) for case in cases]
    return [f"{case.get('name')} ({skip.get('message')})" for case, skip in skips if skip is not None]


def _node_test() -> bool:
    files = sorted(str(f) for f in (environment.ROOT / "tests" / "extension").rglob("*.test.mjs"))
    return subprocess.run(["node", "--test", *files], cwd=environment.ROOT, check=False).returncode == 0


def _close(failed: list[str], skipped: list[str]) -> int:
    print()
    for name in skipped:
        print(f"skipped: {name}")
    print(f"failed: {', '.join(failed)}" if failed else "Everything that ran passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    raise SystemExit(main())
