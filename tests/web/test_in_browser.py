"""The pages in a real Chromium: the set-up walk, the keyboard, mistakes, no script.

The ``site`` fixture fails a test whose page logs an error, breaks its content security policy or asks
anything of another machine.
"""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHROME = "chrome-extension://" + "a" * 32


def test_the_set_up_leads_from_the_details_to_the_practice_page(site):
    # Given a first visit
    page = site.open("/")
    page.get_by_role("link", name="Go through the set-up").click()

    # When the details are filled in; zone and country are already the browser's own
    expect(page.get_by_label("Your time zone")).to_have_value("Europe/Vienna")
    expect(page.get_by_label("Your country")).to_have_value("AT")
    page.get_by_label("Your name").fill("Robin Ellis")
    page.get_by_label("E-mail").fill("robin@ellis.example")
    page.get_by_label("Key skills").fill("streaming pipelines\nSQL")
    page.get_by_label("Within 24 hours of the interview").check()
    page.get_by_role("button", name="Save and go on").click()

    # and the extension asks to be connected while its page is open
    expect(page.get_by_role("heading", level=1)).to_have_text("Load the extension")
    expect(page.get_by_text("Waiting for the extension")).to_be_visible()
    asked = site.parts.pairing_desk.ask("Chrome on Linux", CHROME)
    page.get_by_role("link", name="Compare its code").click()
    expect(page.get_by_text(asked.request.code)).to_be_visible()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("The extension is connected.")).to_be_visible()
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("link", name="Go on").click()

    # and the first interview is noted down
    page.get_by_label("Company").fill("Acme")
    page.get_by_label("Role").fill("Data Engineer")
    page.get_by_label("Date of the interview").fill("2026-11-20")
    page.get_by_label("It began at").fill("15:00")
    page.get_by_label("Who interviewed you?").fill("Dana Whitfield")
    page.get_by_label("Their e-mail").fill("dana@acme.example")
    page.get_by_role("button", name="Save and go on").click()

    # Then the practice page is addressed to that person, and all is kept
    page.get_by_role("link", name="Open the practice page").click()
    expect(page.get_by_label("To")).to_have_value("Dana Whitfield <dana@acme.example>")
    kept = site.parts.store.settings.get()
    assert (kept.timezone, kept.timing_preset) == ("Europe/Vienna", "within-24h")
    assert [record.company for record in site.parts.store.records.all()] == ["Acme"]
    assert len(site.parts.access.pairings()) == 1


def test_a_request_that_arrives_shows_itself_on_the_pairing_page(site):
    page = site.open("/setup/pair")

    asked = site.parts.pairing_desk.ask("Chrome on Linux", CHROME)

    expect(page.get_by_text(asked.request.code)).to_be_visible()


def test_a_later_request_takes_nobodys_focus_away(site):
    site.parts.pairing_desk.ask("Chrome on Linux", CHROME)
    page = site.open("/setup/pair")
    deny = page.get_by_role("button", name="Deny")
    deny.focus()

    site.parts.pairing_desk.ask("Another", CHROME)
    page.wait_for_timeout(2500)  # one look of connection.mjs

    expect(deny).to_be_focused()


def test_by_keyboard_deny_is_the_first_answer_to_a_request(site):
    site.parts.pairing_desk.ask("Chrome on Linux", CHROME)
    page = site.open("/setup/pair")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Deny")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Nothing was connected")).to_be_visible()


def test_the_settings_are_saved_by_keyboard_alone(site):
    page = site.open("/settings")

    page.get_by_label("Your name").focus()
    page.keyboard.type("Robin Ellis")
    page.keyboard.press("Tab")
    page.keyboard.type("robin@ellis.example")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Saved.")).to_be_visible()
    assert site.parts.store.settings.get().name == "Robin Ellis"


def test_after_a_mistake_the_focus_is_on_what_to_do_and_leads_to_the_field(site):
    page = site.open("/settings")
    page.get_by_label("Your name").fill("Robin Ellis")
    page.get_by_label("E-mail", exact=True).fill("robin at home")
    page.get_by_role("button", name="Save").click()

    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(page.get_by_label("E-mail", exact=True)).to_have_accessible_description(
        "This is not an e-mail address."
    )
    alert.get_by_role("link", name="E-mail").click()
    expect(page.get_by_label("E-mail", exact=True)).to_be_focused()
    expect(page.get_by_label("Your name")).to_have_value("Robin Ellis")
    site.complaints.remove(
        "Failed to load resource: the server responded with a status of 422 (UNPROCESSABLE ENTITY)"
    )


def test_the_folders_path_is_copied(site):
    site.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = site.open("/setup/extension")

    page.get_by_role("button", name="Copy the path").click()

    expect(page.locator("#live")).to_have_text("The folder’s path is copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("extension")


@pytest.mark.parametrize("mode", ["rich", "plain"])
def test_send_on_the_practice_page_sends_nothing_and_says_so(site, mode):
    page = site.open(f"/practice?to=dana@acme.example&mode={mode}")
    page.get_by_label("Message body").fill("Dear Dana")
    asked_before = len(site.requests)

    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("status")).to_have_text("Nothing was sent. This is a practice page.")
    expect(page.get_by_label("Message body")).to_be_visible()
    assert len(site.requests) == asked_before


def test_the_pages_work_without_a_script(site, open_chromium):
    context = open_chromium.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site.address}/log-in?code={site.parts.access.create_login_code()}")

    page.goto(f"{site.address}/records/new")
    page.get_by_label("Company").fill("Acme")
    page.get_by_label("Role").fill("Data Engineer")
    page.get_by_label("Date of the interview").fill("2026-11-20")
    page.get_by_label("It began at").fill("15:00")
    page.get_by_label("Who interviewed you?").fill("Dana Whitfield")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Data Engineer")
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 25, 27)")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_locked_page_has_no_axe_violation(site, open_chromium, axe, width):
    context = open_chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{site.address}/records/")

    violations = [violation["id"] for violation in axe.run(page).response["violations"]]

    context.close()
    assert violations == []
