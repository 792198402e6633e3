"""The facts a message may mention, gathered from the record, the profile, the log and the answers just given.

A fact that is not known is absent: the sentences that need it are left out, and nothing stands in for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .days import day_in_words, hour_in_words
from .drafts import Timing
from .kinds import Kind, SentenceSource
from .names import called, in_given_order
from .phrasing import phrase_note, phrase_reason, phrase_skill, without_end
from .questions import read_open_question
from .records import FollowUp, Interviewer, Record, Round
from .settings import Settings

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
        "phone_interview",
    }
)
"""What a template may ask about in an if or a ``when``, but not print."""

_FEW_NAMES = 2


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a draft is made from."""

    record: Record
    round: Round | None
    interviewer: Interviewer | None
    settings: Settings
    timing: Timing
    kind: Kind
    now: datetime
    answers: Mapping[str, str | None]
    has_signature: bool = False
    other_deadline: date | datetime | None = None
    accepted_elsewhere: bool = False

    @property
    def today(self) -> date:
        """The day it is for the user."""
        return self.now.astimezone(ZoneInfo(self.settings.timezone)).date()

    def answer(self, field: str, kept: str | None) -> str:
        """What was answered a moment ago, else what is kept; an answer skipped leaves what is kept."""
        return (self.answers.get(field) or kept or "").strip()


def gather_facts(situation: Situation) -> Mapping[str, str]:
    """The facts and flags that hold in this situation; what is unknown is absent."""
    situation = _to_coordinator(situation)
    found = {
        **_of_record(situation),
        **_of_person(situation),
        **_of_notes(situation),
        **_of_profile(situation),
        **_of_days(situation),
        **_of_outcome(situation),
    }
    flags = {flag: "yes" for flag, holds in _flags(situation).items() if holds}
    return {name: text for name, text in found.items() if text} | flags


def skill_of(record: Record, settings: Settings) -> str:
    """The record's own skill, else the profile's skill that the role names, else the profile's first."""
    if record.skill:
        return record.skill
    role = record.role.casefold()
    named = (skill for skill in settings.skills if skill.strip() and skill.casefold() in role)
    return next(named, next((skill for skill in settings.skills if skill.strip()), ""))


def earlier_message(record: Record, interviewer: Interviewer | None, kind: Kind) -> FollowUp | None:
    """The message that a second one refers to: the latest thank-you or question sent to this person (W12)."""
    wanted: tuple[Kind, ...] = ("thank_you", "check_in", "second_follow_up")
    kinds = wanted[: wanted.index(kind)] if kind in wanted else wanted
    mine = [
        entry
        for entry in record.follow_ups
        if entry.kind in kinds
        and entry.state != "dismissed"
        and (interviewer is None or entry.interviewer_id in {None, interviewer.id})
    ]
    sent = [entry for entry in mine if entry.state == "sent"] or mine
    return max(sent, key=lambda entry: entry.at, default=None)


def _to_coordinator(situation: Situation) -> Situation:
    """X8: where a thanked person has no address, the note goes to the coordinator, who passes it on."""
    coordinator = coordinator_of(situation.round)
    person = situation.interviewer
    if (
        situation.kind != "thank_you"
        or not coordinator
        or not person
        or (person.email and person != coordinator)
    ):
        return situation
    return replace(situation, interviewer=coordinator)


def coordinator_of(round_: Round | None) -> Interviewer | None:
    """Who set up the round and can be written to."""
    people = round_.interviewers if round_ else ()
    return next((p for p in people if p.hiring_role == "coordinator" and p.email), None)


def absent_people(situation: Situation) -> tuple[Interviewer, ...]:
    """Panel members without an address, when the person written to coordinates the round (X8)."""
    if situation.kind != "thank_you" or not situation.round or not situation.interviewer:
        return ()
    if situation.interviewer != coordinator_of(situation.round):
        return ()
    return tuple(p for p in situation.round.interviewers if not p.email)


def _of_record(situation: Situation) -> dict[str, str]:
    role = " ".join(situation.record.role.split())
    lowered = role.lower()
    if lowered.startswith("the "):
        role = role[4:]
    for ending in (" role", " position", " job"):
        if lowered.endswith(ending):
            role = role[: -len(ending)]
    return {"company": " ".join(situation.record.company.split()), "role": role.rstrip(".,;: ")}


def _of_person(situation: Situation) -> dict[str, str]:
    person = situation.interviewer
    absent = [in_given_order(p.name) for p in absent_people(situation)]
    return {"person": called(person) if person else "", "absent": _listed(absent)}


