"""Pop-up and first-run page in Chromium: connection, pairing, sites, LinkedIn's switch, accessibility."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PROFILE = (Path(__file__).parents[1] / "content" / "pages" / "linkedin-profile-classic.html").read_text(
    "utf-8"
)
AGENDA_ITEM = {
    "record_id": "record-1",
    "round_id": "round-1",
    "interviewer_id": "person-1",
    "company": "Acme",
    "person": "Dana Reyes",
    "kind": "thank_you",
    "channels": ["email"],
    "timing": {"verdict": "open", "reason": "The window closes tomorrow at 16:00."},
}


@pytest.fixture
def extension_page(context, worker):
    """Opens a page of the extension by its path."""
    base = worker.url.rsplit("/background/", 1)[0]
    opened = []

    def open_page(path: str) -> Page:
        page = context.new_page()
        opened.append(page)
        page.goto(f"{base}/pages/{path}")
        return page

    yield open_page
    for page in opened:
        page.close()


@pytest.fixture
def unpaired(extension_page, paired, stub):
    """The background without a token, at a server that lets it ask to pair."""
    own_page = extension_page("popup.html")
    own_page.evaluate("() => chrome.runtime.sendMessage({ type: 'forget_server', message: {} })")
    own_page.close()
    pending = {
        "pairing_id": "p1",
        "poll_secret": "s1",
        "code": "123 456",
        "expires_at": "2099-01-01T00:00:00Z",
    }
    stub.answers["POST /api/v1/pairings"] = (201, pending)
    stub.answers["GET /api/v1/pairings/p1"] = (200, {"state": "waiting"})
    return paired


def axe_violations(page: Page) -> list[str]:
    """The rules of axe that the page breaks."""
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def test_the_popup_tells_what_is_due(extension_page, paired, stub):
    stub.answers["GET /api/v1/settings"] = (200, {})
    stub.answers["GET /api/v1/agenda"] = (200, {"items": [AGENDA_ITEM]})

    page = extension_page("popup.html")

    expect(page.locator("#connection")).to_have_text("Connected to Afterword on this machine.")
    expect(page.get_by_role("heading", name="Due now: 1")).to_be_visible()
    expect(page.get_by_role("button", name="Dana Reyes, Acme")).to_be_visible()


def test_T7_the_token_leaves_storage_local_and_no_content_script_finds_it(paired, panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, {"status": "unknown"})

    panel.in_content("async () => chrome.runtime.sendMessage({ type: 'draft', message: { request: {} } })")

    assert set(stub.tokens_seen()) == {"Bearer a-token-that-only-the-paired-server-knows"}
    assert panel.in_content("async () => (await chrome.storage.local.get()).token ?? 'none'") == "none"


def test_T12_a_fake_server_gets_no_token_and_is_named(extension_page, paired, stub):
    stub.genuine = False

    page = extension_page("popup.html")

    expect(page.locator("#connection")).to_contain_text("Another program is using")
    assert stub.tokens_seen() == []


def test_pairing_shows_the_code_and_ends_connected(extension_page, unpaired, stub):
    stub.answers["GET /api/v1/settings"] = (200, {})
    page = extension_page("welcome.html")

    page.get_by_role("button", name="Pair").click()
    expect(page.locator("#code")).to_have_text("123 456")
    stub.answers["GET /api/v1/pairings/p1"] = (
        200,
        {"state": "approved", "token": "a-token-that-only-the-paired-server-knows"},
    )

    expect(page.locator("#connection")).to_have_text("Connected to Afterword on this machine.")
    expect(page.get_by_role("heading", name="You’re connected")).to_be_visible()


def test_a_pairing_that_was_denied_is_said(extension_page, unpaired, stub):
    page = extension_page("popup.html")
    page.get_by_role("button", name="Pair").click()
    expect(page.locator("#code")).to_have_text("123 456")

    stub.answers["GET /api/v1/pairings/p1"] = (200, {"state": "denied"})

    expect(page.locator("#connection")).to_contain_text("Nothing was connected")


def test_more_time_to_pair_is_asked_for(extension_page, unpaired, stub):
    stub.answers["POST /api/v1/pairings/p1/extension"] = (200, {"expires_at": "2099-01-01T00:05:00Z"})
    page = extension_page("popup.html")
    page.get_by_role("button", name="Pair").click()

    page.get_by_role("button", name="More time").click()

    page.wait_for_function("document.querySelector('#code-time').textContent.length > 0")
    assert stub.bodies("POST /api/v1/pairings/p1/extension") == [{}]


def test_a_yes_given_while_the_popup_was_closed_counts_at_the_next_click(
    unpaired, extension_page, panel, stub
):
    page = extension_page("popup.html")
    page.get_by_role("button", name="Pair").click()
    expect(page.locator("#code")).to_have_text("123 456")
    page.close()
    stub.answers["GET /api/v1/pairings/p1"] = (
        200,
        {"state": "approved", "token": "a-token-that-only-the-paired-server-knows"},
    )
    stub.answers["GET /api/v1/settings"] = (200, {})
    stub.answers["POST /api/v1/drafts"] = (200, {"status": "unknown"})

    answer = panel.in_content(
        "async () => chrome.runtime.sendMessage({ type: 'draft', message: { request: {} } })"
    )

    assert answer == {"ok": True, "value": {"status": "unknown"}}


def test_use_on_this_site_acts_on_the_tab_it_is_opened_for(extension_page, paired, context, stub):
    site = context.new_page()
    site.goto(f"{stub.url}/own-webmail")
    tab = paired.evaluate(
        "async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url).id", site.url
    )
    page = extension_page(f"popup.html?tab={tab}")

    page.get_by_role("button", name="Use on this site").click()

    expect(page.locator("#own-site-line")).to_contain_text(stub.url.removeprefix("http://"))
    assert paired.evaluate("async () => (await chrome.storage.local.get('sites')).sites") == [stub.url]
    site.reload()
    site.get_by_label("Mail").focus()
    expect(site.get_by_role("button", name="Draft follow-up")).to_be_visible()
    page.get_by_role("button", name="Stop using it here").click()
    expect(page.get_by_role("button", name="Use on this site")).to_be_visible()
    site.close()


def test_another_port_is_set_and_another_machine_refused(extension_page, paired, stub):
    paired.evaluate("async () => chrome.storage.local.set({ serverUrl: 'http://127.0.0.1:1' })")
    stub.answers["GET /api/v1/settings"] = (200, {})
    page = extension_page("popup.html")
    expect(page.locator("#connection")).to_contain_text("Afterword isn’t running")
    page.get_by_text("Afterword on another port?").click()

    page.get_by_label("Address of Afterword").fill("https://evil.example")
    page.get_by_role("button", name="Use this address").click()
    expect(page.locator("#connection")).to_contain_text("isn’t an address of this machine")
    page.get_by_label("Address of Afterword").fill(stub.url)
    page.get_by_role("button", name="Use this address").click()

    expect(page.locator("#connection")).to_have_text("Connected to Afterword on this machine.")


def test_X19_linkedins_button_is_off_until_the_yes_on_the_first_run_page(extension_page, paired):
    page = extension_page("welcome.html")
    switch = page.get_by_role("checkbox", name="Show “Draft follow-up” on LinkedIn’s pages")
    expect(switch).not_to_be_checked()
    expect(page.get_by_text("LinkedIn’s user agreement restricts tools")).to_be_visible()

    switch.check()

    page.wait_for_function(
        "async () => (await chrome.storage.local.get('linkedinButton')).linkedinButton === true"
    )


def test_the_first_run_page_says_what_is_read_and_when_send_is_watched(extension_page, paired):
    page = extension_page("welcome.html")

    expect(page.get_by_text("A compose that Afterword didn’t fill is not watched.")).to_be_visible()
    expect(page.get_by_text("stay in a folder on this computer")).to_be_visible()


@pytest.mark.parametrize("path", ["popup.html", "welcome.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_break_no_rule_of_axe(extension_page, unpaired, path, scheme):
    page = extension_page(path)
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name="Pair").click()
    expect(page.locator("#code")).to_have_text("123 456")

    assert axe_violations(page) == []


def test_X19_without_the_button_on_linkedin_the_popup_gives_the_draft_to_copy(
    extension_page, paired, context, stub
):
    draft = {"body": "Hello Dana, thank you.", "channel": "linkedin_note"}
    stub.answers["POST /api/v1/drafts"] = (200, {"status": "ready", "draft": draft, "advice": None})
    profile = context.new_page()
    profile.route(
        "https://www.linkedin.com/**", lambda route: route.fulfill(body=PROFILE, content_type="text/html")
    )
    profile.goto("https://www.linkedin.com/in/dana-reyes/")
    find_tab = "async () => (await chrome.tabs.query({})).find((tab) => tab.url?.includes('/in/dana')).id"
    page = extension_page(f"popup.html?tab={paired.evaluate(find_tab)}")
    expect(profile.get_by_role("button", name="Draft follow-up")).to_have_count(0)

    page.get_by_role("button", name="Draft for this person").click()

    expect(page.get_by_label("Text")).to_have_value("Hello Dana, thank you.")
    assert "linkedin.com/in/dana-reyes" in stub.bodies("POST /api/v1/drafts")[0]["person"]["linkedin_url"]
    assert axe_violations(page) == []
    profile.close()


OUTLOOK_PAGE = (Path(__file__).parents[1] / "content" / "pages" / "outlook-new-message.html").read_text(
    "utf-8"
)
TAB_OF = "async (part) => (await chrome.tabs.query({})).find((tab) => tab.url?.includes(part)).id"


@pytest.fixture
def outlook(context, paired):
    """Outlook's page with an open compose, and the number of its tab."""
    page = context.new_page()
    page.route(
        "https://outlook.office.com/**",
        lambda route: route.fulfill(body=OUTLOOK_PAGE, content_type="text/html"),
    )
    page.goto("https://outlook.office.com/mail/0/")
    yield page, paired.evaluate(TAB_OF, "outlook.office.com")
    page.close()


