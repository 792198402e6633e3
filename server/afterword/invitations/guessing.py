"""What an invitation only hints at: company, role, kind of interview. The user confirms all of it."""

import re
from collections.abc import Sequence

from ..domain.kinds import RoundKind
from .invitation import Invited

LONGEST = 2_000  # characters of a place or description that are looked at

_VIDEO = re.compile(
    r"zoom\.us|meet\.google|teams\.(microsoft|live)|webex|whereby|chime\.aws|skype|gotomeet|bluejeans|jitsi"
    r"|\bvideo\b|google meet|microsoft teams",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(tele)?phone\b|\bcall (with|from)\b|\bwill call\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d ()./-]{8,40}")
_INTERVIEW = (
    r"(?:(?:phone|video|onsite|on-site|technical|final|first|second|panel) )*(?:interview|screen(?:ing)?)"
)
_ROLES = (
    # "Interview for the Data Engineer role at Acme"
    re.compile(
        rf"{_INTERVIEW} (?:for|as)(?: the| our| an?)? (?P<role>[^-–—|:@,(]+?)(?: (?:role|position|job))?"
        r"(?= (?:at|with) |\s*[-–—|:@,(]|$)",
        re.IGNORECASE,
    ),
    # "Data Engineer interview with Acme"
    re.compile(rf"^(?P<role>[^-–—|:@,(]+?) {_INTERVIEW}\b", re.IGNORECASE),
)
_COMPANY = re.compile(r"\b(?:at|with) (?P<company>[A-Z][^-–—|:@,(]*?)(?= (?:for|as) |\s*[-–—|:@,(]|$)")
# Mail for everybody, and tools of recruiters: their domains say nothing of the employer.
_SHARED = re.compile(
    r"(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail|gmx|web|aol|google"
    r"|calendly|greenhouse|greenhouse-mail|lever|ashbyhq|goodtime|workable|workablemail|smartrecruiters)"
)
_SECOND_LEVEL = re.compile(r"co|com|org|net|ac|gov")  # as in acme.co.uk


def company_of(title: str, people: Sequence[Invited]) -> str:
    """The employer as the title names it, else after the first address that is a company's own."""
    names = {word for person in people for word in person.name.split()}
    found = _COMPANY.search(title)
    if found and not names & set(found["company"].split()):
        return found["company"].strip()
    labels = (_company_label(person.email.rpartition("@")[2]) for person in people if person.email)
    return next((label.capitalize() for label in labels if label), "")


def role_of(title: str) -> str:
    """The role as the title names it; an empty text where it names none."""
    found = next((found for pattern in _ROLES if (found := pattern.search(title))), None)
    return found["role"].strip() if found else ""


def kind_of(title: str, place: str, description: str, *, has_conference: bool) -> RoundKind:
    """How the interview is held, by its place first."""
    place, description = place[:LONGEST], description[:LONGEST]
    if has_conference or _VIDEO.search(place):
        return "video"
    if _NUMBER.fullmatch(place) or _PHONE.search(place) or _PHONE.search(title):
        return "phone"
    if place:
        return "on_site"
    return "phone" if _PHONE.search(description) and not _VIDEO.search(description) else "video"


def _company_label(domain: str) -> str:
    """The part of a domain that is the company's name: of mail.acme.co.uk it is acme."""
    labels = domain.casefold().split(".")[:-1]
    if len(labels) > 1 and _SECOND_LEVEL.fullmatch(labels[-1]):
        labels.pop()
    label = labels[-1] if labels else ""
    return "" if _SHARED.fullmatch(label) else label
