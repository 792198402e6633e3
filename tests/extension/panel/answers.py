"""Answers of POST /drafts as the panel gets them."""

from typing import Any

RECORD = "record-1"
DANA = {
    "record_id": RECORD,
    "interviewer_id": "person-1",
    "kind": "thank_you",
    "label": "Dana Reyes · Data Engineer at Acme",
    "why": "Open.",
}


def a_draft(**changes: Any) -> dict[str, Any]:
    """A thank-you for Dana."""
    return {
        "draft_id": "draft-1",
        "record_id": RECORD,
        "round_id": "round-1",
        "interviewer_id": "person-1",
        "kind": "thank_you",
        "channel": "email",
        "subject": "Thank you, Data Engineer",
        "body": "Dear Dana,\n\nThank you for your time.\n\nBest regards,\nAlex",
        "limit": None,
        "words": 9,
        "seconds": None,
        "wording": 0,
        "sentences": [{"text": "Thank you for your time.", "source": "template", "rules": ["W16"]}],
        **changes,
    }


def an_answer(status: str, **changes: Any) -> dict[str, Any]:
    """An answer of POST /drafts with nothing in it but its status."""
    empty = {
        "draft": None,
        "timing": None,
        "findings": [],
        "missing": [],
        "choices": [],
        "advice": None,
        "ask": None,
    }
    return {"status": status, **empty, **changes}


def ready(**changes: Any) -> dict[str, Any]:
    """A draft that can go in."""
    timing = {
        "verdict": "open",
        "opens_at": None,
        "best_at": None,
        "closes_at": None,
        "reason": "The window is open.",
        "rules": ["W3"],
    }
    return an_answer("ready", **{"draft": a_draft(), "timing": timing, **changes})


def a_finding(**changes: Any) -> dict[str, Any]:
    """A remark about one word of the draft."""
    finding = {
        "rule": "W29",
        "level": "warning",
        "words": "Thank",
        "start": 12,
        "end": 17,
        "why": "Too short.",
        "replacement": "Many thanks",
    }
    return {**finding, **changes}
