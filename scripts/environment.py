"""What the scripts stand on: the virtual environment, the npm tools and a browser, each made or found once.

Only the standard library is used here, since this runs before anything is installed.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20
EXTRAS = ("", "demo", "dev")  # what pyproject.toml offers; each has a lock file
# Branded Chrome and Edge ignore --load-extension since 137, so they can't show an unpacked extension.
CHROMIUM_NAMES = ("chromium", "chromium-browser", "ungoogled-chromium")


class SetupError(Exception):
    """Set-up can't go on; the message is one sentence with what to do."""


def say(text: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(f"· {text}", flush=True)


def enter(*, extra: str) -> None:
    """Go on inside the project's virtual environment, made and filled first where that is needed.

    Args:
        extra: the optional dependencies of pyproject.toml that the script needs ("demo", "dev"), or "".
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SystemExit("Afterword needs Python 3.11 or newer. Install it from python.org and try again.")
    try:
        prepare_venv(extra)
    except SetupError as error:
        raise SystemExit(str(error)) from error
    if Path(sys.prefix).resolve() != VENV.resolve():
        command = [str(VENV_PYTHON), *sys.argv]
        if os.name == "nt":  # exec on Windows returns to the shell too early
            raise SystemExit(subprocess.run(command, check=False).returncode)
        os.execv(VENV_PYTHON, command)  # noqa: S606 - our own interpreter, our own arguments


def prepare_venv(extra: str) -> None:
    """Make ``.venv`` and install the project into it, unless that was done for the same requirements."""
    if not VENV_PYTHON.exists():
        say("Making the virtual environment in .venv …")
        _make_venv()
    stamp = VENV / f"installed-{extra or 'run'}.txt"
    wanted = _requirements_state(extra)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing what Afterword needs (a minute or two the first time) …")
    _pip_install(extra)
    stamp.write_text(wanted)


def _make_venv() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True
    )
    if made.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if _is_debian_root() and _apt_install(["python3-venv"]):
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        return
    raise SetupError(
        "Python could not make a virtual environment; on Debian or Ubuntu install it with"
        " 'sudo apt install python3-venv' and try again."
    )


def lock_file(extra: str) -> Path:
    """The locked versions, with hashes, of what an extra needs; "" is the program itself."""
    return ROOT / "requirements" / f"{extra or 'run'}.txt"


def _requirements_state(extra: str) -> str:
    files = (ROOT / "pyproject.toml", lock_file(extra))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _pip_install(extra: str) -> None:
    """Install what the lock names and nothing else; what was altered on the way here fails its hash."""
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    ourselves = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    for wanted in (["--require-hashes", "--requirement", str(lock_file(extra))], ourselves):
        if subprocess.run([*pip, *wanted], check=False).returncode:
            raise SetupError(
                "The packages could not be installed; check the network connection"
                " (pip's words are above) and try again."
            )


def node_is_new_enough() -> bool:
    """Whether Node 20 or newer, and npm, are on this machine."""
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    version = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= OLDEST_NODE


def prepare_node_tools() -> None:
    """Install the npm development tools, unless that was done for the same lock file."""
    lock = ROOT / "package-lock.json"
    stamp = ROOT / "node_modules" / ".installed-for.txt"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Installing the npm tools …")
    npm = shutil.which("npm") or "npm"
    done = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT, check=False)
    if done.returncode:
        raise SetupError("The npm tools could not be installed; check the network connection and try again.")
    stamp.write_text(wanted)


def find_chromium(*, may_install: bool = True) -> Path:
    """A Chromium that can load the extension: the system's, else Playwright's, else the distribution's.

    Raises:
        SetupError: there is none and none could be installed.
    """
    found = _system_chromium() or _playwright_chromium(may_install=False)
    if found:
        return found
    if may_install:
        say("No Chromium found; trying Playwright's download …")
        found = _playwright_chromium(may_install=True)
        if not found and _is_debian_root():
            say("Installing the distribution's package 'chromium' with apt …")
            found = _system_chromium() if _apt_install(["chromium"]) else None
    if found:
        return found
    raise SetupError(
        "No Chromium was found that can load the extension; install one"
        " (on Debian or Ubuntu: 'sudo apt install chromium') and try again."
    )


def find_firefox(*, may_install: bool = True) -> Path | None:
    """The system's Firefox; on Debian as root it is installed where it is missing. None: there is none."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if not found and may_install and _is_debian_root():
        say("Installing the distribution's package 'firefox-esr' with apt …")
        _apt_install(["firefox-esr"])
        found = shutil.which("firefox-esr")
    return Path(found) if found else None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where this is such a machine and we are root; whether it worked."""
    return _is_debian_root() and _apt_install(packages)


def _system_chromium() -> Path | None:
    named = os.environ.get("AFTERWORD_CHROMIUM", "")
    candidates = [named, *(shutil.which(name) or "" for name in CHROMIUM_NAMES), _mac_chromium()]
    return next((Path(c) for c in candidates if c and Path(c).exists()), None)


def _mac_chromium() -> str:
    return "/Applications/Chromium.app/Contents/MacOS/Chromium" if sys.platform == "darwin" else ""


def _playwright_chromium(*, may_install: bool) -> Path | None:
    if may_install:
        _download_playwright_chromium()
    ask = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    asked = subprocess.run([str(VENV_PYTHON), "-c", ask], check=False, capture_output=True, text=True)
    path = Path(asked.stdout.strip() or "/nonexistent")
    return path if path.is_file() else None


def _download_playwright_chromium() -> None:
    command = [str(VENV_PYTHON), "-m", "playwright", "install", "chromium"]
    # Where the download host is out of reach this can hang; another way to a browser follows then.
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(
            command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300
        )


def is_root() -> bool:
    """Whether the script runs as the machine's administrator (never so on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_debian_root() -> bool:
    return is_root() and shutil.which("apt-get") is not None


def _apt_install(packages: list[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command, check=False, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    return done.returncode == 0
