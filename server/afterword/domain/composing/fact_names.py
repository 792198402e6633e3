"""The names by which templates know the facts."""

from collections.abc import Mapping
from types import MappingProxyType

from ..kinds import SentenceSource

FACTS: Mapping[str, SentenceSource] = MappingProxyType(
    {
        "company": "template",
        "role": "template",
        "person": "template",
        "interview_day": "template",
        "interview_hour": "template",
        "promised_day": "template",
        "earlier_day": "template",
        "offer_deadline": "template",
        "answer_day": "template",
        "other_deadline": "template",
        "salary": "template",
        "start_day": "template",
        "absent": "template",
        "talked_about": "note",
        "talked_about_said": "note",
        "excites": "note",
        "feedback": "note",
        "open_question": "note",
        "open_answer": "note",
        "article": "note",
        "article_link": "note",
        "remark": "note",
        "skill": "profile",
        "skill_said": "profile",
        "name": "profile",
        "signed": "profile",
        "phone": "profile",
        "email": "profile",
        "linkedin_url": "profile",
        "sign_off": "profile",
    }
)
"""Every fact that a template may print, with what a sentence that prints it is made of."""

FLAGS = frozenset(
    {
        "late",
        "informal",
        "hiring_manager",
        "recruiter",
        "peer",
        "coordinator",
        "passed_on",
        "feedback_given",
        "contract_received",
        "asked_before",
        "accepted_elsewhere",
        "cancelled",
    }
)
"""What a template may ask about in an if or a ``when``, but not print."""
