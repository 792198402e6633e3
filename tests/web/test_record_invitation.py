"""An invitation given on a record's page becomes a form, never an interview unseen; see test_invitations."""

import io
import re

import pytest

from tests.builders import a_record, at, settings_of

GOOGLE = """BEGIN:VCALENDAR\r
PRODID:-//Google Inc//Google Calendar 70.9054//EN\r
VERSION:2.0\r
METHOD:REQUEST\r
BEGIN:VEVENT\r
DTSTART:20261130T150000Z\r
DTEND:20261130T154500Z\r
ORGANIZER;CN=Rae Lopez:mailto:rae@acme.example\r
UID:1@google.com\r
ATTENDEE;CUTYPE=INDIVIDUAL;CN=Dana Whitfield;X-NUM-GUESTS=0:mailto:dana@ac\r
 me.example\r
ATTENDEE;CUTYPE=INDIVIDUAL;CN=robin@ellis.example:mailto:Robin@Ellis.example\r
ATTENDEE;CUTYPE=RESOURCE;CN=Room 4:mailto:room4@acme.example\r
LOCATION:https://meet.google.com/abc\r
SUMMARY:Interview\\, round 2\r
END:VEVENT\r
END:VCALENDAR\r
"""
OUTLOOK = """BEGIN:VCALENDAR
METHOD:REQUEST
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN="Whitfield, Dana":mailto:dana@acme.example
DTSTART;TZID=W. Europe Standard Time:20261130T100000
DURATION:PT1H
LOCATION:Main Street 1
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def keeper(user):
    """The user with details and one record."""
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    return user


def test_a_pasted_invitation_fills_in_the_form_and_saves_nothing(keeper):
    answer = keeper.post("/records/acme/invitation/", invitation=GOOGLE)

    assert "Nothing is saved yet." in answer.text
    assert re.search(r'id="date"[^>]*value="2026-11-30"', answer.text)
    assert re.search(r'id="time"[^>]*value="10:00"', answer.text)
    assert "Dana Whitfield &lt;dana@acme.example&gt;" in answer.text
    assert len(keeper.parts.store.records.get("acme").rounds) == 1


def test_what_the_form_shows_is_saved_with_its_people(keeper):
    page = keeper.post("/records/acme/invitation/", invitation=GOOGLE).text
    hidden = {name: "" for name in ("version", "opened_with") if f'name="{name}"' in page}

    keeper.post(
        "/records/acme/rounds/new",
        date="2026-11-30",
        time="10:00",
        timezone="America/New_York",
        minutes="45",
        kind="video",
        status="planned",
        people="Rae Lopez <rae@acme.example>\nDana Whitfield <dana@acme.example>",
        **hidden,
    )

    added = keeper.parts.store.records.get("acme").rounds[1]
    assert (added.at, added.minutes, added.status) == (at("2026-11-30T10:00:00-05:00"), 45, "planned")
    assert [p.email for p in added.interviewers] == ["rae@acme.example", "dana@acme.example"]


def test_a_chosen_file_is_read_and_a_broken_one_is_told(keeper):
    data = {**keeper.token, "file": (io.BytesIO(OUTLOOK.encode()), "invite.ics")}
    chosen = keeper.client.post("/records/acme/invitation/", base_url=keeper.address, data=data)
    broken = keeper.post("/records/acme/invitation/", invitation="<b>not one</b>")

    assert re.search(r'id="time"[^>]*value="10:00"', chosen.text)
    assert '<option selected value="Europe/Berlin">' in chosen.text
    assert broken.status_code == 422
    assert "&lt;b&gt;not one" in broken.text


def test_two_people_with_one_address_are_told_at_the_list(keeper):
    answer = keeper.post(
        "/records/acme/rounds/new",
        date="2026-11-30",
        time="10:00",
        timezone="America/New_York",
        kind="video",
        status="planned",
        people="Rae <rae@acme.example>\nRay <rae@acme.example>",
    )

    assert answer.status_code == 422
    assert 'id="people-error"' in answer.text
    assert len(keeper.parts.store.records.get("acme").rounds) == 1
