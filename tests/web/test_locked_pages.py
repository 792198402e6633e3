"""T5, T2: who sees the pages, and what a form has to carry."""

import re

import pytest

from tests.builders import a_record, settings_of

PAGES = [
    "/",
    "/records/",
    "/records/new",
    "/records/acme",
    "/records/acme/draft/",
    "/records/acme/edit",
    "/records/acme/outcome",
    "/records/acme/sent",
    "/records/acme/reply",
    "/records/acme/snooze",
    "/records/acme/invitation/",
    "/records/acme/rounds/new",
    "/records/acme/rounds/round-1",
    "/records/acme/rounds/round-1/panel",
    "/records/acme/rounds/round-1/people/new",
    "/records/acme/rounds/round-1/people/dana",
    "/records/acme/draft/card/",
    "/records/acme/call/",
    "/records/board",
    "/trash",
    "/settings",
    "/setup/",
    "/setup/details",
    "/setup/extension",
    "/setup/pair",
    "/setup/linkedin",
    "/setup/first-record",
    "/setup/practice",
    "/pairings/state",
]
FORMS = [
    "/settings",
    "/setup/details",
    "/setup/first-record",
    "/records/new",
    "/records/acme/trash",
    "/records/acme/restore",
    "/records/acme/draft/",
    "/records/acme/draft/check",
    "/records/acme/draft/sent",
    "/records/acme/draft/mail.eml",
    "/records/acme/draft/card/",
    "/records/quick",
    "/records/acme/edit",
    "/records/acme/outcome",
    "/records/acme/sent",
    "/records/acme/reply",
    "/records/acme/snooze",
    "/records/acme/snooze/thank_you/end",
    "/records/acme/invitation/",
    "/records/acme/rounds/new",
    "/records/acme/parts/dana/remove",
    "/records/acme/parts/x/put-back",
    "/notices/n/dismiss",
    "/pairings/p/approve",
    "/pairings/p/deny",
    "/pairings/p/more-time",
    "/pairings/p/revoke",
]


@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
def test_a_page_without_the_cookie_says_how_to_open_it_and_nothing_else(stranger, path):
    stranger.parts.store.settings.save(settings_of(name="Robin Ellis"))
    stranger.parts.store.records.add(a_record(company="Acme"))
    stranger.parts.store.notices.add(stranger.parts.clock.stamp(), "recovered", "A backup was taken.")

    answer = stranger.get(path)

    assert answer.status_code in {401, 403}
    assert "afterword open" in answer.text
    assert not re.search("Robin|Acme|backup was|/records", answer.text)


def test_a_log_in_code_opens_the_pages_once(stranger):
    code = stranger.parts.access.create_login_code()

    entered = stranger.get(f"/log-in?code={code}")
    cookie = entered.headers["Set-Cookie"]
    again = stranger.app.test_client().get(f"/log-in?code={code}", base_url=stranger.address)

    assert entered.status_code == 302
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert stranger.get("/records/").status_code == 200
    assert again.status_code in {401, 403}
    assert "afterword open" in again.text


def test_the_forms_token_is_made_with_the_first_page_and_no_later_answer_resets_the_cookie(stranger):
    stranger.log_in()

    first = stranger.get("/")
    later = [stranger.get(path) for path in ("/records/new", "/static/afterword/mark.svg", "/practice")]

    assert "Set-Cookie" in first.headers
    assert not any("Set-Cookie" in answer.headers for answer in later)


@pytest.mark.parametrize("path", FORMS)
def test_every_form_carries_a_token_and_nothing_happens_without_it(stranger, path):
    stranger.parts.store.records.add(a_record())
    stranger.log_in()

    answer = stranger.post(path, company="Evil", name="Evil")

    assert answer.status_code == 400
    assert "load the page again" in answer.text
    assert [record.company for record in stranger.parts.store.records.all()] == ["Acme"]
    assert not stranger.parts.store.settings.is_saved()


@pytest.mark.parametrize("path", [page for page in PAGES if page not in {"/setup/", "/pairings/state"}])
def test_no_page_has_inline_script_or_style_and_each_has_one_heading_and_a_title(user, path):
    user.parts.store.records.add(a_record())

    page = user.get(path).text

    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert page.count("<h1") == 1
    assert re.search(r"<title>[^<]+ · Afterword</title>", page)


def test_an_unread_notice_stands_on_the_pages_until_it_is_dismissed(user):
    user.parts.store.notices.add(user.parts.clock.stamp(), "recovered", "A backup of yesterday is in use.")
    (notice,) = user.parts.store.notices.all()
    assert "A backup of yesterday" in user.get("/records/").text

    user.post(f"/notices/{notice.id}/dismiss")

    assert "A backup of yesterday" not in user.get("/records/").text


def test_a_record_that_is_gone_is_said_to_be_gone(user):
    answer = user.get("/records/gone")

    assert answer.status_code == 404
    assert "This record is gone" in answer.text