def _listed(names: list[str]) -> str:
    if len(names) <= _FEW_NAMES:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _of_notes(situation: Situation) -> dict[str, str]:
    person = situation.interviewer
    names = (
        (person.name, person.greet_as or "", person.name.split()[0]) if person and person.name.strip() else ()
    )
    names = tuple(name for name in names if name)
    talked = phrase_note(situation.answer("talked_about", person.talked_about if person else None), names)
    skill = phrase_skill(situation.answer("skill", skill_of(situation.record, situation.settings)))
    question = read_open_question(
        situation.answer("open_question", situation.round.open_question if situation.round else None)
    )
    feedback = phrase_note(situation.answer("feedback", situation.record.outcome.feedback), names)
    return {
        "talked_about": talked.text if talked and talked.is_topic else "",
        "talked_about_said": talked.text if talked and not talked.is_topic else "",
        "excites": phrase_reason(situation.answer("excites", situation.record.excites)) or "",
        "skill": skill.text if skill and skill.is_topic else "",
        "skill_said": skill.text if skill and not skill.is_topic else "",
        "open_question": question.topic,
        "open_answer": question.answer,
        "feedback": feedback.text if feedback and feedback.is_topic else "",
    }


def _of_profile(situation: Situation) -> dict[str, str]:
    settings = situation.settings
    name = " ".join(settings.name.split())
    contact = {"signed": name, "phone": settings.phone.strip(), "email": settings.email.strip()}
    contact["linkedin_url"] = settings.linkedin_url.strip()
    own = {"name": name, "sign_off": settings.sign_off.strip().rstrip(",")}
    return own if situation.has_signature else own | contact


def _of_days(situation: Situation) -> dict[str, str]:
    country, today, round_ = situation.settings.country, situation.today, situation.round
    earlier = earlier_message(situation.record, situation.interviewer, situation.kind)
    zone = ZoneInfo(situation.settings.timezone)
    deadline = situation.other_deadline
    days: dict[str, date | None] = {
        "interview_day": _agreed(situation).date() if round_ else None,
        "promised_day": round_.promised_by if round_ else None,
        "earlier_day": earlier.at.astimezone(zone).date() if earlier else None,
        "other_deadline": deadline.astimezone(zone).date() if isinstance(deadline, datetime) else deadline,
    }
    found = {name: day_in_words(day, country, today) for name, day in days.items() if day}
    return found | ({"interview_hour": hour_in_words(_agreed(situation), country)} if round_ else {})


def _agreed(situation: Situation) -> datetime:
    """The interview's start on the clock that both sides agreed on: the interviewer's, else the one it was kept in."""
    assert situation.round is not None  # noqa: S101 - asked for only where there is a round
    zone = situation.interviewer.timezone if situation.interviewer else None
    return situation.round.at.astimezone(ZoneInfo(zone)) if zone else situation.round.at


def _of_outcome(situation: Situation) -> dict[str, str]:
    outcome, country = situation.record.outcome, situation.settings.country
    decide_by = outcome.decide_by
    if isinstance(decide_by, datetime):
        decide_by = decide_by.astimezone(ZoneInfo(situation.settings.timezone)).date()
    return {
        "salary": without_end(outcome.salary or ""),
        "start_day": day_in_words(outcome.start_date, country, situation.today) if outcome.start_date else "",
        "offer_deadline": day_in_words(decide_by, country, situation.today) if decide_by else "",
    }


def _flags(situation: Situation) -> dict[str, bool]:
    earlier = earlier_message(situation.record, situation.interviewer, situation.kind)
    role = situation.interviewer.hiring_role if situation.interviewer else "other"
    outcome = situation.record.outcome
    return {
        "late": situation.timing.verdict == "late",
        "informal": situation.record.informal,
        "hiring_manager": role == "hiring_manager",
        "recruiter": role in {"recruiter", "coordinator"},
        "peer": role == "peer",
        "coordinator": role == "coordinator",
        "passed_on": bool(absent_people(situation)),
        "feedback_given": bool(outcome.feedback and outcome.feedback.strip()),
        "contract_received": outcome.contract_received,
        "asked_before": bool(earlier and earlier.kind == "check_in"),
        "accepted_elsewhere": situation.accepted_elsewhere,
        "cancelled": bool(situation.round and situation.round.status == "cancelled"),
        "phone_interview": bool(situation.round and situation.round.kind == "phone"),
    }
