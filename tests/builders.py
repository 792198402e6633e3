"""Records, rounds and people with defaults, so that a test states only what it is about."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from afterword.domain.records import Interviewer, Record, Round
from afterword.domain.settings import Settings


def at(text: str) -> datetime:
    """The moment an ISO text with a zone names."""
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None, "a test's moments have a zone"
    return moment


def an_interviewer(**fields: Any) -> Interviewer:
    """Dana Whitfield, hiring manager, met and talked to."""
    dana = Interviewer(
        id="dana",
        name="Dana Whitfield",
        email="dana@acme.example",
        title="Head of Data",
        hiring_role="hiring_manager",
        talked_about="the move of billing to Kafka",
    )
    return replace(dana, **fields)


def a_round(**fields: Any) -> Round:
    """A held video interview of an hour on Friday 20 November 2026, 15:00 in New York."""
    interview = Round(
        id="round-1",
        at=at("2026-11-20T15:00:00-05:00"),
        minutes=60,
        interviewers=(an_interviewer(),),
    )
    return replace(interview, **fields)


def a_record(**fields: Any) -> Record:
    """A Data Engineer's application at Acme with one held round."""
    acme = Record(
        id="acme",
        company="Acme",
        role="Data Engineer",
        country="US",
        excites="how close the data team sits to the product",
        skill="building streaming pipelines",
        rounds=(a_round(),),
        version=1,
    )
    return replace(acme, **fields)


def settings_of(**fields: Any) -> Settings:
    """The details of Robin Ellis, who lives in New York."""
    robin = Settings(
        name="Robin Ellis",
        email="robin@ellis.example",
        phone="+1 555 010 0199",
        linkedin_url="https://www.linkedin.com/in/robin-ellis",
        timezone="America/New_York",
        country="US",
        skills=("streaming data pipelines", "SQL"),
    )
    return replace(robin, **fields)
