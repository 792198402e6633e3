"""The draft's page: every kind and channel, the text as the user has it, checked, taken along and noted."""

import email
import re
from datetime import timedelta
from email import policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from afterword.web.mail_links import mail_links
from tests.builders import a_record, a_round, an_interviewer, settings_of
from tests.web.conftest import LIBRARY

MEANT = {"interviewer_id": "dana", "kind": "thank_you", "channel": "email"}


@pytest.fixture
def writer(user):
    """The user with details and one record."""
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    return user


def text_of(page: str) -> str:
    """The text in the editor."""
    found = re.search(r'<textarea[^>]*id="text"[^>]*>\s?\n?(.*?)</textarea>', page, re.DOTALL)
    assert found is not None
    return found.group(1).replace("\r\n", "\n").lstrip("\n")


@pytest.mark.parametrize(("kind", "channel"), sorted(LIBRARY.files))
def test_every_kind_can_be_drafted_on_every_channel_it_travels_on(writer, kind, channel):
    page = writer.get(f"/records/acme/draft/?interviewer_id=dana&kind={kind}&channel={channel}").text

    assert len(text_of(page)) > 40
    assert f'<option value="{kind}" selected>' in page
    assert f'<option value="{channel}" selected>' in page


def test_without_a_kind_the_page_drafts_what_is_due(writer):
    page = writer.get("/records/acme/draft/").text

    assert text_of(page).startswith("Dear Dana Whitfield")
    assert "<strong>Due now.</strong>" in page


def test_a_channel_on_which_a_kind_does_not_travel_gives_way_to_one_on_which_it_does(writer):
    page = writer.get("/records/acme/draft/?kind=rejection_reply&channel=handwritten").text

    assert '<option value="email" selected>' in page
    assert len(text_of(page)) > 40


def test_W16_what_would_make_a_draft_more_specific_is_asked_beside_it(user):
    user.parts.store.settings.save(settings_of())
    dana = an_interviewer(talked_about=None)
    user.parts.store.records.add(a_record(rounds=(a_round(interviewers=(dana,)),)))

    page = user.get("/records/acme/draft/?kind=thank_you&channel=email").text

    assert "It could be more specific." in page
    assert 'href="/records/acme/rounds/round-1/people/dana">Note it down' in page


def test_a_record_without_people_can_be_drafted_for(user):
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record(rounds=(a_round(interviewers=()),)))

    page = user.get("/records/acme/draft/?kind=withdrawal&channel=email").text

    assert len(text_of(page)) > 40


def test_where_nothing_is_due_the_reason_is_said_and_any_kind_can_be_chosen(user):
    user.parts.store.settings.save(settings_of())
    tomorrow = user.parts.clock.now() + timedelta(days=1)
    user.parts.store.records.add(a_record(rounds=(a_round(at=tomorrow, status="planned"),)))

    page = user.get("/records/acme/draft/").text

    assert "note-warm" in page or "nothing to draft" in page
    assert 'name="kind"' in page


def test_W29_the_text_as_typed_is_checked_and_a_replacement_is_one_click(writer):
    typed = "Dear Dana,\r\n\r\nHey guys, I am gonna wait for your answer.\r\n\r\nBest regards,\r\nRobin Ellis"

    page = writer.post("/records/acme/draft/", **MEANT, subject="Data Engineer", text=typed).text
    index = re.search(r'name="use" value="(\d+)">Use “<span class="finding-replacement">going to<', page)
    assert index is not None
    mended = writer.post(
        "/records/acme/draft/", **MEANT, subject="Data Engineer", text=typed, use=index.group(1)
    ).text

    assert "gonna" in text_of(page)
    assert "I am going to wait" in text_of(mended)


def test_while_typing_the_offsets_point_into_the_text_with_plain_line_breaks(writer):
    typed = "Dear Dana,\r\n\r\nI am gonna wait."

    answer = writer.post("/records/acme/draft/check", **MEANT, subject="", text=typed).json

    gonna = next(finding for finding in answer["findings"] if finding["words"] == "gonna")
    assert typed.replace("\r\n", "\n")[gonna["start"] : gonna["end"]] == "gonna"
    assert answer["words"] == 6


def test_what_was_sent_is_logged_as_the_user_had_it(writer):
    writer.post("/records/acme/draft/sent", **MEANT, subject="Thanks", text="My own\r\nwords", wording="2")

    (entry,) = writer.parts.store.records.get("acme").follow_ups
    assert (entry.kind, entry.channel, entry.state, entry.interviewer_id) == (
        "thank_you",
        "email",
        "sent",
        "dana",
    )
    assert (entry.subject, entry.text, entry.wording) == ("Thanks", "My own\nwords", 2)
    page = writer.get("/records/acme").text
    assert "Thank-you (e-mail), sent: Dana Whitfield" in page
    assert "No follow-up was sent after" not in page


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text", ""),
        ("text", "x" * 60_000),
        ("subject", "y" * 1001),
        ("kind", "spam"),
        ("subject", "a\r\nBcc: b"),
    ],
)
def test_what_cant_be_logged_is_told_and_kept(writer, field, typed):
    sent = {**MEANT, "subject": "Thanks", "text": "My own words", field: typed}

    answer = writer.post("/records/acme/draft/sent", **sent)

    assert answer.status_code == 422
    assert "needs your attention" in answer.text
    assert ("My own words" in answer.text) == (field != "text")
    assert writer.parts.store.records.get("acme").follow_ups == ()


