"""``export`` and ``import``: out of one Afterword and into another, whether or not a server runs."""

import json
import socket
import threading

import pytest

from afterword.clock import Clock
from afterword.storage.access import AccessStore
from afterword.storage.lock import ProcessLock
from afterword.storage.store import open_store
from afterword.storage.transfer import export_document
from tests.builders import a_record


@pytest.fixture
def others_export(tmp_path):
    """An export of another Afterword: one record that is known here and changed there, one that is new."""
    with open_store(tmp_path / "other", now=Clock.stamp) as store:
        store.records.add(a_record(role="Plumber"))
        store.records.add(a_record(id="initech", company="Initech"))
        document = export_document(store.tables(), now=Clock.stamp())
    file = tmp_path / "other.json"
    file.write_text(json.dumps(document))
    return file


ACCOUNT = "Added (1 record): Data Engineer at Initech.\nReplaced (1 record): Plumber at Acme.\n"
PREVIEW = "Would add (1 record): Data Engineer at Initech.\nWould replace (1 record): Plumber at Acme.\n"


def test_an_export_goes_into_a_private_file_with_an_account(run, filled, tmp_path):
    file = tmp_path / "export.json"

    result = run("export", file)

    assert result.exit_code == 0
    assert f"Exported 2 records to {file}" in result.stdout
    assert len(json.loads(file.read_text())["tables"]["records"]) == 2
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("arguments", [("export",), ("export", "-")])
def test_an_export_to_the_standard_output_is_nothing_but_the_export(run, filled, arguments):
    assert json.loads(run(*arguments).stdout)["format"] == "afterword"


def test_an_export_works_while_a_server_runs(run, server):
    assert len(json.loads(run("export").stdout)["tables"]["records"]) == 2


def test_without_data_there_is_nothing_to_export(run):
    result = run("export")

    assert result.exit_code == 1
    assert "There is nothing in" in result.stderr


def test_an_import_adds_replaces_and_tells_of_both(run, filled, kept, others_export):
    result = run("import", others_export)

    assert result.exit_code == 0
    assert ACCOUNT in result.stdout
    assert "Reading and checking the file" in result.stderr
    assert kept() == {"Acme", "Globex", "Initech"}
    assert "before-import_" in run("restore").stdout


def test_a_dry_run_says_the_same_and_changes_nothing(run, filled, kept, others_export):
    result = run("import", "--dry-run", others_export)

    assert PREVIEW in result.stdout
    assert "Nothing was changed." in result.stdout
    assert kept() == {"Acme", "Globex"}


def test_while_a_server_runs_the_import_goes_through_it(run, server, others_export):
    result = run("import", others_export)

    assert result.exit_code == 0
    assert ACCOUNT in result.stdout
    assert {record.company for record in server.records.all()} == {"Acme", "Globex", "Initech"}


def test_the_token_for_that_is_gone_afterwards(run, server, filled, others_export):
    run("import", others_export)

    assert AccessStore(filled, now=Clock.stamp).pairings() == ()


def test_a_dry_run_goes_through_a_running_server_as_well(run, server, others_export):
    assert PREVIEW in run("import", others_export, "--dry-run").stdout
    assert len(server.records.all()) == 2


@pytest.mark.parametrize("with_server", [False, True])
def test_one_broken_entry_is_named_and_nothing_is_imported(run, filled, others_export, with_server, request):
    store = request.getfixturevalue("server") if with_server else None
    document = json.loads(others_export.read_text())
    document["tables"]["records"]["initech"]["company"] = 7
    others_export.write_text(json.dumps(document))

    result = run("import", others_export)

    assert result.exit_code == 1
    assert "nothing was imported" in result.stderr
    assert "tables.records.initech" in result.stderr
    if store:
        assert len(store.records.all()) == 2


@pytest.mark.parametrize("content", [b"", b"no JSON", b"[]", b'{"tables": 5}', b"\xff\xfe"])
def test_a_file_of_another_program_is_refused_in_a_sentence(run, filled, kept, content):
    result = run("import", "-", given=content)

    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert kept() == {"Acme", "Globex"}


def test_a_backup_can_be_imported(run, filled, kept):
    run("backup")
    copy = next((filled / "backups").glob("by-hand_*.json"))

    assert "Already the same: 2 records." in run("import", copy).stdout
    assert kept() == {"Acme", "Globex"}


@pytest.fixture
def impostor(filled):
    """A program that took the announced port, and what it was sent."""
    received = []

    def answer_all():
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                received.append(connection.recv(65536))
                body = json.dumps({"product": "afterword", "proof": "0" * 64}).encode()
                connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body)

    with socket.create_server(("127.0.0.1", 0)) as listening, ProcessLock(filled) as lock:
        lock.announce(f"http://127.0.0.1:{listening.getsockname()[1]}")
        threading.Thread(target=answer_all, daemon=True).start()
        yield received
        listening.shutdown(socket.SHUT_RDWR)


def test_T12_a_program_that_took_the_port_gets_neither_token_nor_data(run, impostor, others_export):
    result = run("import", others_export)

    assert result.exit_code == 1
    assert "Another program answers at" in result.stderr
    assert b"Authorization" not in b"".join(impostor)
    assert b"Initech" not in b"".join(impostor)
