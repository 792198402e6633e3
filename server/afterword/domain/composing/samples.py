"""Made-up occasions on which a template is tried before it is kept, and shown while it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from ..cadence import Elsewhere
from ..cadence.elsewhere import OtherOffer
from ..drafts import Timing
from ..kinds import HiringRole, Verdict
from ..records import FollowUp, Interviewer, Outcome, Record, Round
from ..settings import Settings

SAMPLE_NOW: Final = datetime.fromisoformat("2026-11-23T09:30:00-05:00")
RICH: Final = "rich"
PANEL: Final = "panel"


@dataclass(frozen=True, slots=True)
class Sample:
    """One occasion with everything that a draft is made from."""

    name: str
    record: Record
    round: Round | None
    interviewer: Interviewer | None
    settings: Settings
    timing: Timing
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    now: datetime = SAMPLE_NOW


SAMPLE_NAMES: Final = (RICH, "poor", "late", "recruiter", "peer", PANEL)


POST_SAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    RICH: {
        "article": "Why we moved billing to events",
        "article_link": "https://example.com/billing-events",
        "remark": "Replaying a year of data before the switch is what I would try first.",
    },
    "poor": {"remark": "Replaying a year of data before the switch is what I would try first."},
}
"""What is shared where the template of a post is tried (W26)."""


def samples() -> tuple[Sample, ...]:
    """Many facts, few, too late, other roles in the hiring, and a panel of six, which comes last."""
    dana = _PANEL[0]
    return (
        _sample(RICH, [dana]),
        _poor_sample(),
        _sample("late", [dana], verdict="late"),
        _sample("recruiter", [_in_role(dana, "recruiter")]),
        _sample("peer", [_in_role(dana, "peer")]),
        *(_sample(PANEL, _PANEL, seat) for seat in range(len(_PANEL))),
    )


_ROBIN: Final = Settings(
    name="Robin Ellis",
    email="robin@ellis.example",
    phone="+1 555 010 0199",
    linkedin_url="https://www.linkedin.com/in/robin-ellis",
    timezone="America/New_York",
    skills=("building streaming pipelines", "SQL"),
)
_BARE_PROFILE: Final = Settings(name=_ROBIN.name, email=_ROBIN.email, timezone=_ROBIN.timezone)
_MET: Final = datetime.fromisoformat("2026-11-20T15:00:00-05:00")
_THANKED: Final = datetime.fromisoformat("2026-11-21T16:00:00-05:00")
_TALKED: Final = (
    ("Dana Whitfield", "the move of billing to Kafka"),
    ("Priya Raman", "how the team shares its on-call weeks"),
    ("Tom Okafor", "testing a migration against last year's data"),
    ("Mei Lin", "the dashboards that sales reads every morning"),
    ("Jonas Weber", "keeping the costs of the warehouse in sight"),
    ("Sofia Marino", "what new colleagues learn in their first month"),
)
_PANEL: Final = tuple(
    Interviewer(
        id=f"person-{seat}",
        name=name,
        email=f"{name.split()[0].lower()}@northwind.example",
        hiring_role="hiring_manager",
        talked_about=topic,
        seat=seat,
    )
    for seat, (name, topic) in enumerate(_TALKED)
)
_BARE: Final = Interviewer(id="person-0", name=_TALKED[0][0])


def _in_role(person: Interviewer, role: HiringRole) -> Interviewer:
    return replace(person, hiring_role=role)


def _sample(name: str, people: Sequence[Interviewer], seat: int = 0, *, verdict: Verdict = "open") -> Sample:
    other = OtherOffer("sample-other", "Fabrikam", _THANKED, date(2026, 12, 4))
    return Sample(
        name=name,
        record=_rich_record(people),
        round=_interview(people),
        interviewer=people[seat],
        settings=_ROBIN,
        timing=Timing(verdict, None, None, None, "", ()),
        elsewhere=Elsewhere(offers=(other,)),
    )


def _poor_sample() -> Sample:
    """What a hurried user writes down: where, for what and when, and whom they met."""
    interview = Round(id="sample-round", at=_MET, interviewers=(_BARE,))
    record = Record(id="sample", company="Northwind", role="Data Engineer", rounds=(interview,))
    timing = Timing("open", None, None, None, "", ())
    return Sample("poor", record, interview, _BARE, _BARE_PROFILE, timing)


def _interview(people: Sequence[Interviewer]) -> Round:
    return Round(
        id="sample-round",
        at=_MET,
        minutes=60,
        promised_by=date(2026, 11, 22),
        open_question="What is your notice period? Four weeks.",
        interviewers=tuple(people),
    )


def _rich_record(people: Sequence[Interviewer]) -> Record:
    interview = _interview(people)
    thanks = tuple(
        FollowUp(
            id=f"sample-thanks-{person.id}",
            kind="thank_you",
            channel="email",
            state="sent",
            at=_THANKED,
            round_id=interview.id,
            interviewer_id=person.id,
        )
        for person in people
    )
    return Record(
        id="sample",
        company="Northwind",
        role="Data Engineer",
        country="US",
        excites="how close the data team sits to the product",
        skill="building streaming pipelines",
        rounds=(interview,),
        follow_ups=thanks,
        outcome=Outcome(
            kind="offer",
            at=SAMPLE_NOW,
            feedback="the depth of my SQL",
            salary="USD 120,000 a year",
            start_date=date(2027, 1, 4),
            decide_by=date(2026, 12, 1),
        ),
    )
