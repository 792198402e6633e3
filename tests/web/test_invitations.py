"""Invitations of many tools become rounds; damaged and hostile ones are answered plainly."""

import io
import re

import pytest

from afterword.invitations import NoInvitationError, read_invitation
from tests.builders import a_record, at, settings_of

NOW = at("2026-11-21T17:00:00-05:00")

GOOGLE = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
DTSTART:20261125T150000Z
DTEND:20261125T154500Z
UID:abc@google.com
ORGANIZER;CN=Lena Fischer:mailto:lena@acme.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN=Dana Whitfield;X-NUM-GUE
 STS=0:mailto:dana@acme.example
ATTENDEE;CN=robin@ellis.example:mailto:robin@ellis.example
ATTENDEE;CUTYPE=RESOURCE;CN=Room 4:mailto:c_188@resource.calendar.google.com
X-GOOGLE-CONFERENCE:https://meet.google.com/abc
SUMMARY:Interview for Data Engineer at Acme
LOCATION:
END:VEVENT
END:VCALENDAR
"""
OUTLOOK = """\
BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
BEGIN:VTIMEZONE
TZID:Customized Time Zone
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
ORGANIZER;CN="Fischer, Lena":mailto:lena@northwind.example
SUMMARY:Technical interview
DTSTART;TZID=Customized Time Zone:{start}
DURATION:PT1H30M
LOCATION:12 Harbour Street\\, Floor 3
END:VEVENT
END:VCALENDAR
"""
PLAIN = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
{lines}
END:VEVENT
END:VCALENDAR
"""


def read(text, **details):
    """The invitation, as Robin's."""
    return read_invitation(text, settings=settings_of(**details), now=NOW)


def plain(*lines):
    return read(PLAIN.format(lines="\n".join(lines)))


def test_google_names_people_without_rooms_and_without_the_user():
    invitation = read(GOOGLE)

    assert [(p.name, p.email) for p in invitation.people] == [
        ("Dana Whitfield", "dana@acme.example"),
        ("Lena Fischer", "lena@acme.example"),
    ]
    assert invitation.at == at("2026-11-25T10:00:00-05:00")
    assert (invitation.zone, invitation.minutes, invitation.kind) == ("America/New_York", 45, "video")
    assert (invitation.company, invitation.role) == ("Acme", "Data Engineer")


@pytest.mark.parametrize(
    ("start", "moment"),
    [("20261125T150000", "2026-11-25T15:00:00+01:00"), ("20270601T150000", "2027-06-01T15:00:00+02:00")],
)
def test_outlooks_own_zone_is_read_from_its_rules(start, moment):
    invitation = read(OUTLOOK.format(start=start))

    assert invitation.at == at(moment)
    assert (invitation.minutes, invitation.kind, invitation.remarks) == (90, "on_site", ())
    assert invitation.company == "Northwind"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Vienna", "Europe/Vienna"),
        ("Eastern Standard Time", "America/New_York"),
        ("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
    ],
)
def test_zones_are_known_by_their_usual_names(name, zone):
    invitation = plain(f"DTSTART;TZID={name}:20261125T150000", "SUMMARY:Interview")

    assert (invitation.zone, invitation.at.hour) == (zone, 15)


def test_a_strangers_zone_does_not_outlive_its_file():
    """The library would keep the first zone of a name for all files to come."""
    read(OUTLOOK.format(start="20261125T150000"))
    other = OUTLOOK.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0900").replace(
        "TZOFFSETTO:+0200", "TZOFFSETTO:+0900"
    )

    assert read(other.format(start="20261125T150000")).at == at("2026-11-25T15:00:00+09:00")


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("DTSTART:20261125T150000", "It names no time zone"),
        ("DTSTART;TZID=Atlantis:20261125T150000", "Its time zone can't be read"),
    ],
)
def test_without_a_zone_the_users_own_is_taken_and_said(line, remark):
    invitation = plain(line, "SUMMARY:Interview")

    assert invitation.at == at("2026-11-25T15:00:00-05:00")
    assert any(remark in said for said in invitation.remarks)


def test_a_whole_day_asks_for_the_hour_and_nobody_for_names():
    invitation = plain("DTSTART;VALUE=DATE:20261125", "SUMMARY:Interview")

    assert not invitation.has_time
    assert len(invitation.remarks) == 2


def test_of_several_events_the_next_one_counts():
    events = "\n".join(
        f"BEGIN:VEVENT\nUID:{day}\nDTSTART:202611{day}T150000Z\nSUMMARY:Day {day}\nEND:VEVENT"
        for day in (30, 10, 24)
    )

    invitation = read(f"BEGIN:VCALENDAR\n{events}\nEND:VCALENDAR\n")

    assert invitation.title == "Day 24"
    assert "3 events" in invitation.remarks[0]


def test_tools_and_no_reply_addresses_are_nobody():
    invitation = plain(
        "DTSTART:20261125T150000Z",
        "ORGANIZER;CN=Greenhouse:mailto:no-reply@greenhouse.io",
        "ATTENDEE:mailto:tom.okafor@acme.example",
    )

    assert [p.name for p in invitation.people] == ["Tom Okafor"]


@pytest.mark.parametrize(
    ("title", "place", "kind"),
    [
        ("Phone screen with Lena", "", "phone"),
        ("Interview", "+1 555 010 0199", "phone"),
        ("Interview", "https://acme.zoom.us/j/1", "video"),
        ("Interview", "12 Harbour Street", "on_site"),
        ("Interview", "", "video"),
    ],
)
def test_the_place_tells_the_kind(title, place, kind):
    assert plain("DTSTART:20261125T150000Z", f"SUMMARY:{title}", f"LOCATION:{place}").kind == kind


