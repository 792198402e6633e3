"""The facts a message may mention, gathered from the record, the profile, the log and the answers just given.

A fact that is not known is absent: the sentences that need it are left out, and nothing stands in for it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..cadence.log import CALLS, same_person
from ..kinds import Kind
from ..phrasing.notes import phrase_note, phrase_reason, phrase_skill, without_end
from ..phrasing.questions import read_open_question
from ..records import FollowUp, Interviewer, Record, Round
from ..settings import Settings
from .days import day_in_words, hour_in_words
from .names import called, in_given_order, names_of
from .occasion import Occasion

_FEW_NAMES = 2


def gather_facts(occasion: Occasion) -> Mapping[str, str]:
    """The facts and flags that hold in this occasion; what is unknown is absent."""
    occasion = replace(occasion, interviewer=addressee_of(occasion))
    found = {
        **_of_record(occasion),
        **_of_person(occasion),
        **_of_notes(occasion),
        **_of_profile(occasion),
        **_of_days(occasion),
        **_of_outcome(occasion),
    }
    flags = {flag: "yes" for flag, holds in _flags(occasion).items() if holds}
    return {name: text for name, text in found.items() if text} | flags


def skill_of(record: Record, settings: Settings) -> str:
    """The record's own skill, else the profile's skill that the role names, else the profile's first."""
    if record.skill:
        return record.skill
    role = record.role.casefold()
    named = (skill for skill in settings.skills if skill.strip() and skill.casefold() in role)
    return next(named, next((skill for skill in settings.skills if skill.strip()), ""))


def earlier_message(record: Record, interviewer: Interviewer | None, kind: Kind) -> FollowUp | None:
    """What a second message refers to: the latest thank-you or question written to this person (W12)."""
    wanted: tuple[Kind, ...] = ("thank_you", "check_in", "second_follow_up")
    kinds = wanted[: wanted.index(kind)] if kind in wanted else wanted
    ids = same_person(record, interviewer) if interviewer else frozenset()
    mine = [
        entry
        for entry in record.follow_ups
        if entry.kind in kinds
        and entry.channel not in CALLS
        and entry.state != "dismissed"
        and (not ids or entry.interviewer_id is None or entry.interviewer_id in ids)
    ]
    sent = [entry for entry in mine if entry.state == "sent"] or mine
    return max(sent, key=lambda entry: entry.at, default=None)


def addressee_of(occasion: Occasion) -> Interviewer | None:
    """Who is written to: where a thanked person has no address, the coordinator, who passes it on (X8)."""
    person, coordinator = occasion.interviewer, coordinator_of(occasion.round)
    by_email = occasion.kind == "thank_you" and occasion.channel == "email"
    return coordinator if by_email and coordinator and person and not person.email else person


def coordinator_of(round_: Round | None) -> Interviewer | None:
    """Who set up the round and can be written to."""
    people = round_.interviewers if round_ else ()
    return next((p for p in people if p.hiring_role == "coordinator" and p.email), None)


def absent_people(occasion: Occasion) -> tuple[Interviewer, ...]:
    """Panel members without an address, when the person written to coordinates the round (X8)."""
    if occasion.kind != "thank_you" or occasion.channel != "email" or not occasion.round:
        return ()
    if occasion.interviewer is None or occasion.interviewer != coordinator_of(occasion.round):
        return ()
    return tuple(p for p in occasion.round.interviewers if not p.email)


def _of_record(occasion: Occasion) -> dict[str, str]:
    role = " ".join(occasion.record.role.split())
    lowered = role.lower()
    if lowered.startswith("the "):
        role = role[4:]
    for ending in (" role", " position", " job"):
        if lowered.endswith(ending):
            role = role[: -len(ending)]
    return {"company": " ".join(occasion.record.company.split()), "role": role.rstrip(".,;: ")}


def _of_person(occasion: Occasion) -> dict[str, str]:
    person = occasion.interviewer
    absent = [in_given_order(p.name) for p in absent_people(occasion)]
    return {
        "person": called(person, occasion.settings.greeting_style) if person else "",
        "absent": _listed(absent),
    }


