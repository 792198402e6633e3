"""The main job in a real Roundcube, up to the mail that is delivered."""

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from browser import extension_worker
from local_server import LocalServer
from tests.e2e.roundcube import Roundcube

pytestmark = [pytest.mark.browser, pytest.mark.real_webmail]

DANA = {"name": "", "email": "dana@acme.example"}
SIGNATURE = "Robin Ellis, Data Engineering"


def log_in(page: Page, webmail: Roundcube) -> None:
    """Any name and any password do."""
    page.goto(webmail.address)
    page.fill("#rcmloginuser", "robin@ellis.example")
    page.fill("#rcmloginpwd", "anything")
    page.click("#rcmloginsubmit")
    page.wait_for_url("**_task=mail**")


def save_signature(page: Page, webmail: Roundcube) -> None:
    """Give the only identity of the account a signature, as a user would in Roundcube's settings."""
    page.goto(f"{webmail.address}/?_task=settings&_action=edit-identity&_iid=1&_framed=1")
    page.locator("textarea[name=_signature]").fill(SIGNATURE)
    page.evaluate("rcmail.command('save', '')")
    page.wait_for_load_state("networkidle")


def use_on_this_site(context: BrowserContext, page: Page) -> None:
    """Add the open page's site with the pop-up's button."""
    worker = extension_worker(context)
    tab = worker.evaluate(
        "async url => (await chrome.tabs.query({url: url + '/*'}))[0].id", page.url.split("/?")[0]
    )
    popup = context.new_page()
    popup.goto(worker.url.split("/background")[0] + f"/pages/popup.html?tab={tab}")
    popup.get_by_role("button", name="Use on this site").click()
    expect(popup.get_by_role("button", name="Use on this site")).to_be_hidden()
    popup.close()


def editor_of(page: Page) -> tuple[FrameLocator | Page, str]:
    """Where the text is typed: TinyMCE's frame, or the plain text field."""
    if page.locator("#composebody_ifr").count():
        return page.frame_locator("#composebody_ifr"), "body"
    return page, "#composebody"


def text_of(page: Page) -> str:
    """The message as it stands in the editor."""
    holder, selector = editor_of(page)
    box = holder.locator(selector)
    return box.inner_text() if selector == "body" else box.input_value()


def test_a_click_an_edit_and_roundcubes_own_send_deliver_the_draft(
    server: LocalServer, paired_browser: BrowserContext, webmail: Roundcube
) -> None:
    # Given a webmail of the user's own with a signature, added through the pop-up
    draft = server.call(
        "POST", "drafts", {"surface": "webmail", "recipients": [DANA], "has_signature": True}
    )["draft"]
    page = paired_browser.new_page()
    log_in(page, webmail)
    save_signature(page, webmail)
    page.goto(webmail.compose_address)
    use_on_this_site(paired_browser, page)

    # When the user writes to Dana, clicks the button, adds a word and sends with Roundcube's own button
    page.locator("#_to").locator("xpath=following-sibling::ul//input").fill(DANA["email"])
    page.keyboard.press("Tab")
    holder, selector = editor_of(page)
    holder.locator(selector).click()
    page.get_by_role("button", name="Draft follow-up").click()
    expect(page.locator("#compose-subject")).to_have_value(draft["subject"])
    page.wait_for_timeout(600)  # the read-back after the insertion
    holder.locator(selector).press("Control+Home")
    page.keyboard.insert_text("Edited: ")
    page.locator("button.send:visible").click()
    page.wait_for_function("() => !location.search.includes('_action=compose')")

    # Then the delivered mail has subject, body, the user's word and the signature
    [mail] = webmail.sent
    assert mail["subject"] == draft["subject"]
    assert "dana@acme.example" in mail["to"]
    plain = mail.get_body(("plain",)).get_content()
    assert " ".join(plain.split()).startswith("Edited: " + " ".join(draft["body"].split()))
    assert SIGNATURE in plain
    assert plain.count(draft["body"].split("\n\n")[1].split()[-1]) >= 1

    # and the log says sent
    states = [i["state"] for i in server.call("GET", f"records/{draft['record_id']}/follow-ups")["items"]]
    assert states == ["inserted", "sent"]
