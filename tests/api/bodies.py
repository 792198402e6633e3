"""JSON bodies with defaults, so that a test states only what it is about."""

from typing import Any


def a_record_body(**fields: Any) -> dict[str, Any]:
    """A Data Engineer's application at Acme with one held round."""
    return {"company": "Acme", "role": "Data Engineer", "country": "US", "rounds": [a_round_body()], **fields}


def a_round_body(**fields: Any) -> dict[str, Any]:
    """A video interview with Dana on Friday 20 November 2026, 15:00 in New York."""
    return {
        "at": "2026-11-20T15:00:00-05:00",
        "minutes": 60,
        "kind": "video",
        "status": "held",
        "promised_by": "2026-12-01",
        "instructions": {
            "text": "Write to Dana.",
            "not_before": "2026-11-23T09:00:00-05:00",
            "do_not_contact": False,
        },
        "open_question": None,
        "interviewers": [an_interviewer_body()],
        **fields,
    }


def an_interviewer_body(**fields: Any) -> dict[str, Any]:
    """Dana Whitfield, hiring manager."""
    return {
        "name": "Dana Whitfield",
        "greet_as": "Dana",
        "email": "dana@acme.example",
        "linkedin_url": "https://www.linkedin.com/in/dana-whitfield",
        "title": "Head of Data",
        "hiring_role": "hiring_manager",
        "talked_about": None,
        **fields,
    }
