"""The first page: what is due."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask_babel import LazyString, lazy_gettext

from ..agenda import agenda
from ..parts import parts_of_request
from ..todays_lines import SECTIONS, Line, Section, todays_lines
from .week_strip import week_strip

today = Blueprint("today", __name__)

HEADINGS: dict[Section, LazyString] = {
    "now": lazy_gettext("Due now"),
    "soon": lazy_gettext("Opens soon"),
    "waiting": lazy_gettext("Waiting for the employer"),
    "past": lazy_gettext("Late or over"),
}
AT_FIRST = 10  # lines of each section, so that a crowded day shows all four
A_PAGE = 50  # lines of one section looked at by itself


@dataclass(frozen=True, slots=True)
class Group:
    """A section with the lines that are shown of it. ``page`` is None where sections stand together."""

    section: Section
    heading: LazyString
    lines: Sequence[Line]
    total: int
    page: int | None = None

    @property
    def is_cut(self) -> bool:
        """Whether there are more lines than stand here."""
        return self.page is None and self.total > len(self.lines)

    @property
    def pages(self) -> int:
        """How many pages the section has by itself."""
        return -(-self.total // A_PAGE)


@today.get("/")
def show() -> str:
    """What is due, with the reason of each; where there is nothing yet, the way to begin."""
    parts = parts_of_request()
    settings, now = parts.store.settings.get(), parts.clock.now()
    items = agenda(records=parts.store.records, settings=settings, library=parts.library, now=now)
    lines = todays_lines(items, records=parts.store.records, now=now)
    return render_template(
        "today.html",
        groups=_groups(lines),
        strip=week_strip(items, now=now, zone=settings.timezone),
        any_lines=bool(lines),
        has_records=bool(items) or bool(parts.store.records.search(limit=1).total),
        is_set_up=parts.store.settings.is_saved(),
    )


def _groups(lines: Sequence[Line]) -> list[Group]:
    asked = next((section for section in SECTIONS if section == request.args.get("section")), None)
    if asked:
        return [_one_by_itself(asked, _of(asked, lines))]
    return [_one_of_all(section, _of(section, lines)) for section in SECTIONS]


def _of(section: Section, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.section == section]


def _one_of_all(section: Section, lines: list[Line]) -> Group:
    return Group(section, HEADINGS[section], lines[:AT_FIRST], len(lines))


def _one_by_itself(section: Section, lines: list[Line]) -> Group:
    pages = max(1, -(-len(lines) // A_PAGE))
    page = min(max(1, request.args.get("page", 1, type=int)), pages)
    return Group(section, HEADINGS[section], lines[(page - 1) * A_PAGE : page * A_PAGE], len(lines), page)