def test_a_built_in_site_is_switched_off_and_on_from_the_popup(extension_page, outlook):
    site, tab = outlook
    expect(site.get_by_role("button", name="Draft follow-up")).to_have_count(1)
    page = extension_page(f"popup.html?tab={tab}")
    switch = page.get_by_role("checkbox", name="Show the button on outlook.office.com")
    expect(switch).to_be_checked()

    switch.uncheck()
    expect(site.get_by_role("button", name="Draft follow-up")).to_have_count(0)
    switch.check()

    expect(site.get_by_role("button", name="Draft follow-up")).to_have_count(1)


def test_the_report_of_what_was_found_names_hooks_and_nobody(extension_page, outlook, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = extension_page(f"popup.html?tab={outlook[1]}")
    page.get_by_text("What was found on this page").click()
    expect(page.get_by_text("Found: Outlook: body")).to_be_visible()
    expect(page.get_by_text("Not on this page: Outlook: discard")).to_have_count(0)

    page.get_by_role("button", name="Copy for a bug report").click()
    expect(page.locator("#said")).to_have_text("Copied.")

    report = page.evaluate("navigator.clipboard.readText()")
    assert "+ Outlook: subject" in report
    for personal in ("Dana", "acme.com", "Sam", "@", "http"):
        assert personal not in report


def test_notifications_are_off_until_asked_for(extension_page, paired):
    page = extension_page("popup.html")

    expect(page.get_by_role("checkbox", name="Tell me when it is time to write")).not_to_be_checked()
    assert paired.evaluate("() => chrome.permissions.contains({ permissions: ['notifications'] })") is False


def test_keyboard_command_and_context_menu_draft_in_the_box_with_the_caret(
    extension_page, outlook, paired, stub
):
    """Both send the same message; the browser's own key and menu can't be pressed headless."""
    site, tab = outlook
    expect(site.get_by_role("button", name="Draft follow-up")).to_have_count(1)
    stub.answers["POST /api/v1/drafts"] = (
        200,
        {"status": "unknown", "choices": [], "findings": [], "missing": []},
    )
    site.bring_to_front()
    site.get_by_label("Message body").click()

    paired.evaluate(
        "(tab) => chrome.tabs.sendMessage(tab, { type: 'draft_here', message: {} }).catch(() => {})", tab
    )
    site.wait_for_timeout(1_500)

    assert stub.bodies("POST /api/v1/drafts")[0]["surface"] == "outlook"
    assert {"draft_here"} == set(
        paired.evaluate("async () => (await chrome.commands.getAll()).map((each) => each.name)")
    ) - {"_execute_action"}


def test_the_popup_is_walked_by_keyboard_in_reading_order(extension_page, outlook, stub):
    stub.answers["GET /api/v1/settings"] = (200, {})
    stub.answers["GET /api/v1/agenda"] = (200, {"items": [AGENDA_ITEM]})
    page = extension_page(f"popup.html?tab={outlook[1]}")
    expect(page.get_by_role("button", name="Dana Reyes, Acme")).to_be_visible()

    names = []
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate(
                """() => (document.activeElement.labels?.[0] ?? document.activeElement).textContent
                    .trim().replace(/\\s+/g, " ")"""
            )
        )

    assert names[0].startswith("Dana Reyes, Acme")
    assert names[1:] == [
        "Show the button on outlook.office.com",
        "What was found on this page",
        "Tell me when it is time to write",
        "Open Afterword",
    ]
    assert page.locator("h1, h2").all_inner_texts() == ["Afterword", "Connection", "Due now: 1", "This site"]
    assert axe_violations(page) == []
