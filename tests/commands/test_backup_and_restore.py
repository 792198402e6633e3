"""``backup`` and ``restore``: a copy that was read back, and the way to it and from it."""

import re

import pytest

from afterword.clock import Clock
from afterword.storage.store import open_store
from tests.builders import a_record


@pytest.fixture
def backup_name(run, filled):
    """A backup of the two records, after which one was deleted and one was added."""
    name = re.search(r"by-hand_\w+", run("backup").output).group()
    with open_store(filled, now=Clock.stamp) as store:
        store.records.trash("globex")
        store.records.add(a_record(id="initech", company="Initech"))
    return name


def test_a_backup_says_what_it_holds_and_how_to_go_back(run, filled):
    result = run("backup")

    assert result.exit_code == 0
    assert "Backed up 2 records as by-hand_" in result.stdout
    assert "afterword restore by-hand_" in result.stdout
    assert "reading the copy back" in result.stderr
    assert len(list((filled / "backups").glob("by-hand_*.json"))) == 1


def test_without_data_there_is_nothing_to_back_up_and_no_folder_is_made(run, data_dir):
    result = run("backup")

    assert result.exit_code == 1
    assert "There is nothing to back up yet." in result.stderr
    assert not data_dir.exists()


def test_a_backup_is_made_while_a_server_runs(run, server):
    assert "Backed up 2 records" in run("backup").stdout


def test_restore_without_a_name_lists_the_backups_also_while_a_server_runs(run, server):
    run("backup")

    listed = run("restore").stdout

    assert re.search(
        r"^by-hand_\w+  made \d{4}-\d\d-\d\d \d\d:\d\d  [\d.]+ \w+  2 records$", listed, re.MULTILINE
    )


def test_a_damaged_backup_is_listed_as_such(run, filled):
    run("backup")
    copy = next((filled / "backups").glob("by-hand_*.json"))
    copy.write_bytes(copy.read_bytes()[:50])

    assert f"{copy.stem}" in run("restore").stdout
    assert "unreadable" in run("restore").stdout
    assert run("restore", copy.stem).exit_code == 1


def test_a_dry_run_tells_what_would_come_and_go_and_changes_nothing(run, backup_name, kept):
    before = kept()

    result = run("restore", backup_name, "--dry-run")

    assert "which holds 2 records." in result.stdout
    assert "Goes away (1 record): Data Engineer at Initech." in result.stdout
    assert "Nothing was changed." in result.stdout
    assert kept() == before == {"Acme", "Initech"}


def test_a_restore_goes_back_and_can_itself_be_undone(run, backup_name, kept):
    result = run("restore", backup_name)

    assert result.exit_code == 0
    assert "It was read back and is complete." in result.stdout
    assert kept() == {"Acme", "Globex"}

    before = re.search(r"before-restore_\w+", run("restore").stdout).group()
    run("restore", before)
    assert kept() == {"Acme", "Initech"}


def test_newest_names_the_last_backup(run, backup_name, kept):
    run("backup")

    run("restore", "newest")

    assert kept() == {"Acme", "Initech"}


def test_a_damaged_data_file_is_no_hindrance(run, backup_name, filled, kept):
    (filled / "afterword.json").write_bytes(b"{")

    assert run("restore", backup_name).exit_code == 0

    assert kept() == {"Acme", "Globex"}


def test_while_a_server_runs_restore_says_where_and_changes_nothing(run, server):
    run("backup")

    result = run("restore", "newest")

    assert result.exit_code == 1
    assert "Afterword is already running at http://127.0.0.1:" in result.stderr
    assert len(server.records.all()) == 2


def test_a_name_that_is_none_is_said_and_not_taken_for_a_path(run, filled):
    for name in ("nobody", "../afterword", "/etc/passwd"):
        result = run("restore", name)

        assert result.exit_code == 1
        assert f"There is no backup called {name}." in result.stderr
