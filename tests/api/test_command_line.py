"""The command line as another program uses it: processes, ports, signals, and what they print."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from tests.api.bodies import a_record_body

AFTERWORD = [sys.executable, "-m", "afterword"]
WITHIN = 30  # seconds for a process to start or end on a busy machine


@pytest.fixture
def data_dir(tmp_path):
    return tmp_path / "data"


def run(*arguments):
    return subprocess.run(
        [*AFTERWORD, *map(str, arguments)], capture_output=True, text=True, timeout=WITHIN, check=False
    )


@contextmanager
def serving(data_dir, *options):
    """A running server: its process, the line it printed and its port."""
    command = [*AFTERWORD, "serve", "--port", "0", "--no-browser", "--data-dir", str(data_dir), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            assert found, process.stderr.read()
            yield process, line, int(found.group(1))
        finally:
            process.kill()


def call(port, path, token=None, body=None):
    """The status and JSON of a request below /api/v1."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/{path}",
        data=json.dumps(body).encode() if body else None,
        headers={
            "Content-Type": "application/json",
            **({"Authorization": f"Bearer {token}"} if token else {}),
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=WITHIN) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_a_token_made_before_the_start_and_one_made_while_it_runs_both_work(data_dir):
    before = run("token", "create", "before", "--data-dir", data_dir)
    with serving(data_dir) as (_, _, port):
        during = run("token", "create", "during", "--data-dir", data_dir)

        statuses = [call(port, "settings", made.stdout.strip())[0] for made in (before, during)]

    assert statuses == [200, 200]
    assert [made.stdout.count("\n") for made in (before, during)] == [1, 1]
    assert len(before.stdout.strip()) >= 43, "256 bits"


def test_T8_a_token_revoked_on_the_command_line_is_401_at_once(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()
    with serving(data_dir) as (_, _, port):
        before, _ = call(port, "settings", token)
        revoked = run("token", "revoke", "laptop", "--data-dir", data_dir)
        after, _ = call(port, "settings", token)

    assert (before, revoked.returncode, after) == (200, 0, 401)


def test_the_list_of_tokens_names_them_and_shows_none(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()

    listed = run("token", "list", "--data-dir", data_dir)

    assert "laptop" in listed.stdout
    assert token not in listed.stdout


def test_revoking_what_is_not_there_says_so(data_dir):
    revoked = run("token", "revoke", "nobody", "--data-dir", data_dir)

    assert revoked.returncode == 1
    assert "There is no token called nobody." in revoked.stderr


def test_the_printed_address_logs_in_once(data_dir):
    with serving(data_dir) as (_, line, _):
        address = re.search(r"http://\S+", line).group()

        with pytest.raises(urllib.error.HTTPError) as first:
            urllib.request.build_opener(Stay).open(address, timeout=WITHIN)
        with pytest.raises(urllib.error.HTTPError) as second:
            urllib.request.build_opener(Stay).open(address, timeout=WITHIN)

    assert (first.value.code, second.value.code) == (302, 403)


class Stay(urllib.request.HTTPRedirectHandler):
    """Reports a redirect instead of following it."""

    def redirect_request(self, *_):
        return None


def test_a_second_start_shows_the_first_ones_page_and_ends_well(data_dir):
    with serving(data_dir) as (_, _, port):
        second = run("serve", "--no-browser", "--data-dir", data_dir, "--port", port)

    assert second.returncode == 0
    assert f"already running at http://127.0.0.1:{port}/log-in?code=" in second.stdout


def test_another_programs_port_is_named_in_a_sentence(data_dir):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        started = run("serve", "--no-browser", "--data-dir", data_dir, "--port", port)

    assert started.returncode == 1
    assert f"Port {port} is used by another program." in started.stderr
    assert "Traceback" not in started.stderr


def test_open_prints_an_address_of_the_running_server(data_dir):
    with serving(data_dir) as (_, _, port):
        opened = run("open", "--no-browser", "--data-dir", data_dir)

    assert f"http://127.0.0.1:{port}/log-in?code=" in opened.stdout


def test_open_without_a_running_server_says_how_to_start_one(data_dir):
    opened = run("open", "--no-browser", "--data-dir", data_dir)

    assert opened.returncode == 1
    assert "afterword serve" in opened.stderr


def test_a_moment_that_is_none_is_refused_before_anything_starts(data_dir):
    started = run("serve", "--no-browser", "--data-dir", data_dir, "--now", "soon")

    assert started.returncode == 2
    assert "2026-11-21T16:00:00-05:00" in started.stderr
    assert not data_dir.exists()


def test_what_was_kept_is_there_after_a_stop_and_a_start(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()
    with serving(data_dir) as (process, _, port):
        _, kept = call(port, "records", token, a_record_body())
        process.send_signal(signal.SIGTERM)
        stopped = process.wait(WITHIN)

    with serving(data_dir) as (_, _, port):
        _, found = call(port, f"records/{kept['id']}", token)

    assert stopped == 0
    assert found == kept


def test_T5_T7_files_are_the_owners_only_and_hold_no_token(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()
    with serving(data_dir) as (_, _, port):
        call(port, "records", token, a_record_body())

        files = [path for path in data_dir.rglob("*") if path.is_file()]
        modes = {path.name: path.stat().st_mode & 0o777 for path in files}

    assert data_dir.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}, modes
    assert not [path for path in files if token.encode() in path.read_bytes()]


def test_T7_no_token_and_no_text_is_ever_in_the_log(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()
    with serving(data_dir) as (process, _, port):
        call(port, "records", token, a_record_body(excites="a secret of Acme"))
        call(port, "records", token, a_record_body(excites="a secret of Acme", colour="red"))
        call(port, "records", token + "x", a_record_body())
        call(port, f"nowhere?token={token}")
        process.send_signal(signal.SIGTERM)
        log = process.stdout.read() + process.stderr.read()

    assert token not in log
    assert "secret" not in log
    assert "Acme" not in log


def test_T11_30_stalled_uploads_leave_health_answering(data_dir):
    token = run("token", "create", "laptop", "--data-dir", data_dir).stdout.strip()
    with serving(data_dir) as (_, _, port):
        stalled = [socket.create_connection(("127.0.0.1", port)) for _ in range(30)]
        for connection in stalled:
            connection.sendall(
                f"POST /api/v1/records HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
                f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
                "Content-Length: 1000\r\n\r\n{".encode()
            )
        asked_at = time.monotonic()

        status, health = call(port, "health")

        assert (status, health["status"]) == (200, "ok")
        assert time.monotonic() - asked_at < 2
        for connection in stalled:
            connection.close()


SLOW_SERVER = """
import sys, time
from flask import Flask
from afterword import serving

app = Flask("slow")

@app.get("/")
def slow():
    print("running", flush=True)
    time.sleep(2)
    return "the whole answer"

bound = serving.bind(0)
print(serving.port_of(bound), flush=True)
serving.serve(app, bound)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_that_runs_when_the_server_is_told_to_stop_is_answered_to_its_end(number):
    command = [sys.executable, "-c", SLOW_SERVER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        port = int(process.stdout.readline())
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert process.stdout.readline() == "running\n"
            process.send_signal(number)

            answer = b"".join(iter(lambda: connection.recv(65536), b""))

        assert answer.endswith(b"the whole answer")
        assert process.wait(WITHIN) == 0
