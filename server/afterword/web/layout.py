"""What every page shows round its content: navigation, notices, and the filters that put data into words."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask, request, url_for
from flask_babel import LazyString, format_date, get_locale, lazy_gettext

from ..domain.cadence import stage_of
from ..domain.records import Record
from ..parts import parts_of_request
from ..storage.notices_table import Notice
from .countries import country_name
from .moments import shown, shown_day, shown_time
from .words import (
    BACKUP_WORDS,
    CHANNEL_WORDS,
    HIRING_ROLE_WORDS,
    KIND_WORDS,
    ORDER_WORDS,
    OUTCOME_WORDS,
    REPLY_WORDS,
    ROUND_KIND_WORDS,
    ROUND_STATUS_WORDS,
    SELECTION_WORDS,
    STAGE_WORDS,
    STATE_WORDS,
    VERDICT_WORDS,
)

ENTRIES: tuple[tuple[str, LazyString], ...] = (
    ("web.today.show", lazy_gettext("Today")),
    ("web.records.show_all", lazy_gettext("Records")),
    ("web.templates.show_all", lazy_gettext("Templates")),
    ("web.linkedin.show", lazy_gettext("LinkedIn")),
    ("web.activity.show", lazy_gettext("Activity")),
    ("web.settings.show", lazy_gettext("Settings")),
    ("web.setup.show", lazy_gettext("Set-up")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation. ``exact``: this very page, not one below it."""

    endpoint: str
    label: LazyString
    current: bool
    exact: bool


def navigation() -> list[Entry]:
    """The pages to go to, and which of them the reader is on or below."""
    return [
        Entry(endpoint, label, current=_is_on_or_below(endpoint), exact=endpoint == request.endpoint)
        for endpoint, label in ENTRIES
    ]


def notices() -> tuple[Notice, ...]:
    """What the program did on its own and the user has not read yet."""
    return parts_of_request().store.notices.all()


def template_problems() -> tuple[str, ...]:
    """What is wrong with the user's own template files; it is gone once the file is mended."""
    return parts_of_request().library.problems


def moment(value: datetime) -> str:
    """A moment on the user's clock."""
    return shown(value, parts_of_request().store.settings.get().timezone)


def own_zone() -> str:
    """The zone of the clock that the pages show."""
    return parts_of_request().store.settings.get().timezone


def clock_time(value: datetime) -> str:
    """The time of day of a moment on the user's clock."""
    return shown_time(value, parts_of_request().store.settings.get().timezone)


def day(value: date) -> str:
    """A day as people write it."""
    return shown_day(value)


def short_day(value: datetime) -> str:
    """A day in the least room, on the user's clock."""
    zone = ZoneInfo(parts_of_request().store.settings.get().timezone)
    return shown_day(value.astimezone(zone).date(), "MMMd")


def weekday(value: date) -> str:
    """A day of this week, as short as a column is narrow."""
    return str(format_date(value, "EEE d"))


def stage_word(record: Record) -> str:
    """Where a record stands now; computed, never stored."""
    return str(STAGE_WORDS[stage_of(record, parts_of_request().clock.now())])


def add_layout(app: Flask) -> None:
    """Make these known to every template."""
    app.jinja_env.globals.update(
        navigation=navigation,
        own_zone=own_zone,
        notices=notices,
        template_problems=template_problems,
        get_locale=get_locale,
    )
    app.jinja_env.filters.update(
        moment=moment,
        clock_time=clock_time,
        day=day,
        weekday=weekday,
        short_day=short_day,
        stage_word=stage_word,
        country_word=country_name,
        kind_word=KIND_WORDS.__getitem__,
        channel_word=CHANNEL_WORDS.__getitem__,
        round_kind_word=ROUND_KIND_WORDS.__getitem__,
        round_status_word=ROUND_STATUS_WORDS.__getitem__,
        selection_word=SELECTION_WORDS.__getitem__,
        order_word=ORDER_WORDS.__getitem__,
        stage_name=STAGE_WORDS.__getitem__,
        outcome_word=OUTCOME_WORDS.__getitem__,
        hiring_role_word=HIRING_ROLE_WORDS.__getitem__,
        state_word=STATE_WORDS.__getitem__,
        reply_word=REPLY_WORDS.__getitem__,
        verdict_word=VERDICT_WORDS.__getitem__,
        backup_word=BACKUP_WORDS.__getitem__,
    )


def _is_on_or_below(endpoint: str) -> bool:
    address = url_for(endpoint)
    return request.path == address or (address != "/" and request.path.startswith(address))
