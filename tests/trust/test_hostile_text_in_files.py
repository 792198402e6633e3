"""T10: hostile text in the files that leave the program: no header injected, no property, no live formula.

``FILES`` is the table: a kind of file more is one entry more. Each gives what the file's own reader found
that nobody put there.
"""

import email
import email.policy
import re
import warnings

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_record, a_round, an_interviewer, at, settings_of
from tests.trust.hostile_texts import HOSTILE

MAIL_HEADERS = {
    "Subject",
    "From",
    "To",
    "X-Unsent",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}
EVENT_PROPERTIES = {
    "UID",
    "SUMMARY",
    "DESCRIPTION",
    "DTSTART",
    "DTEND",
    "DTSTAMP",
    "LAST-MODIFIED",
    "CREATED",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "URL",
    "CLASS",
}
ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=100)


def the_mail(visitor, text):
    """The headers of a draft's mail file that are none of ours, and the people it goes to beside Dana."""
    about = {"round_id": "round-1", "interviewer_id": "dana", "kind": "thank_you", "channel": "email"}
    form = {
        **about,
        "csrf_token": visitor.form_token,
        "subject": f"Hi {typed(text)}",
        "text": f"Dear Dana,\n{typed(text)}",
    }
    answer = visitor.client.post("/records/hostile/draft/mail.eml", data=form, base_url=visitor.address)
    assert answer.status_code == 200
    assert answer.mimetype == "message/rfc822", answer.text[:500]
    message = email.message_from_bytes(answer.data, policy=email.policy.default)
    people = {str(person.addr_spec) for field in ("To", "Cc", "Bcc") for person in _people(message, field)}
    return (set(message.keys()) - MAIL_HEADERS) | (people - {"dana@acme.example"})


def typed(text):
    """As much of a text as a form takes: it refuses controls in words, while names may come by an import."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text)


def _people(message, field):
    return message[field].addresses if message[field] else ()


def the_calendar(visitor, text):
    """The components and properties of the calendar that are none of ours."""
    answer = visitor.client.get("/calendar/download", base_url=visitor.address)
    assert answer.status_code == 200
    calendar = icalendar.Calendar.from_ical(answer.data)
    found = {component.name for component in calendar.walk()} - {"VCALENDAR", "VEVENT", "VALARM"}
    for event in calendar.walk("VEVENT"):
        found |= set(event.keys()) - EVENT_PROPERTIES
    assert list(calendar.walk("VEVENT")), "a calendar without an event shows nothing"
    return found


FILES = {"mail": the_mail, "calendar": the_calendar}


class Visitor:
    """The logged-in user's client."""

    def __init__(self, target):
        self.address = target.address
        self.client = target.app.test_client()
        self.client.get(f"/log-in?code={target.parts.access.create_login_code()}", base_url=self.address)
        page = self.client.get("/settings", base_url=self.address).text
        self.form_token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page).group(1)


@pytest.fixture
def visitor(target):
    warnings.simplefilter("ignore")
    return Visitor(target)


def keep(target, text):
    """A record that says this wherever a person could have typed it, and the user, too."""
    dana = an_interviewer(name=text, greet_as=text, title=text, talked_about=text)
    interview = a_round(interviewers=(dana,), promised_by=at("2026-12-01T00:00:00+00:00").date())
    store = target.parts.store
    store.delete_everything()
    store.records.add(a_record(id="hostile", company=text, role=text, excites=text, rounds=(interview,)))
    store.settings.save(settings_of(name=text, sign_off=text))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("file", FILES)
def test_T10_hostile_text_adds_nothing_to_a_file(target, visitor, file, text):
    keep(target, text)

    assert FILES[file](visitor, text) == set()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
@pytest.mark.parametrize("file", FILES)
def test_T10_any_text_at_all_adds_nothing_to_a_file(target, visitor, file, text):
    keep(target, text)

    assert FILES[file](visitor, text) == set()
