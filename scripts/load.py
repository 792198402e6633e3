#!/usr/bin/env python3
"""Load: many clients draft, edit and log at once while uploads stall beside them; no error, no lost update.

    python3 scripts/load.py                          16 clients for 60 seconds on 2,000 records
    python3 scripts/load.py --seconds 10 --clients 4

Every client counts what it did, on a record of its own and on one that all of them change. At the end the
server's counts have to be the same. Exit code 1 if they are not, or if any request failed.
"""

import argparse
import http.client
import json
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environment
from local_server import LocalServer, local_server

SHARED = "shared"
CHANGED_MEANWHILE = 412
LEAST_ERROR = 400


@dataclass
class Plan:
    """How much of what, for how many seconds."""

    seconds: float = 60
    records: int = 2_000
    clients: int = 16
    stalled: int = 30


@dataclass
class Outcome:
    """What all clients saw. ``times`` in seconds by what was done."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    retries: int = 0

    def add(self, other: "Outcome") -> None:
        """Count another client's in."""
        for what, times in other.times.items():
            self.times[what] += times
        self.errors += other.errors
        self.retries += other.retries


class Client:
    """One browser's worth of work, on a connection of its own."""

    def __init__(self, server: LocalServer, number: int) -> None:
        self.name = f"client-{number}"
        self.edits = self.shared_edits = self.logged = 0
        self.outcome = Outcome()
        self._token = server.token
        self._connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=60)

    def work(self, until: float) -> None:
        """Do everything in turn until the moment of ``time.monotonic`` is there."""
        while time.monotonic() < until:
            for what, step in {"draft": self._draft, "edit": self._edit, "log": self._log}.items():
                self._timed(what, step)
            self._timed("edit together", self._edit_together)

    def _timed(self, what: str, step: Callable[[], None]) -> None:
        began = time.monotonic()
        try:
            step()
        except (OSError, http.client.HTTPException, RuntimeError) as error:
            self.outcome.errors.append(f"{self.name}, {what}: {error!r}")
            self._connection.close()
        else:
            self.outcome.times[what].append(time.monotonic() - began)

    def _draft(self) -> None:
        person = {"name": "Dana Whitfield", "email": f"{self.name}@acme.example"}
        answer = self._ask("POST", "drafts", {"surface": "webmail", "recipients": [person]})
        if answer["status"] not in {"ready", "advice", "missing"}:
            raise RuntimeError(answer["status"])

    def _edit(self) -> None:
        self._change(self.name, lambda _: f"edit {self.edits + 1}")
        self.edits += 1

    def _edit_together(self) -> None:
        def counted(text: str) -> str:
            counts = json.loads(text)
            return json.dumps({**counts, self.name: counts.get(self.name, 0) + 1})

        self._change(SHARED, counted)
        self.shared_edits += 1

    def _log(self) -> None:
        entry = {"kind": "thank_you", "channel": "email", "state": "inserted", "text": f"{self.logged}"}
        self._ask("POST", f"records/{self.name}/follow-ups", entry)
        self.logged += 1

    def _change(self, record_id: str, change: Callable[[str], str]) -> None:
        """Read, change and put back, again and again until nobody came between."""
        while True:
            record = self._ask("GET", f"records/{record_id}")
            changed = {**record, "excites": change(record["excites"])}
            status, answer = self._send("PUT", f"records/{record_id}", changed, version=record["version"])
            if status != CHANGED_MEANWHILE:
                break
            self.outcome.retries += 1
        if status >= LEAST_ERROR:
            raise RuntimeError(f"{status} {answer}")

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        status, answer = self._send(method, path, body)
        if status >= LEAST_ERROR:
            raise RuntimeError(f"{status} {answer}")
        return answer

    def _send(self, method: str, path: str, body: Any, *, version: int | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        headers |= {"Content-Type": "application/json"} if body is not None else {}
        headers |= {"If-Match": f'"{version}"'} if version is not None else {}
        content = None if body is None else json.dumps(body)
        self._connection.request(method, f"/api/v1/{path}", content, headers)
        answer = self._connection.getresponse()
        return answer.status, json.loads(answer.read() or b"null")


def main() -> int:
    """Run the load and print its figures."""
    environment.enter(extra="")
    plan = _options()
    with tempfile.TemporaryDirectory() as folder, local_server(Path(folder) / "data") as server:
        outcome = run(server, plan)
    print("\n".join(figures(outcome, plan)))
    return 1 if outcome.errors or outcome.lost else 0


def _options() -> Plan:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    usual = Plan()
    parser.add_argument("--seconds", type=float, default=usual.seconds)
    parser.add_argument("--records", type=int, default=usual.records)
    parser.add_argument("--clients", type=int, default=usual.clients)
    parser.add_argument("--stalled", type=int, default=usual.stalled, help="uploads that never end")
    return Plan(**vars(parser.parse_args()))


def run(server: LocalServer, plan: Plan) -> Outcome:
    """Fill the server, let all clients work, and compare their counts with the server's."""
    _fill(server, plan)
    clients = [Client(server, number) for number in range(plan.clients)]
    with _stalled_uploads(server, plan.stalled):
        until = time.monotonic() + plan.seconds
        threads = [threading.Thread(target=client.work, args=(until,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    outcome = Outcome(lost=[lost for client in clients for lost in _lost(server, client)])
    for client in clients:
        outcome.add(client.outcome)
    return outcome


def figures(outcome: Outcome, plan: Plan) -> Iterator[str]:
    """The figures, a line each."""
    number = sum(len(times) for times in outcome.times.values())
    yield (
        f"{plan.clients} clients, {plan.records:,} records, {plan.stalled} stalled uploads, "
        f"{plan.seconds:.0f} s: {number:,} steps, {number / plan.seconds:.0f} a second"
    )
    for what, times in outcome.times.items():
        typical, slow = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        yield (
            f"{what:>14}: {len(times):6,} times, median {typical * 1000:.0f} ms, "
            f"95 % within {slow * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms"
        )
    yield f"{outcome.retries:,} changes made again, since another client was first"
    yield f"{len(outcome.errors)} errors, {len(outcome.lost)} lost updates"
    yield from (*outcome.errors[:10], *outcome.lost)


def _fill(server: LocalServer, plan: Plan) -> None:
    """All records by one import, each with an interview of its own person."""
    interviewer = {"name": "Dana Whitfield", "email": "dana@acme.example", "talked_about": "Kafka"}
    interview = {"at": "2026-11-20T15:00:00-05:00", "interviewers": [interviewer]}
    made = server.call("POST", "records", {"company": "Acme", "role": "Engineer", "rounds": [interview]})
    document = server.call("GET", "export")
    pattern = json.dumps(document["tables"]["records"][made["id"]])
    named = [SHARED, *(f"client-{number}" for number in range(plan.clients))]
    others = [f"record-{number}" for number in range(plan.records - len(named) - 1)]
    document["tables"]["records"] = {name: _filled(pattern, made["id"], name) for name in (*named, *others)}
    server.call("POST", "import", document)


def _filled(pattern: str, pattern_id: str, name: str) -> Mapping[str, Any]:
    record = json.loads(pattern.replace(pattern_id, name).replace("dana@", f"{name}@"))
    return {**record, "company": f"Company of {name}", "excites": "{}"}


@contextmanager
def _stalled_uploads(server: LocalServer, number: int) -> Iterator[None]:
    """Uploads that say how long they are and then send nothing more."""
    where = urlsplit(server.address)
    head = (
        f"POST /api/v1/records HTTP/1.1\r\nHost: {where.netloc}\r\nAuthorization: Bearer {server.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    )
    stalled = [socket.create_connection((where.hostname or "", where.port or 0)) for _ in range(number)]
    try:
        for connection in stalled:
            connection.sendall(head.encode())
        yield
    finally:
        for connection in stalled:
            connection.close()


def _lost(server: LocalServer, client: Client) -> Iterator[str]:
    """What this client did and the server does not know of."""
    own = server.call("GET", f"records/{client.name}")
    logged = server.call("GET", f"records/{client.name}/follow-ups")["items"]
    together = json.loads(server.call("GET", f"records/{SHARED}")["excites"]).get(client.name, 0)
    edited = f"edit {client.edits}" if client.edits else "{}"
    for what, did, kept in (
        ("edits", edited, own["excites"]),
        ("log entries", client.logged, len(logged)),
        ("shared edits", client.shared_edits, together),
    ):
        if did != kept:
            yield f"{client.name} {what}: {did} done, {kept} kept"


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    raise SystemExit(main())
