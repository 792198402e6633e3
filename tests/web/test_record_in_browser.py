"""Records and drafts in a real Chromium: by keyboard, without a script, in both schemes, server stopped.

The ``site`` fixture fails a test whose page logs an error, breaks its content security policy or asks
anything of another machine.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from afterword.domain.records import FollowUp, Outcome, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

pytestmark = pytest.mark.browser

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 2
PAGES = {
    "records": "/records/",
    "records due": "/records/?only=due&order=stage",
    "nothing found": "/records/?search=zzz",
    "board": "/records/board",
    "new record": "/records/new",
    "record": "/records/acme",
    "record crowded": "/records/long",
    "facts": "/records/acme/edit",
    "round": "/records/acme/rounds/round-1",
    "person": "/records/acme/rounds/round-1/people/dana",
    "panel": "/records/acme/rounds/round-1/panel",
    "outcome": "/records/acme/outcome?kind=offer",
    "sent": "/records/acme/sent",
    "reply": "/records/acme/reply",
    "snooze": "/records/acme/snooze",
    "draft": "/records/acme/draft/",
    "draft note": "/records/acme/draft/?kind=connect&channel=linkedin_note",
    "card": "/records/acme/draft/card/?interviewer_id=dana&kind=thank_you",
    "call": "/records/acme/call/?kind=check_in&interviewer_id=dana",
    "trash": "/trash",
}
OWN_FILES = re.compile(r"/static/afterword/[^\"]+\.(?:css|m?js)")


def with_data(site) -> None:
    """A lived-in place: a full record, one with long names, an offer, and something in the trash."""
    records = site.parts.store.records
    site.parts.store.settings.save(settings_of())
    bo = an_interviewer(id="bo", name="Bo Lindqvist", email="bo@acme.example", hiring_role="peer")
    promised = at("2026-12-01T00:00:00Z").date()
    records.add(
        a_record(
            rounds=(a_round(promised_by=promised, interviewers=(an_interviewer(), bo)),),
            follow_ups=(
                FollowUp("f", "connect", "linkedin_note", "sent", at("2026-11-21T10:00:00-05:00"), text=LONG),
            ),
            replies=(Reply("p", at("2026-11-21T11:00:00-05:00"), sender=LONG, text=LONG),),
        )
    )
    rounds = tuple(
        a_round(
            id=f"r{n}",
            at=at("2026-10-01T15:00:00-05:00") + timedelta(days=n * 6),
            interviewers=(an_interviewer(id=f"p{n}", name=LONG, email=f"{'x' * 50}@{'y' * 50}.example"),),
        )
        for n in range(8)
    )
    records.add(a_record(id="long", company=LONG, role=LONG, excites=LONG, rounds=rounds))
    offer = Outcome("offer", at("2026-11-20T18:00:00-05:00"))
    records.add(a_record(id="beta", company="Beta", rounds=(), outcome=offer))
    records.add(a_record(id="gone", company="Gone", rounds=()))
    records.trash("gone")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_of_a_record_has_an_axe_violation_or_scrolls_sideways(site, axe, scheme, width):
    with_data(site)
    page = site.open("/")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})

    found = {}
    for name, path in PAGES.items():
        page.goto(site.address + path)
        violations = [violation["id"] for violation in axe.run(page).response["violations"]]
        too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = [*violations, *(["scrolls sideways"] if too_wide else [])]

    assert found == {name: [] for name in PAGES}


def test_wide_letters_and_a_doubled_size_fit_too(site):
    with_data(site)
    page = site.open("/")
    page.set_viewport_size({"width": 640, "height": 400})  # what 200 % leave of 1280 pixels
    spaced = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )

    too_wide = []
    for name, path in PAGES.items():
        page.goto(site.address + path)
        page.evaluate(
            """css => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(css);
                document.adoptedStyleSheets = [sheet];
            }""",
            spaced,
        )
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(name)

    assert too_wide == []


def test_own_script_and_style_of_each_page_stay_under_60_kB(site):
    with_data(site)
    sizes = {}
    for name, path in PAGES.items():
        html = site.context.request.get(site.address + path).text()
        files = set(OWN_FILES.findall(html)) and {match.group(0) for match in OWN_FILES.finditer(html)}
        sizes[name] = sum(len(site.context.request.get(site.address + file).body()) for file in files)

    assert {name: size for name, size in sizes.items() if size >= 55_000} == {}  # the rest: imported modules


def test_from_one_line_to_the_copied_draft_by_keyboard_alone(site):
    site.parts.store.settings.save(settings_of())
    site.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = site.open("/records/")

    page.get_by_label("Add in one line").focus()
    page.keyboard.type("Acme, Data Engineer, Dana Whitfield dana@acme.example, yesterday 15:00, video")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Company")).to_have_value("Acme")
    page.get_by_label("Company").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Data Engineer")
    page.get_by_role("link", name="Write a draft").focus()
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="Copy the text")
    copy.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#live")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Dear Dana Whitfield")


def test_W29_words_are_marked_while_typing_and_replaced_by_one_click(site):
    with_data(site)
    page = site.open("/records/acme/draft/?interviewer_id=dana&kind=thank_you&channel=email")
    text = page.get_by_label("Text", exact=True)

    text.fill("Dear Dana,\n\n🙂 I am gonna call you.\n\nBest regards,\nRobin")
    mark = page.locator(".editor-marks mark", has_text="gonna")
    expect(mark).to_be_visible()
    expect(page.locator(".finding", has_text="gonna")).to_contain_text("Use “going to”")
    page.get_by_role("button", name="Use “going to”").click()

    expect(text).to_have_value(re.compile("I am going to call you"))
    expect(mark).to_have_count(0)
    text.press("Control+z")
    expect(text).to_have_value(re.compile("I am gonna call you"))


def test_the_marks_lie_exactly_under_their_words(site):
    with_data(site)
    page = site.open("/records/acme/draft/?interviewer_id=dana&kind=thank_you&channel=email")
    page.get_by_label("Text", exact=True).fill("Dear Dana,\n\nI am gonna call.\n" + "word " * 300)
    page.locator(".editor-marks mark", has_text="gonna").wait_for()

    layer, field = page.locator(".editor-marks"), page.get_by_label("Text", exact=True)

    assert layer.bounding_box() == field.bounding_box()
    of = """e => {
        const s = getComputedStyle(e);
        return [s.font, s.lineHeight, s.padding, s.letterSpacing, s.borderWidth, e.scrollHeight];
    }"""
    assert layer.evaluate(of) == field.evaluate(of)


def test_another_kind_shows_its_draft_at_once_and_own_words_are_asked_about(site):
    with_data(site)
    page = site.open("/records/acme/draft/?interviewer_id=dana&kind=thank_you&channel=email")
    text = page.get_by_label("Text", exact=True)
    first = text.input_value()

    page.get_by_label("Kind").select_option("check_in")
    expect(text).not_to_have_value(first)
    text.fill("My own words")
    page.get_by_label("Kind").select_option("withdrawal")

    expect(page.get_by_text("You changed the text below")).to_be_visible()
    expect(text).to_have_value("My own words")
    page.get_by_role("button", name="Show the new draft").click()
    expect(text).to_have_value(re.compile("withdraw", re.IGNORECASE))


def test_the_links_follow_the_text_as_it_is_typed(site):
    with_data(site)
    page = site.open("/records/acme/draft/?interviewer_id=dana&kind=thank_you&channel=email")

    page.get_by_label("Text", exact=True).fill("A & B\nC")

    expect(page.get_by_role("link", name="Gmail")).to_have_attribute(
        "href", re.compile(r"body=A%20%26%20B%0D%0AC$")
    )
    expect(page.get_by_role("link", name="your mail program")).to_have_attribute(
        "href", re.compile(r"^mailto:dana@acme\.example\?subject=.+&body=A%20%26%20B%0D%0AC$")
    )


def test_the_list_is_searched_while_typing(site):
    with_data(site)
    page = site.open("/records/")

    page.get_by_label("Search company").press_sequentially("beta")

    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.locator("#live")).to_have_text("Records found: 1")
    expect(page).to_have_url(re.compile("search=beta"))


def test_a_card_dropped_on_a_column_asks_for_the_date(site):
    with_data(site)
    page = site.open("/records/board")
    page.set_viewport_size({"width": 1280, "height": 900})

    card = page.locator(".board-card", has=page.get_by_text("Acme", exact=True))
    card.drag_to(page.locator('[data-column="closed"]'))

    expect(page.get_by_label("How does it stand?")).to_have_value("rejected")
    expect(page.get_by_label("Feedback they gave")).to_be_visible()
    expect(page.get_by_label("Salary offered")).to_be_hidden()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Records")
    assert site.parts.store.records.get("acme").outcome.kind == "rejected"


def test_a_form_sent_while_the_server_is_stopped_keeps_its_words_and_tries_again(site):
    with_data(site)
    page = site.open("/records/acme/edit")
    page.get_by_label("What excites you about it?").fill("The words I would hate to lose")
    stopped = lambda route: route.abort("connectionrefused")  # noqa: E731  handed to both calls
    page.route("**/*", stopped)

    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Afterword is not running.")
    expect(page.get_by_role("button", name="Try again")).to_be_focused()
    expect(page.get_by_label("What excites you about it?")).to_have_value("The words I would hate to lose")
    page.unroute("**/*", stopped)
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_text("Saved.")).to_be_visible()
    assert site.parts.store.records.get("acme").excites == "The words I would hate to lose"
    site.complaints.remove("Failed to load resource: net::ERR_CONNECTION_REFUSED")


def test_times_name_their_clock_where_the_browser_is_in_another_zone(site, open_chromium):
    with_data(site)
    there = site.open("/records/acme")
    expect(
        there.get_by_role("heading", name=re.compile(r"Fr\., 20\. Nov\. 2026, 15:00 \(New York\)"))
    ).to_be_visible()

    context = open_chromium.new_context(timezone_id="America/New_York", locale="en-US")
    here = context.new_page()
    here.goto(f"{site.address}/log-in?code={site.parts.access.create_login_code()}")
    here.goto(f"{site.address}/records/acme")

    expect(here.get_by_role("heading", name=re.compile(r"Nov 20, 2026, 3:00\sPM$"))).to_be_visible()
    context.close()


def test_add_change_draft_and_note_work_without_a_script(site, open_chromium):
    site.parts.store.settings.save(settings_of())
    context = open_chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/log-in?code={site.parts.access.create_login_code()}")

    page.goto(f"{site.address}/records/")
    page.get_by_label("Add in one line").fill(
        "Acme, Data Engineer, Dana Whitfield dana@acme.example, yesterday 15:00"
    )
    page.get_by_role("button", name="Look it over").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Outcome").click()
    page.get_by_label("How does it stand?").select_option("rejected")
    expect(page.get_by_label("Feedback they gave")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Write a draft").click()
    page.get_by_label("Kind").select_option("rejection_reply")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("Text", exact=True).fill("Dear Dana,\n\nI am gonna miss it.")
    page.get_by_role("button", name="Check my text").click()
    page.get_by_role("button", name="Use “going to”").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value("Dear Dana,\n\nI am going to miss it.")
    page.get_by_role("button", name="I have sent it").click()

    expect(page.get_by_text("Noted as sent.")).to_be_visible()
    (record,) = site.parts.store.records.all()
    assert record.follow_ups[0].text == "Dear Dana,\n\nI am going to miss it."
    context.close()


def test_the_call_screens_clock_runs_and_stops(site):
    with_data(site)
    page = site.open("/records/acme/call/?kind=check_in&interviewer_id=dana")
    clock = page.get_by_role("timer").first

    page.get_by_role("button", name="Start the clock").first.click()
    expect(clock).to_have_text("0:01")
    page.get_by_role("button", name="Stop").click()

    expect(page.get_by_role("button", name="Start the clock")).to_have_count(2)
