"""``doctor``: each thing that may be wrong is named, with what to do, and nothing is changed by looking."""

import json
import os
import shutil
import socket
import webbrowser
from collections import namedtuple
from datetime import UTC, datetime, timedelta

import pytest

from afterword.clock import Clock
from afterword.doctor import folder as folder_checks
from afterword.doctor.examination import examine
from afterword.storage.access import AccessStore

NOW = datetime.now(UTC)


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@pytest.fixture(autouse=True)
def a_browser(monkeypatch):
    monkeypatch.setattr(webbrowser, "get", lambda *_: object())


@pytest.fixture
def healthy(filled):
    """A folder with records, a backup and a connected browser."""
    AccessStore(filled, now=Clock.stamp).create_pairing("Chrome on Linux")
    return filled


@pytest.fixture
def found(data_dir, free_port):
    """The lines of one check."""

    def found(check, *, now=NOW, port=free_port):
        return [line for line in examine(data_dir, port, now) if line.check == check]

    return found


def state_of(folder):
    return {path: (path.stat().st_mode, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


def test_all_is_well_where_all_is_well(run, healthy, free_port):
    result = run("doctor", "--port", free_port)

    assert result.exit_code == 0, result.output
    assert "OK      data: 2 records are readable." in result.stdout
    assert "OK      pairing: Chrome on Linux is connected and never asked." in result.stdout


def test_looking_changes_nothing(healthy, found):
    healthy.chmod(0o755)
    before = state_of(healthy)

    found("data")

    assert state_of(healthy) == before


def test_before_the_first_start_nothing_is_made(data_dir, found):
    assert [line.level for line in found("folder")] == ["ok"]
    assert not data_dir.exists()


def test_as_json_it_tells_level_text_and_advice(run, filled, free_port):
    result = run("doctor", "--json", "--port", free_port)

    told = json.loads(result.stdout)
    assert told["exit_code"] == result.exit_code == 1
    (pairing,) = [line for line in told["lines"] if line["check"] == "pairing"]
    assert pairing["level"] == "warning"
    assert "Pair" in pairing["advice"]


def test_a_problem_is_exit_code_2(run, healthy, free_port):
    (healthy / "afterword.json").write_bytes(b"{")

    result = run("doctor", "--port", free_port)

    assert result.exit_code == 2
    assert "PROBLEM data: The data file is damaged." in result.stdout
    assert "→ Start Afterword" in result.stdout


def test_while_a_server_runs_its_port_is_ours(server, found):
    (line,) = found("port")

    assert line.level == "ok"
    assert "Afterword runs at http://127.0.0.1:" in line.text


def test_T12_another_program_on_the_port_is_named(healthy, found):
    with socket.create_server(("127.0.0.1", 0)) as other:
        (line,) = found("port", port=other.getsockname()[1])

    assert line.level == "problem"
    assert "Another program uses port" in line.text


def test_another_afterword_on_the_port_is_told_from_ours(server, tmp_path):
    address = next(
        line.text for line in examine(server.backups._data_path.parent, 1, NOW) if line.check == "port"
    )
    port = int(address.rstrip(".").rpartition(":")[2])

    (line,) = [line for line in examine(tmp_path / "mine", port, NOW) if line.check == "port"]

    assert line.level == "warning"
    assert "Another Afterword" in line.text


def test_a_server_that_was_killed_is_not_running(healthy, found):
    (healthy / "running.json").write_text('{"address": "http://127.0.0.1:9", "pid": 1}')

    (line,) = found("port")

    assert (line.level, "is free" in line.text) == ("ok", True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_T5_a_folder_and_files_that_others_can_read_are_named(healthy, found):
    healthy.chmod(0o755)
    (healthy / "afterword.json").chmod(0o644)

    (folder,) = found("folder")
    (files,) = found("files")

    assert (folder.level, files.level) == ("warning", "warning")
    assert "chmod 700" in folder.advice
    assert "afterword.json" in files.text


def test_data_of_a_newer_afterword_is_a_problem(healthy, found):
    (healthy / "afterword.json").write_text('{"schema": 99, "tables": {}}')

    assert found("data")[0].level == "problem"
    assert "newer" in found("data")[0].text


def test_a_damaged_backup_is_named(run, healthy, found):
    run("backup")
    copy = next((healthy / "backups").glob("by-hand*"))
    copy.write_bytes(b"{")

    assert copy.stem in found("backups")[0].text


def test_no_backup_at_all_is_a_warning(healthy, found):
    shutil.rmtree(healthy / "backups")

    (line,) = found("backups")

    assert (line.level, "afterword backup" in line.advice) == ("warning", True)


def test_an_old_backup_is_a_warning(healthy, found):
    long_ago = (NOW - timedelta(days=30)).timestamp()
    for copy in (healthy / "backups").iterdir():
        os.utime(copy, (long_ago, long_ago))

    assert found("backups")[0].level == "warning"


def test_a_file_that_was_set_aside_is_mentioned(healthy, found):
    (healthy / "afterword-damaged-20261101T000000000000Z.json").write_bytes(b"{")

    assert found("damaged files")[0].level == "warning"


@pytest.mark.parametrize(
    ("free", "level"), [(1_000_000, "problem"), (100_000_000, "warning"), (10**10, "ok")]
)
def test_too_little_space_is_told_before_it_is_gone(healthy, found, monkeypatch, free, level):
    usage = namedtuple("usage", "free")(free)
    monkeypatch.setattr(folder_checks.shutil, "disk_usage", lambda _: usage)

    assert found("space")[0].level == level


def test_a_clock_that_went_back_is_noticed(healthy, found):
    (line,) = found("clock", now=NOW - timedelta(days=3))

    assert line.level == "warning"


def test_the_users_own_zone_is_looked_up(healthy, found):
    assert "In America/New_York it is" in found("zones")[0].text


def test_zone_data_that_is_missing_is_a_problem(healthy, found):
    data = healthy / "afterword.json"
    data.write_text(data.read_text().replace("America/New_York", "Atlantis/Capital"))

    assert found("zones")[0].level == "problem"


def test_no_browser_is_a_warning(healthy, found, monkeypatch):
    def none():
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)

    assert found("browser")[0].level == "warning"


def test_pairings_that_cannot_be_read_are_a_problem(healthy, found):
    (healthy / "access.json").write_bytes(b"{")

    assert found("pairing")[0].level == "problem"


def test_a_template_of_the_users_that_is_wrong_is_named(healthy, found):
    own = healthy / "templates" / "en" / "email"
    own.mkdir(parents=True)
    (own / "thank_you.md").write_text("no front matter {{")

    (line,) = found("templates")

    assert line.level == "warning"
    assert "thank_you.md" in line.text
