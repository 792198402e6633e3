"""What holds for every page of the table: no axe violation, nothing sideways, hostile text stays text.

A page that is added has to be added to the table; the first test says so.
"""

import re
from datetime import timedelta

import pytest

from afterword.app import pages_of
from afterword.domain.presence import PresenceEntry
from afterword.domain.records import FollowUp
from afterword.guard.doors import Door, doors_of
from afterword.storage.activity_log import Activity
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NOW = at("2026-11-21T17:00:00-05:00")
CHROME = "chrome-extension://" + "a" * 32
ROUND = "/records/acme/rounds/round-1"
PAGES = {
    "today.show": ("/", "/?section=now"),
    "board.show": ("/records/board",),
    "records.show_all": ("/records/",),
    "records.add": ("/records/new",),
    "records.show": ("/records/acme", "/records/gone"),
    "record_edit.facts": ("/records/acme/edit",),
    "record_edit.add_round": ("/records/acme/rounds/new",),
    "record_edit.change_round": (ROUND,),
    "record_edit.add_person": (f"{ROUND}/people/new",),
    "record_edit.change_person": (f"{ROUND}/people/dana",),
    "record_edit.add_panel": (f"{ROUND}/panel",),
    "record_edit.outcome": ("/records/acme/outcome?kind=offer",),
    "record_invitation.show": ("/records/acme/invitation/",),
    "record_log.sent": ("/records/acme/sent",),
    "record_log.reply": ("/records/acme/reply",),
    "record_log.snooze": ("/records/acme/snooze",),
    "trash.show": ("/trash",),
    "drafts.show": ("/records/acme/draft/?interviewer_id=dana",),
    "draft_card.show": ("/records/acme/draft/card/?interviewer_id=dana",),
    "draft_call.show": ("/records/acme/call/?interviewer_id=dana",),
    "settings.show": ("/settings",),
    "data.show": ("/settings/data/",),
    "data.preview_restore": ("/settings/data/restore/{backup}", "/settings/data/restore/gone"),
    "setup.details": ("/setup/details",),
    "setup.extension": ("/setup/extension",),
    "setup.pair": ("/setup/pair",),
    "setup.linkedin": ("/setup/linkedin",),
    "setup.first_record": ("/setup/first-record",),
    "setup.practise": ("/setup/practice",),
    "activity.show": ("/activity/",),
    "invitations.show": ("/invitations/",),
    "linkedin.show": ("/linkedin/",),
    "templates.show_all": ("/templates/",),
    "templates.edit": ("/templates/edit/en/email/thank_you.md",),
    "packs.show": ("/packs/",),
    "practice.show": (
        "/practice?to=dana@acme.example&name=Dana&signature=1&quote=1",
        "/practice?to=dana@acme.example&reply=1",
        "/practice?mode=plain&signature=1&quote=1",
    ),
}
NO_PAGES = {
    "static",
    "setup.show",  # leads on to a step
    "pairings.state",
    "calendar.feed",
    "calendar.download",
    "calendar.download_record",
    "data.export",
    "packs.export",
    "api_page.show",  # Swagger UI's own look: held to the content security policy in test_api_page
    "api_page.document",
    "api_page.swagger",
}


def paths(site):
    """Every address of the table."""
    backup = site.parts.store.backups.list()[0].name
    return [path.format(backup=backup) for addresses in PAGES.values() for path in addresses]


