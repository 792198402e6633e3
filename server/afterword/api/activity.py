"""Notes for the glass box: which fields a browser's request held, and what was kept of them; never a text."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Flask, request
from werkzeug.wrappers import Response

from ..parts import Parts, parts_of
from ..storage.activity_log import Activity, What


@dataclass(frozen=True, slots=True)
class Watched:
    """An endpoint whose use is noted, and whether what it is sent is kept in the records."""

    what: What
    is_kept: bool


WATCHED: Mapping[str, Watched] = {
    "drafts.draft_follow_up": Watched("draft", is_kept=False),
    "drafts.check": Watched("check", is_kept=False),
    "log.log_follow_up": Watched("follow_up", is_kept=True),
    "log.log_reply": Watched("reply", is_kept=True),
    "records.create_record": Watched("new_record", is_kept=True),
    "records.add_interviewer": Watched("new_person", is_kept=True),
    "records.note_facts": Watched("facts", is_kept=True),
}


def watch(app: Flask) -> None:
    """Note every request of a browser that the API answered."""
    app.after_request(lambda answer: _note(app, answer))


def _note(app: Flask, answer: Response) -> Response:
    watched = WATCHED.get(request.endpoint or "")
    asked = request.method != "OPTIONS"  # a browser's preflight holds nothing
    if watched and asked and answer.status_code < 400:  # noqa: PLR2004  what was refused was not read
        body, parts = request.get_data(), parts_of(app)
        # After the answer is out: a click must not wait for this file, nor for what goes into it.
        answer.call_on_close(lambda: parts.activity.add(_entry(parts, watched, body, answer)))
    return answer


def _entry(parts: Parts, watched: Watched, data: bytes, answer: Response) -> Activity:
    body: Mapping[str, Any] = json.loads(data)  # the route read the same, and refused what is no object
    read = tuple(_filled(body))
    return Activity(
        at=parts.clock.stamp(),
        what=watched.what,
        surface=str(body.get("surface") or body.get("channel") or ""),
        read=read,
        kept=read if watched.is_kept else (),
        answer=_status_in(answer),
    )


def _status_in(answer: Response) -> str:
    told = orjson.loads(answer.get_data()) if answer.is_json else None
    return str(told.get("status") or "") if isinstance(told, dict) else ""


def _filled(body: Mapping[str, Any], under: str = "") -> Iterator[str]:
    """The names of the fields that held something, as in ``person.name``; those of a list once."""
    for name, value in body.items():
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, Mapping):
            yield from _filled(inner, f"{under}{name}.")
        elif value not in (None, "", [], False):
            yield f"{under}{name}"
