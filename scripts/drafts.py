#!/usr/bin/env python3
"""Print every draft for the sample records, for reading aloud.

python3 scripts/drafts.py                     all kinds and channels
python3 scripts/drafts.py thank_you email     only these
"""

import json
import sys
import tempfile
import urllib.error
from pathlib import Path
from typing import Any

import environment
from local_server import LocalServer, local_server


def main() -> int:
    """Start a server with the samples, ask for each draft, print it."""
    environment.enter(extra="")
    wanted = set(sys.argv[1:])
    with (
        tempfile.TemporaryDirectory(prefix="afterword-drafts-") as folder,
        local_server(Path(folder)) as server,
    ):
        for record_id in server.add_samples():
            for request in _requests(server, record_id, wanted):
                _show(server, request)
    return 0


def _requests(server: LocalServer, record_id: str, wanted: set[str]) -> list[dict[str, Any]]:
    record = server.call("GET", f"records/{record_id}")
    people = [person["id"] for round_ in record["rounds"] for person in round_["interviewers"]]
    return [
        {"record_id": record_id, "interviewer_id": person, "kind": kind, "channel": channel, "facts": {}}
        for person in people
        for kind, channel in _templates()
        if wanted <= {kind, channel}
    ]


def _templates() -> list[tuple[str, str]]:
    """The kind and channel of each message template that the program carries."""
    from afterword.assets import asset_folder  # noqa: PLC0415 - there only once the environment is made
    from afterword.templates.library import Library  # noqa: PLC0415 - as above

    return sorted(Library(asset_folder("shared_templates")).files)


def _show(server: LocalServer, request: dict[str, Any]) -> None:
    print(f"\n{'═' * 8} {request['kind']} · {request['channel']}")
    try:
        answer = server.call("POST", "drafts", request)
    except urllib.error.HTTPError as error:
        print(json.loads(error.read())["message"])
        return
    draft = answer["draft"]
    if draft is None:
        print(answer["status"], answer["advice"] or "")
        return
    print(f"{draft['subject'] or '(no subject)'}\n\n{draft['body']}\n\n[{draft['words']} words]")
    for finding in answer["findings"]:
        print(f"  {finding['level']} {finding['rule']}: {finding['words']!r} {finding['why']}")


if __name__ == "__main__":
    raise SystemExit(main())
