"""What is cut away or refused before a calendar library sees a file from a stranger."""

import re

from .invitation import NoInvitationError

LARGEST = 524_288  # characters; an invitation has a few thousand
DEEPEST = 4  # calendar, event, alarm, and one that nobody has seen yet
MOST_EVENTS = 200

_FOLD = re.compile(r"\r?\n[ \t]")
_CALENDAR = re.compile(r"^BEGIN:VCALENDAR\s*$.*?^END:VCALENDAR\s*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def calendar_lines(content: bytes | str) -> list[str]:
    """The unfolded lines of the calendar in a file or a pasted text.

    Raises:
        NoInvitationError: there is none, it is cut off, or it is larger or deeper than any invitation.
    """
    if len(content) > LARGEST:
        raise NoInvitationError("This file is larger than any invitation. Choose the .ics of one interview.")
    text = content if isinstance(content, str) else _decoded(content)
    found = _CALENDAR.search(_FOLD.sub("", text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")))
    if found is None:
        raise NoInvitationError(
            "This is no calendar invitation, or not all of it. Choose the whole .ics file, or paste it all."
        )
    lines = [line for line in found.group().split("\n") if line.strip()]
    _refuse_mazes(lines)
    return lines


def without_zones(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """The lines without their time zones, and those by name.

    The library would expand a zone's rules for ever if they ask for it, and would remember a stranger's zone
    under its name for all files to come; so it never sees one.
    """
    kept: list[str] = []
    zones: dict[str, list[str]] = {}
    zone: list[str] | None = None
    for line in lines:
        mark = line.strip().upper()
        if mark == "BEGIN:VTIMEZONE":
            zone = []
        elif mark == "END:VTIMEZONE":
            zones.setdefault(_name_of(zone or []), zone or [])
            zone = None
        elif zone is None:
            kept.append(line)
        else:
            zone.append(line)
    return kept, zones


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _ENCODINGS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _refuse_mazes(lines: list[str]) -> None:
    depth = events = 0
    for line in lines:
        mark = line.strip().upper()
        depth += mark.startswith("BEGIN:") - mark.startswith("END:")
        events += mark == "BEGIN:VEVENT"
        if depth > DEEPEST or events > MOST_EVENTS:
            raise NoInvitationError(
                "This is a whole calendar, not an invitation. Choose one interview of it."
            )


def _name_of(zone: list[str]) -> str:
    return next((line.partition(":")[2].strip() for line in zone if line.upper().startswith("TZID")), "")