def test_the_mail_file_has_correct_headers_in_every_script(writer):
    writer.parts.store.settings.save(settings_of(name="Zoë Ångström"))
    writer.parts.store.records.change(
        "acme", lambda old: a_record(rounds=(a_round(interviewers=(an_interviewer(name="山田 太郎"),)),))
    )
    text = "Grüße,\r\n" + "a very long line " * 20 + "\r\nZoë"

    answer = writer.post("/records/acme/draft/mail.eml", **MEANT, subject="Danke – Zoë", text=text)
    mail = email.message_from_bytes(answer.data, policy=policy.default)

    assert answer.mimetype == "message/rfc822"
    assert answer.headers["Content-Disposition"].endswith('.eml"')
    assert (mail["From"], mail["To"]) == (
        "Zoë Ångström <robin@ellis.example>",
        "山田 太郎 <dana@acme.example>",
    )
    assert mail["Subject"] == "Danke – Zoë"
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().replace("\r\n", "\n").strip() == text.replace("\r\n", "\n")
    assert max(len(line) for line in answer.data.split(b"\r\n")) <= 998
    assert b"\n" not in answer.data.replace(b"\r\n", b"")


@pytest.mark.parametrize("name", ['Dana "D" W', "Dana, Whitfield", "Dana <x@y.example>", "Dana\\", "O'Neil"])
def test_a_name_never_becomes_a_second_recipient(writer, name):
    writer.parts.store.records.change(
        "acme", lambda old: a_record(rounds=(a_round(interviewers=(an_interviewer(name=name),)),))
    )

    answer = writer.post("/records/acme/draft/mail.eml", **MEANT, subject="Thanks", text="Dear Dana")
    mail = email.message_from_bytes(answer.data, policy=policy.default)

    assert [address.addr_spec for address in mail["To"].addresses] == ["dana@acme.example"]


def test_an_address_in_another_script_still_makes_a_file(writer):
    writer.parts.store.records.change(
        "acme",
        lambda old: a_record(rounds=(a_round(interviewers=(an_interviewer(email="dänä@äcme.example"),)),)),
    )

    answer = writer.post("/records/acme/draft/mail.eml", **MEANT, subject="Thanks", text="Dear Dana")

    assert answer.status_code == 200
    assert "dänä@äcme.example".encode() in answer.data


def test_the_links_carry_address_subject_and_text_each_as_one_part():
    hostile = "Tom & Ann? 100% #1 ä\nBcc: x@y.example&bcc=z"

    links = mail_links(to="dana+jobs@acme.example", subject=hostile, body=hostile)

    for link in links:
        query = parse_qs(urlsplit(link.address).query, strict_parsing=True, keep_blank_values=True)
        assert "bcc" not in {key.lower() for key in query}
        assert query["body"] == [hostile.replace("\n", "\r\n")]
    mailto = next(link.address for link in links if link.program is None)
    assert unquote(urlsplit(mailto).path) == "dana+jobs@acme.example"
    assert {urlsplit(link.address).hostname for link in links if link.program} == {
        "mail.google.com",
        "outlook.live.com",
        "outlook.office.com",
    }


def test_X6_the_note_is_laid_out_on_a_card_as_drafted_and_as_typed(writer):
    drafted = writer.get("/records/acme/draft/card/?interviewer_id=dana&kind=thank_you").text
    typed = writer.post("/records/acme/draft/card/?interviewer_id=dana", text="By my <own> hand").text

    assert "Dear Dana" in drafted
    assert "By my &lt;own&gt; hand" in typed
    assert "size: 14cm 10.5cm" in writer.get("/static/afterword/card.css").text


def test_W10_X4_the_call_screen_has_the_script_a_clock_and_the_voicemails_seconds(writer):
    page = writer.get("/records/acme/call/?kind=check_in&interviewer_id=dana").text

    assert "Call Dana Whitfield" in page
    assert "If somebody answers" in page
    assert re.search(r"About (2\d|30) seconds spoken. Keep it under 30.", page)
    assert 'role="timer"' in page


def test_a_kind_without_a_script_says_so_on_the_call_screen(writer):
    page = writer.get("/records/acme/call/?kind=connect&interviewer_id=dana").text

    assert "There is no script for this" in page