HOSTILE = {
    "nothing": "",
    "a letter": "Dear Robin, we would like to invite you",
    "cut off": GOOGLE.split("END:VEVENT", maxsplit=1)[0],
    "no event": "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
    "no date": PLAIN.format(lines="SUMMARY:Interview"),
    "no such date": PLAIN.format(lines="DTSTART:20260231T990000Z"),
    "the year 1970": PLAIN.format(lines="DTSTART:19700101T000000Z"),
    "the year 9999": PLAIN.format(lines="DTSTART:99991231T235959Z"),
    "huge": GOOGLE.replace("SUMMARY:", "SUMMARY:" + "x" * 600_000),
    "a maze": "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5000 + "END:VEVENT\n" * 5000 + "END:VCALENDAR\n",
    "ten thousand events": "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 9000 + "END:VCALENDAR\n",
    "an answer": GOOGLE.replace("METHOD:REQUEST", "METHOD:REPLY"),
    "bytes": bytes(range(256)) * 10,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_invitation_is_answered_in_a_sentence(name):
    with pytest.raises(NoInvitationError) as refused:
        read(HOSTILE[name])

    assert refused.value.message.endswith(".")


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;BYSECOND=1,2,3", "FREQ=YEARLY;BYDAY=99XX"],
)
def test_a_zone_whose_rules_never_end_is_not_followed(rule):
    text = re.sub("RRULE:.*", f"RRULE:{rule}", OUTLOOK.format(start="20261125T150000"))

    assert read(text).remarks[0].startswith("Its time zone can't be read")


def test_a_damaged_length_is_passed_over():
    assert plain("DTSTART:20261125T150000Z", "DURATION:soon", "SUMMARY:Interview").minutes is None


def test_a_recurring_rule_is_never_expanded():
    invitation = plain(
        "DTSTART:20261125T150000Z", "RRULE:FREQ=SECONDLY;COUNT=2000000000", "SUMMARY:Interview"
    )

    assert "It repeats" in invitation.remarks[0]


# On the page


@pytest.fixture
def robin(user):
    user.parts.store.settings.save(settings_of())
    return user


def preview(user, content):
    return user.client.post(
        "/invitations/",
        base_url=user.address,
        data=user.token | {"file": (io.BytesIO(content.encode()), "invite.ics")},
    )


def fields_of(page):
    """What a browser would send of a previewed form."""
    values = dict(re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', page))
    chosen = re.findall(r'<select[^>]* name="(\w+)".*?<option selected value="([^"]*)"', page, re.DOTALL)
    people = re.search(r'<textarea[^>]*name="people"[^>]*>\s*(.*?)</textarea>', page, re.DOTALL).group(1)
    return values | dict(chosen) | {"people": people.replace("&lt;", "<").replace("&gt;", ">")}


def test_an_invitation_is_previewed_and_becomes_a_new_record(robin):
    page = preview(robin, GOOGLE).text
    assert robin.parts.store.records.all() == ()

    robin.post("/invitations/keep", **fields_of(page))

    (record,) = robin.parts.store.records.all()
    (round_,) = record.rounds
    assert (record.company, record.role, round_.status, round_.minutes) == (
        "Acme",
        "Data Engineer",
        "planned",
        45,
    )
    assert [person.email for person in round_.interviewers] == ["dana@acme.example", "lena@acme.example"]


def test_people_who_are_known_make_it_a_new_round_of_their_record(robin):
    robin.parts.store.records.add(a_record())

    page = preview(robin, GOOGLE).text
    robin.post("/invitations/keep", **fields_of(page))

    (record,) = robin.parts.store.records.all()
    assert len(record.rounds) == 2


def test_a_cancellation_leads_to_the_interview_it_ends(robin):
    robin.post("/invitations/keep", **fields_of(preview(robin, GOOGLE).text))
    (record,) = robin.parts.store.records.all()

    page = preview(robin, GOOGLE.replace("METHOD:REQUEST", "METHOD:CANCEL")).text

    assert (
        f'href="/records/{record.id}">Open Data Engineer at Acme and mark the interview as cancelled' in page
    )


def test_what_was_typed_stays_and_the_mistake_is_at_its_field(robin):
    fields = fields_of(preview(robin, GOOGLE).text)

    answer = robin.post("/invitations/keep", **{**fields, "company": "", "people": "Dana <dana at acme>"})

    assert answer.status_code == 422
    assert 'id="company-error"' in answer.text
    assert 'id="people-error"' in answer.text
    assert "Dana &lt;dana at acme&gt;" in answer.text


def test_a_pasted_text_that_is_none_is_kept_with_the_reason(robin):
    answer = robin.post("/invitations/", invitation="Dear Robin")

    assert answer.status_code == 422
    assert "This is no calendar invitation" in answer.text
    assert ">Dear Robin</textarea>" in answer.text


@pytest.mark.browser
def test_a_file_dropped_on_the_page_is_read(site):
    site.parts.store.settings.save(settings_of())
    page = site.open("/invitations/")
    data = page.evaluate_handle(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "invite.ics", {type: "text/calendar"}));
            return data;
        }""",
        GOOGLE,
    )

    page.dispatch_event("form[data-drop]", "drop", {"dataTransfer": data})

    page.get_by_role("heading", name="Is this right?").wait_for()
    assert page.get_by_label("Company").input_value() == "Acme"
