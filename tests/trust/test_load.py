"""T11, T13: under load nothing fails, nothing is lost, and a stop in the middle of it cuts no answer off."""

import http.client
import json
import re
import signal
import subprocess
import sys
import threading
import time

import load
from afterword.storage.access import AccessStore
from afterword.storage.store import stored_tables
from local_server import local_server
from tests.builders import at

WITHIN = 30  # seconds


def test_T11_T13_clients_at_once_lose_no_update_while_uploads_stall(tmp_path):
    """A short one; ``python3 scripts/load.py`` is the long one."""
    plan = load.Plan(seconds=5, records=500, clients=8, stalled=30)

    with local_server(tmp_path / "data") as server:
        outcome = load.run(server, plan)

    print("\n".join(load.figures(outcome, plan)))
    assert outcome.errors == []
    assert outcome.lost == []
    assert all(len(outcome.times[what]) >= plan.clients for what in ("draft", "edit", "log", "edit together"))


class Writer(threading.Thread):
    """Adds records until the server is gone. ``cut``: answers that broke off in the middle."""

    def __init__(self, port, token):
        super().__init__()
        self.acknowledged, self.cut = [], []
        self._port, self._token = port, token

    def run(self):
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        body = json.dumps({"company": "Acme", "role": "Engineer"})
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=WITHIN)
            try:
                connection.request("POST", "/api/v1/records", body, headers)
                answer = connection.getresponse()
            except (OSError, http.client.HTTPException):
                return  # no answer was begun: the record may be there or not
            try:
                self.acknowledged.append(json.loads(answer.read())["id"])
            except (OSError, ValueError, KeyError, http.client.HTTPException) as error:
                self.cut.append(repr(error))
            connection.close()


def test_a_stop_under_load_cuts_no_answer_and_loses_nothing_acknowledged(tmp_path):
    data_dir = tmp_path / "data"
    token = AccessStore(data_dir, now=lambda: at("2026-11-21T17:00:00-05:00")).create_pairing("writer")[1]
    command = [sys.executable, "-m", "afterword", "serve", "--port", "0", "--no-browser", "--data-dir"]
    with subprocess.Popen([*command, str(data_dir)], stdout=subprocess.PIPE, text=True) as process:
        port = int(re.search(r":(\d+)/", process.stdout.readline()).group(1))
        writers = [Writer(port, token) for _ in range(8)]
        for writer in writers:
            writer.start()
        time.sleep(1.5)

        process.send_signal(signal.SIGTERM)
        for writer in writers:
            writer.join(WITHIN)
        stopped = process.wait(WITHIN)

    acknowledged = {id_ for writer in writers for id_ in writer.acknowledged}
    assert stopped == 0
    assert [cut for writer in writers for cut in writer.cut] == []
    assert len(acknowledged) > 8
    assert acknowledged <= stored_tables(data_dir)["records"].keys()
