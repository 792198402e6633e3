"""One line such as "Acme, Data Engineer, Dana Whitfield dana@acme.example, yesterday 15:00", taken apart.

What it gives is a proposal for a form, never a record: the user looks at it first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from .kinds import RoundKind

_T = TypeVar("_T")

_PARTS = re.compile(r"[,;]\s*(?![^<>]*>)")
_EMAIL = re.compile(r"[<(]?\s*(?P<email>[^\s<>(),;]+@[^\s<>(),;]+\.[^\s<>(),;]+)\s*[>)]?")
_ROLE_AT_COMPANY = re.compile(r"^(?P<role>.+?)\s+(?:at|@|bei)\s+(?P<company>.+)$", re.I)
_FILLER = re.compile(
    r"\b(?:at|on|by|via|over|with|for|the|a|an|in|um|interview|min|last|this)\b|[\s.,@–-]", re.I
)

_KINDS: tuple[tuple[RoundKind, str], ...] = (
    ("video", r"video(?: ?call)?|zoom|teams|meet|google meet|webex|skype|online"),
    ("panel", r"panel"),
    ("on_site", r"on[- ]?site|in person|office|face to face"),
    ("take_home", r"take[- ]?home(?: task)?|assignment|homework"),
    ("phone", r"phone(?: ?call)?|call|telephone"),
)
_FROM_TODAY = {
    "day before yesterday": timedelta(days=-2),
    "yesterday": timedelta(days=-1),
    "today": timedelta(0),
    "tomorrow": timedelta(days=1),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_RELATIVE = re.compile(r"\b(?P<word>today|yesterday|tomorrow|day before yesterday)\b", re.I)
_WEEKDAY = re.compile(rf"\b(?P<next>next\s+)?(?P<day>{'|'.join(_WEEKDAYS)})[a-z]*\b", re.I)
_DAYS_WRITTEN = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})?"),
    re.compile(r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<y>\d{4}))?\b"),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH}(?:\s+(?P<y>\d{{4}}))?\b", re.I),
    re.compile(rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<y>\d{{4}}))?\b", re.I),
)
_CLOCKS = (
    re.compile(r"\b(?P<h>\d{1,2})[:.h](?P<m>\d{2})\s*(?P<half>[ap]\.?m\.?)?(?!\d)", re.I),
    re.compile(r"\b(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m\.?)\b", re.I),
    re.compile(r"\b(?P<noon>noon)\b", re.I),
)
_MINUTES = re.compile(
    r"\b(?P<n>\d{1,3})\s*(?P<unit>min(?:ute)?s?|h(?:ours?|rs?)?)\b"
    r"|\b(?P<hour>an hour)\b|\b(?P<half>half an hour)\b",
    re.I,
)
_NOON_HOUR, _HOUR = 12, 60


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """What a line was understood to say. ``not_understood``: the parts that found no place."""

    company: str = ""
    role: str = ""
    person: str = ""
    email: str = ""
    day: date | None = None
    clock: time | None = None
    minutes: int | None = None
    kind: RoundKind | None = None
    not_understood: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    """What has been found so far."""

    today: date
    month_first: bool
    words: list[str] = field(default_factory=list)
    person: str = ""
    email: str = ""
    day: date | None = None
    clock: time | None = None
    minutes: int | None = None
    kind: RoundKind | None = None


def read_quick_add(line: str, *, now: datetime, month_first: bool) -> QuickAdd:
    """Take a line apart at its commas: company, role, person in this order, the rest by its looks.

    Args:
        now: on the user's clock; "yesterday" and days without a year are meant from there.
        month_first: whether 11/12 is 12 November.
    """
    parts = [" ".join(part.split()) for part in _PARTS.split(line)]
    parts = [part for part in parts if part]
    draft = _Draft(now.date(), month_first, words=parts[:1])  # a company may be called Zoom or Monday
    for part in parts[1:]:
        _take(part, draft)
    return _placed(draft)


def _take(part: str, draft: _Draft) -> None:
    found = _EMAIL.search(part)
    if found and not draft.email:
        draft.email = found["email"]
        draft.person = part[: found.start()].strip(" <(")
        rest = part[found.end() :].strip()
        if rest:
            _take(rest, draft)
    elif not _is_only_when_and_how(part, draft):
        draft.words.append(part)


def _is_only_when_and_how(part: str, draft: _Draft) -> bool:
    """Whether a part is made of nothing but a day, a time, a length and a kind; if so, it is noted."""
    rest, minutes = _cut(part, _length(part))
    rest, day = _cut(rest, _day(rest, draft))
    rest, clock = _cut(rest, _clock(rest))
    rest, kind = _cut(rest, _kind(rest))
    if (minutes, day, clock, kind) == (None,) * 4 or _FILLER.sub("", rest):
        return False
    draft.minutes = draft.minutes or minutes
    draft.day = draft.day or day
    draft.clock = draft.clock or clock
    draft.kind = draft.kind or kind
    return True


def _cut(text: str, found: tuple[tuple[int, int], _T] | None) -> tuple[str, _T | None]:
    if found is None:
        return text, None
    (start, end), value = found
    return f"{text[:start]} {text[end:]}", value


def _length(text: str) -> tuple[tuple[int, int], int] | None:
    found = _MINUTES.search(text)
    if found is None:
        return None
    if found["n"] is None:
        return found.span(), _HOUR if found["hour"] else _HOUR // 2
    count = int(found["n"])
    minutes = count * _HOUR if found["unit"].lower().startswith("h") else count
    return (found.span(), minutes) if minutes else None


def _day(text: str, draft: _Draft) -> tuple[tuple[int, int], date] | None:
    return next(_days(text, draft), None)


def _days(text: str, draft: _Draft) -> Iterator[tuple[tuple[int, int], date]]:
    for pattern in _DAYS_WRITTEN:
        found = pattern.search(text)
        if found and (day := _written_day(found, draft)):
            yield found.span(), day
    if found := _RELATIVE.search(text):
        yield found.span(), draft.today + _FROM_TODAY[found["word"].lower()]
    if found := _WEEKDAY.search(text):
        back = (draft.today.weekday() - _WEEKDAYS.index(found["day"].lower())) % 7
        yield found.span(), draft.today + timedelta(days=7 - back if found["next"] else -back)


def _written_day(found: re.Match[str], draft: _Draft) -> date | None:
    groups = found.groupdict()
    if groups.get("first"):
        pair = (int(groups["first"]), int(groups["second"]))
        month, day = pair if draft.month_first else pair[::-1]
    else:
        day = int(groups["d"])
        month = int(groups["m"]) if groups.get("m") else _MONTHS.index(groups["month"].lower()) + 1
    if groups.get("y"):
        return _date_or_none(int(groups["y"]), month, day)
    years = (draft.today.year + step for step in (-1, 0, 1))
    near = [d for year in years if (d := _date_or_none(year, month, day))]
    return min(near, key=lambda d: abs(d - draft.today), default=None)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> tuple[tuple[int, int], time] | None:
    for pattern in _CLOCKS:
        found = pattern.search(text)
        if found is None:
            continue
        groups = found.groupdict()
        if groups.get("noon"):
            return found.span(), time(_NOON_HOUR)
        hour, minute = int(groups["h"]), int(groups.get("m") or 0)
        if half := groups.get("half"):
            hour = hour % _NOON_HOUR + (_NOON_HOUR if half.lower().startswith("p") else 0)
        try:
            return found.span(), time(hour, minute)
        except ValueError:
            continue
    return None


def _kind(text: str) -> tuple[tuple[int, int], RoundKind] | None:
    for kind, words in _KINDS:
        if found := re.search(rf"\b(?:{words})\b", text, re.I):
            return found.span(), kind
    return None


def _placed(draft: _Draft) -> QuickAdd:
    """The words that are left, in their order: company, role, and the person if no address told who it is."""
    words = list(draft.words)
    company = words.pop(0) if words else ""
    role = words.pop(0) if words else ""
    if company and not role and (both := _ROLE_AT_COMPANY.match(company)):
        company, role = both["company"], both["role"]
    looks_like_a_name = bool(words) and not re.search(r"\d", words[0])
    person = draft.person or (words.pop(0) if looks_like_a_name else "")
    return QuickAdd(
        company=company,
        role=role,
        person=person,
        email=draft.email,
        day=draft.day,
        clock=draft.clock,
        minutes=draft.minutes,
        kind=draft.kind,
        not_understood=tuple(words),
    )
