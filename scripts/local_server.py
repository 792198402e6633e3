"""A server of our own for demos, tests and measurements: on a free port, on a folder of its own."""

import json
import os
import re
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environment

SAMPLE = Path(__file__).resolve().parent / "sample"
SAMPLE_NOW = "2026-11-21T17:30:00-05:00"  # the moment at which the sample records are worth looking at
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True)
class LocalServer:
    """A running server: its address, its data folder and a pairing token for it."""

    address: str
    data_dir: Path
    token: str
    login_address: str

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the API under ``/api/v1`` and return the JSON answer; an error answer raises HTTPError."""
        request = urllib.request.Request(  # noqa: S310 - always our own http://127.0.0.1 address
            f"{self.address}/api/v1/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
            text = answer.read()
        return json.loads(text) if text else None

    def add_samples(self) -> list[str]:
        """Fill the server with the sample person and records; returns the records' ids."""
        self.call("PUT", "settings", json.loads((SAMPLE / "settings.json").read_text()))
        return [self._add(sample) for sample in json.loads((SAMPLE / "records.json").read_text())]

    def _add(self, sample: Mapping[str, Any]) -> str:
        record = self.call("POST", "records", sample["record"])
        person = record["rounds"][0]["interviewers"][0]["id"]
        for entry in sample.get("follow_ups", ()):
            self.call("POST", f"records/{record['id']}/follow-ups", {**entry, "interviewer_id": person})
        return str(record["id"])


@contextmanager
def local_server(data_dir: Path, *, now: str | None = SAMPLE_NOW) -> Iterator[LocalServer]:
    """Start ``afterword serve`` on a free port and stop it at the end."""
    python = str(environment.VENV_PYTHON)
    # Without its own environment variables, so that a person's running server is never touched.
    clean = {k: v for k, v in os.environ.items() if not k.startswith("AFTERWORD_")}
    made = subprocess.run(
        [python, "-m", "afterword", "token", "create", "demo", "--data-dir", str(data_dir)],
        check=True,
        capture_output=True,
        text=True,
        env=clean,
    )
    fixed = ["--now", now] if now else []
    command = [python, "-m", "afterword", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(
        [*command, "--data-dir", str(data_dir), *fixed],
        stdout=subprocess.PIPE,
        text=True,
        env=clean,
    ) as process:
        try:
            login_address = _first_address(process)
            address = ADDRESS.search(login_address)
            yield LocalServer(
                address.group() if address else "", data_dir, made.stdout.strip(), login_address
            )
        finally:
            process.terminate()
            process.wait(timeout=20)


def _first_address(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        found = re.search(r"http://127\.0\.0\.1:\d+\S*", line)
        if found:
            return found.group()
    raise environment.SetupError("The server ended before it was ready; what it said is above.")
