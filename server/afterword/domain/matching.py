"""Who a click is about: the people on the page, found again among the records.

By e-mail address, then by LinkedIn address, then by name and company. Storage narrows the records by its
indexes; what counts as a match is decided here.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urlsplit

from .drafts import DraftRequest, Person, Recipient
from .records import Interviewer, Record, Round

_LEGAL_FORM = re.compile(
    r"( (inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|kg|se|sa|sas|sarl|bv|nv"
    r"|ab|oy|spa|srl|pty|pvt|kk|group|holdings?))+$"
)
_NO_WORD = re.compile(r"[^\w\s]+")
_NO_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_MARKS = str.maketrans(dict.fromkeys(filter(_NO_WORD.match, map(chr, range(128))), " "))
_NO_REPLY = re.compile(
    r"^(no|do[-_.]?not|never)[-_.]?reply\b|^(mailer-daemon|postmaster|bounces?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Match:
    """One person of one record. ``certain`` is false where only a name agrees and something else does not."""

    record: Record
    round: Round | None
    interviewer: Interviewer | None
    certain: bool = True


def fold(text: str) -> str:
    """A key for comparing names: no case, no accents, one space between words."""
    plain = text if text.isascii() else _in_ascii_if_possible(text)
    if plain.isascii():
        return " ".join(plain.casefold().translate(_ASCII_MARKS).split())
    return " ".join(_NO_WORD.sub(" ", plain.casefold()).split())


def _in_ascii_if_possible(text: str) -> str:
    """The text without accents, and with spaces for dashes and curly quotes; seldom is anything else left."""
    parted = unicodedata.normalize("NFKD", text)
    for character in set(_NO_ASCII.findall(parted)):
        if unicodedata.combining(character):
            parted = parted.replace(character, "")
        elif _NO_WORD.match(character):
            parted = parted.replace(character, " ")
    return parted


def email_key(address: str) -> str:
    """A key for comparing addresses: the whole of it without case."""
    return address.strip().casefold()


def linkedin_key(address: str) -> str:
    """The public id in a profile's address (the part after ``/in/``), or an empty text."""
    parts = [unquote(part) for part in urlsplit(address.strip()).path.split("/") if part]
    if "in" in parts[:-1]:
        return parts[parts.index("in") + 1].casefold()
    return ""


def company_key(name: str) -> str:
    """A company's name without its legal form, so that "Acme Inc." and "ACME" agree."""
    return _LEGAL_FORM.sub("", fold(name))


def name_key(name: str) -> str:
    """A key for comparing people's names; an address book's "Whitfield, Dana" is Dana Whitfield."""
    last, comma, first = name.partition(",")
    return fold(f"{first} {last}" if comma else name)


def is_no_reply(address: str) -> bool:
    """Whether nobody reads what is sent to this address (X23)."""
    return bool(_NO_REPLY.match(address.strip().partition("@")[0]))


def find_matches(request: DraftRequest, records: Iterable[Record], now: datetime) -> tuple[Match, ...]:
    """The people among ``records`` whom the page can mean; only those of the best kind of match.

    Each person of a record comes once, in the latest round that was held with them.
    """
    known = tuple(records)
    for agrees in (_by_email, _by_linkedin, _by_name):
        found = [m for record in known for m in _people(record, now) if agrees(m, request)]
        if found:
            return tuple(_with_certainty(m, request) for m in found)
    return ()


def people_of(record: Record, now: datetime) -> tuple[Match, ...]:
    """Everybody met for this record, each once, in the latest round that was held with them."""
    return tuple(_people(record, now))


def _people(record: Record, now: datetime) -> Iterable[Match]:
    latest: dict[str, Match] = {}
    for round_ in sorted(record.rounds, key=lambda r: (r.status != "planned" and r.at <= now, r.at)):
        for person in round_.interviewers:
            key = email_key(person.email) if person.email else name_key(person.name)
            latest.pop(key, None)
            latest[key] = Match(record, round_, person)
    return latest.values()


def _by_email(match: Match, request: DraftRequest) -> bool:
    email = match.interviewer.email if match.interviewer else None
    return bool(email) and email_key(email or "") in {
        email_key(r.email) for r in request.recipients if r.email
    }


def _by_linkedin(match: Match, request: DraftRequest) -> bool:
    address = match.interviewer.linkedin_url if match.interviewer else None
    wanted = linkedin_key(request.person.linkedin_url)
    return bool(address and wanted) and linkedin_key(address or "") == wanted


def _by_name(match: Match, request: DraftRequest) -> bool:
    name = name_key(match.interviewer.name) if match.interviewer else ""
    return bool(name) and any(name_key(n) == name for n in _names(request))


def _names(request: DraftRequest) -> Iterable[str]:
    shown = (*(recipient.name for recipient in request.recipients), request.person.name)
    return (name for name in shown if name)


def _with_certainty(match: Match, request: DraftRequest) -> Match:
    if _by_email(match, request) or _by_linkedin(match, request):
        return match
    sure = _company_agrees(match, request.person) and _addresses_agree(match, request.recipients)
    return Match(match.record, match.round, match.interviewer, certain=sure and _is_full_name(match))


def _company_agrees(match: Match, person: Person) -> bool:
    """A profile's company or headline names the record's company; a page that shows none agrees."""
    own = company_key(match.record.company)
    if person.company:
        shown = company_key(person.company)
        return f" {own} " in f" {shown} " or f" {shown} " in f" {own} "
    return not person.headline or f" {own} " in f" {fold(person.headline)} " or " at " not in person.headline


def _addresses_agree(match: Match, recipients: tuple[Recipient, ...]) -> bool:
    """No address is known to differ: the same name under another address may be another person."""
    email = match.interviewer.email if match.interviewer else None
    name = name_key(match.interviewer.name) if match.interviewer else ""
    return not email or not any(r.email for r in recipients if name_key(r.name) == name)


def _is_full_name(match: Match) -> bool:
    return match.interviewer is not None and len(fold(match.interviewer.name).split()) > 1
