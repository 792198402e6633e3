"""Autostart: off by default, one file where the system looks for it, and nothing left behind."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from afterword.autostart.launch_agent import launch_agent
from afterword.autostart.systemd import systemd_entry
from afterword.autostart.this_system import entry_here, start_command
from afterword.autostart.windows_startup import windows_entry
from afterword.cli import main
from afterword.config import DEFAULT_PORT, default_data_dir

COMMAND = [
    "/opt/after word/bin/python",
    "-m",
    "afterword",
    "serve",
    "--data-dir",
    '/home/r/50% "of" $HOME\\x',
]


@pytest.fixture
def entries(tmp_path):
    """The entry of every system, in folders of the test's own."""
    return {
        "Linux": systemd_entry(COMMAND, tmp_path / "config"),
        "macOS": launch_agent(COMMAND, tmp_path / "home"),
        "Windows": windows_entry(COMMAND, tmp_path / "roaming"),
    }


SYSTEMS = ("Linux", "macOS", "Windows")


@pytest.mark.parametrize("system", SYSTEMS)
def test_it_is_off_then_on_then_off_without_a_trace(entries, system, tmp_path):
    entry = entries[system]
    entry.home.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    states = [entry.state()]

    entry.write()
    states.append(entry.state())
    entry.remove()
    states.append(entry.state())

    assert states == ["off", "on", "off"]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("system", SYSTEMS)
def test_turning_it_on_or_off_twice_is_harmless(entries, system):
    entry = entries[system]

    entry.write()
    entry.write()
    assert entry.state() == "on"
    entry.remove()
    entry.remove()
    assert entry.state() == "off"


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_entry_of_another_installation_is_told_apart(entries, system):
    entries[system].write()
    entries[system].path.write_bytes(b"something else")

    assert entries[system].state() == "other"


def test_other_units_of_the_user_stay(entries):
    others = entries["Linux"].path.with_name("other.service")
    others.parent.mkdir(parents=True)
    others.write_text("[Unit]\n")
    entries["Linux"].write()

    entries["Linux"].remove()

    assert sorted(others.parent.iterdir()) == [others]


def test_the_unit_quotes_what_systemd_would_read_otherwise(entries):
    unit = entries["Linux"].content.decode()

    assert '"/opt/after word/bin/python" "-m" "afterword" "serve"' in unit
    assert r'"/home/r/50%% \"of\" $$HOME\\x"' in unit
    assert "WantedBy=default.target" in unit


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_itself_finds_nothing_wrong_with_the_unit(tmp_path):
    entry = systemd_entry([sys.executable, "-m", "afterword", "serve", "--data-dir", "/a b/50%"], tmp_path)
    entry.write()

    judged = subprocess.run(
        ["systemd-analyze", "--user", "verify", str(entry.path)],
        capture_output=True,
        text=True,
        check=False,
        env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
    )

    assert entry.path.name not in judged.stderr


def test_the_link_is_the_one_that_systemctl_enable_makes(entries):
    entries["Linux"].write()

    link = entries["Linux"].link

    assert link.parts[-3:] == ("user", "default.target.wants", "afterword.service")
    assert link.resolve() == entries["Linux"].path.resolve()


def test_the_agent_runs_the_command_at_log_in(entries):
    told = plistlib.loads(entries["macOS"].content)

    assert told["ProgramArguments"] == COMMAND
    assert told["RunAtLoad"] is True
    assert entries["macOS"].path.parts[-2:] == ("LaunchAgents", "app.afterword.server.plist")


def test_the_batch_file_is_utf_8_with_windows_line_ends_and_no_variables(tmp_path):
    entry = windows_entry(["C:\\Programme\\Jürgen\\python.exe", "-m", "afterword", "C:\\50%TEMP%"], tmp_path)

    lines = entry.content.decode().split("\r\n")

    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert (
        lines[2]
        == 'start "Afterword" /b "C:\\Programme\\Jürgen\\python.exe" "-m" "afterword" "C:\\50%%TEMP%%"'
    )
    assert entry.path.parts[-2:] == ("Startup", "Afterword.cmd")


def test_on_windows_no_console_window_stays_open(tmp_path):
    for name in ("python.exe", "pythonw.exe"):
        (tmp_path / name).touch()

    entry = windows_entry([str(tmp_path / "python.exe"), "-m", "afterword"], tmp_path)

    assert "pythonw.exe" in entry.content.decode()


def test_the_log_in_code_that_a_start_prints_goes_into_no_journal(entries):
    assert b"StandardOutput=null" in entries["Linux"].content
    assert plistlib.loads(entries["macOS"].content)["StandardOutPath"] == "/dev/null"


@pytest.mark.parametrize(
    ("platform", "end"),
    [
        ("linux", ".config/systemd/user/afterword.service"),
        ("darwin", "Library/LaunchAgents/app.afterword.server.plist"),
        ("win32", "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Afterword.cmd"),
    ],
)
def test_each_system_is_told_in_its_own_place(platform, end, tmp_path):
    entry = entry_here(tmp_path, DEFAULT_PORT, platform=platform, environment={}, home=tmp_path)

    assert entry.path == tmp_path / end


def test_only_what_is_not_the_default_is_written_down(tmp_path):
    usual = start_command(default_data_dir(), DEFAULT_PORT)
    unusual = start_command(tmp_path, 9000)

    assert usual[1:] == ["-m", "afterword", "serve", "--no-browser"]
    assert unusual[len(usual) :] == ["--port", "9000", "--data-dir", str(tmp_path)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="writes the entry of Linux")
def test_the_command_turns_it_on_and_off_on_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def run(word):
        return CliRunner().invoke(main, ["autostart", word], catch_exceptions=False).stdout

    before, on, during, off, after = (run(word) for word in ("status", "on", "status", "off", "status"))

    assert before == after == "Afterword does not start by itself.\n"
    assert during == "Afterword starts when you log in.\n"
    assert "From your next log-in on" in on
    assert "does not start by itself any more" in off
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(sys, "platform", "linux")
    Path(tmp_path / "file").touch()

    result = CliRunner().invoke(main, ["autostart", "on"])

    assert result.exit_code == 1
    assert "could not be written" in result.stderr