def lived_in(site, text):
    """Details, records, browsers, requests, a log and a backup, with ``text`` wherever people type."""
    dana = an_interviewer(name=text, talked_about=text, title=text)
    sent = FollowUp("f1", "thank_you", "email", "sent", NOW, "round-1", "dana", text=text, subject=text)
    parts = site.parts
    parts.store.settings.save(settings_of(name=text, skills=(text,)))
    parts.store.records.add(
        a_record(
            company=text, role=text, excites=text, rounds=(a_round(interviewers=(dana,)),), follow_ups=(sent,)
        )
    )
    parts.store.records.add(
        a_record(
            id="second",
            company=text,
            rounds=(a_round(id="round-2", interviewers=(an_interviewer(id="ann", name=text),)),),
        )
    )
    parts.store.records.trash(parts.store.records.add(a_record(id="trashed", role=text)).id)
    parts.store.presence.add(PresenceEntry("", NOW - timedelta(days=1), "share", text))
    parts.activity.add(Activity(NOW, "draft", "gmail", ("recipients.email",), (), "ready"))
    parts.access.create_pairing(text, origin=CHROME)
    parts.pairing_desk.ask("Firefox on Linux", "moz-extension://12345678-1234-1234-1234-123456789012")
    parts.store.notices.add(parts.clock.stamp(), "recovered", "Yesterday's backup is in use.")
    parts.store.backups.make()


def forget_refusals(site):
    """A page that says that something is gone is answered with 404, which the console notes."""
    site.complaints[:] = [text for text in site.complaints if "status of 404" not in text]


def test_every_page_is_in_the_table(user):
    rules = pages_of(user.app).url_map.iter_rules()
    pages = {
        r.endpoint.removeprefix("web.") for r in rules if r.endpoint.startswith("web.") and "GET" in r.methods
    }

    assert pages - NO_PAGES == PAGES.keys()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_has_an_axe_violation_or_scrolls_sideways(site, axe, scheme, width):
    lived_in(site, "Wolfeschlegelsteinhausenbergerdorff" * 2)
    page = site.open("/")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})

    found = {}
    for path in paths(site):
        page.goto(site.address + path)
        problems = [violation["id"] for violation in axe.run(page).response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append("scrolls sideways")
        if problems:
            found[path] = problems

    forget_refusals(site)
    assert found == {}


@pytest.mark.browser
def test_T10_hostile_names_and_notes_stay_text_on_every_page(site):
    lived_in(site, "</textarea></title><img src=x onerror=alert(1)><script>alert(1)</script>{{ 7*7 }}")
    page = site.open("/")
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))

    for path in paths(site):
        page.goto(site.address + path)
        assert page.locator("img[src=x]").count() == 0, path

    forget_refusals(site)
    assert opened == []


@pytest.mark.browser
def test_text_at_twice_the_size_and_with_wide_spacing_fits(site):
    """WCAG 1.4.4 and 1.4.12: 200 % at 720 pixels, and the spacing that readers may set for themselves."""
    lived_in(site, "Wolfeschlegelsteinhausenbergerdorff")
    page = site.open("/")
    page.set_viewport_size({"width": 360, "height": 800})  # what 720 pixels are at 200 %

    too_wide = []
    for path in paths(site):
        page.goto(site.address + path)
        page.evaluate(
            """() => {
                const spaced = new CSSStyleSheet();
                spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                                        word-spacing: .16em !important; }`);
                document.adoptedStyleSheets = [spaced];
            }"""
        )
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(path)

    forget_refusals(site)
    assert too_wide == []


@pytest.mark.browser
def test_script_and_style_of_a_page_stay_small(site):
    """Under 60 kB of own script and style a page, Bootstrap aside."""
    lived_in(site, "Acme")
    page = site.open("/")

    for path in paths(site):
        own = []
        page.on(
            "response",
            lambda answer, own=own: own.append(answer) if "/static/afterword/" in answer.url else None,
        )
        page.goto(site.address + path)
        sizes = {answer.url: len(answer.body()) for answer in own if re.search(r"\.(css|m?js)$", answer.url)}
        assert sum(sizes.values()) < 60_000, path

    forget_refusals(site)


def test_T5_every_page_and_form_but_the_practice_page_is_behind_the_log_in(user):
    open_to_all = {"web.static", "web.practice.show", "web.calendar.feed"}
    endpoints = {r.endpoint for r in pages_of(user.app).url_map.iter_rules() if r.endpoint.startswith("web.")}

    doors = {endpoint: doors_of(pages_of(user.app)).of(endpoint) for endpoint in endpoints - open_to_all}

    assert set(doors.values()) == {Door.PAGE}
