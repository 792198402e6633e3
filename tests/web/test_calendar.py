"""The calendar: its token, events read by a second library, updates, cancellations and RFC 5545's limits."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from afterword.calendar_feed import CANCELLATIONS_STAY, revised
from afterword.domain.records import FollowUp, Outcome
from afterword.storage.calendar_memory import CalendarEvent
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

LINE_LIMIT = 75  # octets, RFC 5545 3.1


@pytest.fixture
def feed(user):
    """Reads the feed as a calendar program does: with the token and no cookie."""
    user.parts.store.settings.save(settings_of())
    token = user.parts.access.create_calendar_token()
    program = user.app.test_client()

    def read(query=f"?token={token}"):
        return program.get(f"/calendar.ics{query}", base_url=user.address)

    return read


def events(answer):
    """The events by their summaries, as vobject reads them."""
    calendar = vobject.readOne(answer.text)
    return {event.summary.value: event for event in calendar.contents.get("vevent", ())}


def sent(**fields):
    """A thank-you to Dana, sent."""
    entry = FollowUp(
        id="f1",
        kind="thank_you",
        channel="email",
        state="sent",
        at=at("2026-11-21T16:00:00-05:00"),
        round_id="round-1",
        interviewer_id="dana",
    )
    return replace(entry, **fields)


def test_W3_a_window_is_an_event_with_an_alarm_at_its_best_moment(user, feed):
    user.parts.store.records.add(a_record())

    event = events(feed())["Thank-you: Dana Whitfield, Acme"]

    assert b"TRIGGER;VALUE=DATE-TIME:2026" in feed().data
    assert event.dtstart.value == at("2026-11-21T16:00:00-05:00")
    assert event.dtend.value > event.dtstart.value
    alarm = event.valarm.trigger.value
    assert event.dtstart.value <= alarm <= event.dtend.value
    assert event.transp.value == "TRANSPARENT"
    assert event.url.value == f"{user.address}/records/acme"


def test_W5_a_promised_date_is_a_whole_day(user, feed):
    user.parts.store.records.add(a_record(rounds=(a_round(promised_by=date(2026, 12, 1)),)))

    event = events(feed())["Acme promised an answer by today"]

    assert (event.dtstart.value, event.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))


@pytest.mark.parametrize(
    ("decide_by", "starts"),
    [
        (date(2026, 12, 4), date(2026, 12, 4)),
        (at("2026-12-04T12:00:00-05:00"), at("2026-12-04T12:00:00-05:00")),
    ],
)
def test_an_offers_deadline_rings_the_morning_before(user, feed, decide_by, starts):
    offer = Outcome("offer", at=at("2026-11-21T12:00:00-05:00"), decide_by=decide_by)
    user.parts.store.records.add(a_record(outcome=offer))

    event = events(feed())["Answer the offer of Acme"]

    assert event.dtstart.value == starts
    assert event.valarm.trigger.value == at("2026-12-03T09:00:00-05:00")


def test_asked_again_nothing_has_changed(user, feed):
    user.parts.store.records.add(a_record())

    first = feed()
    second = feed()

    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]


def test_what_was_sent_is_cancelled_under_the_same_uid(user, feed):
    user.parts.store.records.add(a_record())
    before = events(feed())["Thank-you: Dana Whitfield, Acme"]

    user.parts.store.records.change("acme", lambda old: replace(old, follow_ups=(sent(),)))
    after = events(feed())["Thank-you: Dana Whitfield, Acme"]

    assert before.status.value == "CONFIRMED"
    assert (after.uid.value, after.status.value, after.sequence.value) == (
        before.uid.value,
        "CANCELLED",
        "1",
    )
    assert after.dtstart.value == before.dtstart.value
    assert "valarm" not in after.contents


def test_an_interview_that_moved_moves_its_event(user, feed):
    user.parts.store.records.add(a_record())
    before = events(feed())["Thank-you: Dana Whitfield, Acme"]
    later = a_round(at=at("2026-11-20T18:00:00-05:00"))

    user.parts.store.records.change("acme", lambda old: replace(old, rounds=(later,)))
    after = events(feed())["Thank-you: Dana Whitfield, Acme"]

    assert (after.uid.value, after.sequence.value) == (before.uid.value, "1")
    assert after.dtstart.value - before.dtstart.value == timedelta(hours=3)


def test_what_is_taken_back_into_the_calendar_counts_on_and_a_cancellation_is_forgotten_after_a_month():
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    event = CalendarEvent("u", "acme", "Thank-you", "", noon, None)

    first = revised({"u": event}, {}, noon)
    cancelled = revised({}, first, noon)
    back = revised({"u": event}, cancelled, noon)

    assert [told["u"].sequence for told in (first, cancelled, back)] == [0, 1, 2]
    assert not back["u"].is_cancelled
    assert revised({}, cancelled, noon + CANCELLATIONS_STAY) == {}


def test_every_line_is_short_ends_in_crlf_and_hides_no_property(user, feed):
    """RFC 5545 3.1 (75 octets, CRLF) and 3.3.11 (escaping), with a name that tries to add a property."""
    hostile = "Ærøskøbing; Søn, Co\\ \r\nATTENDEE:mailto:evil@evil.example " + "ü" * 150
    dana = an_interviewer(name=hostile)
    user.parts.store.records.add(a_record(company=hostile, rounds=(a_round(interviewers=(dana,)),)))

    content = feed().data
    lines = content.split(b"\r\n")

    assert lines[-1] == b""
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    assert max(map(len, lines)) <= LINE_LIMIT
    assert not any(line.startswith(b"ATTENDEE") for line in lines)
    summaries = list(events(feed()))
    assert any("Ærøskøbing; Søn, Co\\" in summary for summary in summaries)


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", "?token=%ED%A0%80"])
def test_without_its_token_the_feed_answers_nobody(feed, query):
    assert feed(query).status_code == 403


def test_T7_the_feeds_token_opens_nothing_else_and_no_cookie_opens_the_feed(user, feed):
    token = user.parts.access.create_calendar_token()
    program = user.app.test_client()

    as_bearer = program.get(
        "/api/v1/agenda", base_url=user.address, headers={"Authorization": f"Bearer {token}"}
    )
    as_page = program.get(f"/?token={token}", base_url=user.address)
    with_cookie = user.get("/calendar.ics")

    assert (as_bearer.status_code, as_page.status_code, with_cookie.status_code) == (401, 403, 403)


def test_a_revoked_token_is_good_for_nothing(user, feed):
    user.parts.access.revoke_calendar_token()

    assert feed().status_code == 403


def test_one_records_events_are_a_file(user, feed):
    user.parts.store.records.add(a_record())
    other = a_round(id="round-2", interviewers=(an_interviewer(id="ann", name="Ann Bo"),))
    user.parts.store.records.add(a_record(id="other", company="Other", rounds=(other,)))

    answer = user.get("/calendar/records/acme.ics")

    assert answer.headers["Content-Disposition"] == "attachment; filename=afterword-record.ics"
    assert all("Other" not in summary for summary in events(answer))
    assert "Thank-you: Dana Whitfield, Acme" in events(answer)
    assert "Thank-you: Ann Bo, Other" in events(user.get("/calendar/download"))


def test_a_calendar_with_nothing_in_it_is_one_still(feed):
    assert feed().mimetype == "text/calendar"
    assert vobject.readOne(feed().text).prodid.value.startswith("-//Afterword//")
