"""The calendar: the feed that calendar programs subscribe to, and the same events as a file."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from ..calendar_feed import CalendarDesk, CalendarWords, as_icalendar, events_now, record_events
from ..domain.drafts import DueItem
from ..parts import parts_of_request
from ..storage.calendar_memory import CalendarEvent
from .words import KIND_WORDS

calendar = Blueprint("calendar", __name__)

FEED = "web.calendar.feed"  # the one endpoint with a token of its own, see the guard


@calendar.get("/calendar.ics")
def feed() -> Response:
    """Every window, promised date and deadline, for the holder of the feed's token."""
    return _conditional(_file(events_now(_desk())))


@calendar.post("/settings/calendar")
def make_address() -> str:
    """Make the feed's address and show it, this once; an earlier one is good no more."""
    token = parts_of_request().access.create_calendar_token()
    address = parts_of_request().config.address + url_for(FEED, token=token)
    return render_template("calendar_address.html", address=address)


@calendar.post("/settings/calendar/revoke")
def revoke_address() -> Response:
    """Make the feed's address worthless."""
    parts_of_request().access.revoke_calendar_token()
    flash(gettext("Revoked. The calendar address answers nobody any more."))
    return redirect(url_for("web.settings.show"))


@calendar.get("/calendar/download")
def download() -> Response:
    """The same as a file to import by hand."""
    return _as_download(_file(events_now(_desk())), "afterword.ics")


@calendar.get("/calendar/records/<record_id>.ics")
def download_record(record_id: str) -> Response:
    """The events of one record."""
    record = parts_of_request().store.records.get(record_id)
    return _as_download(_file(record_events(events_now(_desk()), record.id)), "afterword-record.ics")


def _desk() -> CalendarDesk:
    parts = parts_of_request()
    return CalendarDesk(
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        memory=parts.calendar,
        words=_words(),
        now=parts.clock.now(),
        stamp=parts.clock.stamp(),
    )


def _words() -> CalendarWords:
    return CalendarWords(
        calendar=gettext("Afterword: follow-ups"),
        window=_window,
        window_note=lambda _item: gettext("The reminder rings at the best moment. You read, edit and send."),
        promised=lambda record: gettext("%(company)s promised an answer by today", company=record.company),
        decide_by=lambda record: gettext("Answer the offer of %(company)s", company=record.company),
    )


def _window(item: DueItem) -> str:
    whom = f"{item.person}, {item.company}" if item.person else item.company
    if item.channels[0] == "handwritten":
        return str(gettext("Handwritten card: %(whom)s", whom=whom))
    return str(gettext("%(kind)s: %(whom)s", kind=KIND_WORDS[item.kind], whom=whom))


def _file(events: tuple[CalendarEvent, ...]) -> Response:
    address = parts_of_request().config.address
    content = as_icalendar(
        events,
        name=_words().calendar,
        page_of=lambda record_id: address + url_for("web.records.show", record_id=record_id),
    )
    return Response(content, mimetype="text/calendar", content_type="text/calendar; charset=utf-8")


def _conditional(answer: Response) -> Response:
    """With an ETag: a calendar that asks every hour mostly hears that nothing changed."""
    answer.add_etag()
    return answer.make_conditional(request)


def _as_download(answer: Response, name: str) -> Response:
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