def _listed(names: list[str]) -> str:
    if len(names) <= _FEW_NAMES:
        return " and ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _of_notes(occasion: Occasion) -> dict[str, str]:
    person = occasion.interviewer
    names = names_of(person) if person else ()
    talked = phrase_note(occasion.answer("talked_about", person.talked_about if person else None), names)
    skill = phrase_skill(occasion.answer("skill", skill_of(occasion.record, occasion.settings)))
    left_open = occasion.round.open_question if occasion.round else None
    question = read_open_question(occasion.answer("open_question", left_open))
    feedback = phrase_note(occasion.answer("feedback", occasion.record.outcome.feedback), names)
    return {
        "talked_about": talked.text if talked and talked.is_topic else "",
        "talked_about_said": talked.text if talked and not talked.is_topic else "",
        "excites": phrase_reason(occasion.answer("excites", occasion.record.excites)) or "",
        "skill": skill.text if skill and skill.is_topic else "",
        "skill_said": skill.text if skill and not skill.is_topic else "",
        "open_question": question.topic,
        "open_answer": question.answer,
        "feedback": feedback.text if feedback and feedback.is_topic else "",
    }


def _of_profile(occasion: Occasion) -> dict[str, str]:
    settings = occasion.settings
    name = " ".join(settings.name.split())
    contact = {"signed": name, "phone": settings.phone.strip(), "email": settings.email.strip()}
    contact["linkedin_url"] = settings.linkedin_url.strip()
    own = {"name": name, "sign_off": settings.sign_off.strip().rstrip(",")}
    return own if occasion.has_signature else own | contact


def _of_days(occasion: Occasion) -> dict[str, str]:
    country, today, round_ = occasion.settings.country, occasion.today, occasion.round
    earlier = earlier_message(occasion.record, occasion.interviewer, occasion.kind)
    zone = ZoneInfo(occasion.settings.timezone)
    days: dict[str, date | None] = {
        "interview_day": _agreed(occasion).date() if round_ else None,
        "promised_day": round_.promised_by if round_ else None,
        "earlier_day": earlier.at.astimezone(zone).date() if earlier else None,
        "other_deadline": _next_deadline(occasion),
    }
    found = {name: day_in_words(day, country, today) for name, day in days.items() if day}
    return found | ({"interview_hour": hour_in_words(_agreed(occasion), country)} if round_ else {})


def _next_deadline(occasion: Occasion) -> date | None:
    """The day on which the first of the user's other offers has to be answered (X24)."""
    zone = ZoneInfo(occasion.settings.timezone)
    days = (_day_of(offer.decide_by, zone) for offer in occasion.elsewhere.offers)
    return min((day for day in days if day >= occasion.today), default=None)


def _day_of(moment: date | datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment


def _agreed(occasion: Occasion) -> datetime:
    """The interview's start on the clock both sides agreed on: the interviewer's, else the record's own."""
    assert occasion.round is not None  # noqa: S101 - asked for only where there is a round
    zone = occasion.interviewer.timezone if occasion.interviewer else None
    return occasion.round.at.astimezone(ZoneInfo(zone)) if zone else occasion.round.at


def _of_outcome(occasion: Occasion) -> dict[str, str]:
    outcome, country = occasion.record.outcome, occasion.settings.country
    zone = ZoneInfo(occasion.settings.timezone)
    decide_by = _day_of(outcome.decide_by, zone) if outcome.decide_by else None
    return {
        "salary": without_end(outcome.salary or ""),
        "start_day": day_in_words(outcome.start_date, country, occasion.today) if outcome.start_date else "",
        "offer_deadline": day_in_words(decide_by, country, occasion.today) if decide_by else "",
        "answer_day": _answer_day(occasion),
    }


def _answer_day(occasion: Occasion) -> str:
    """The day on which the user would rather answer: the date told a moment ago or words such as Monday."""
    text = occasion.answer("answer_day", None)
    try:
        return day_in_words(date.fromisoformat(text), occasion.settings.country, occasion.today)
    except ValueError:
        return without_end(text)


def _flags(occasion: Occasion) -> dict[str, bool]:
    earlier = earlier_message(occasion.record, occasion.interviewer, occasion.kind)
    role = occasion.interviewer.hiring_role if occasion.interviewer else "other"
    outcome = occasion.record.outcome
    return {
        "late": occasion.timing.verdict == "late",
        "informal": occasion.record.informal,
        "hiring_manager": role == "hiring_manager",
        "recruiter": role in {"recruiter", "coordinator"},
        "peer": role == "peer",
        "coordinator": role == "coordinator",
        "passed_on": bool(absent_people(occasion)),
        "feedback_given": bool(outcome.feedback and outcome.feedback.strip()),
        "contract_received": outcome.contract_received,
        "asked_before": bool(earlier and earlier.kind == "check_in"),
        "accepted_elsewhere": occasion.elsewhere.acceptance is not None,
        "cancelled": bool(occasion.round and occasion.round.status == "cancelled"),
    }
