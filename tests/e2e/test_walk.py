"""Read this first: one click, from the compose box to the log, with every part real and no stub between."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from local_server import LocalServer

pytestmark = pytest.mark.browser

DANA = {"name": "Dana Whitfield", "email": "dana@acme.example"}
BODY = "[role=textbox][aria-multiline=true]"
SUBJECT = "input[name=subject]"


def open_compose(context: BrowserContext, server: LocalServer, **variant: str) -> Page:
    """The practice compose page, addressed to Dana."""
    page = context.new_page()
    page.goto(
        f"{server.address}/practice?{urlencode({'to': DANA['email'], 'name': DANA['name'], **variant})}"
    )
    return page


def click_draft(page: Page) -> None:
    """What the person does: into the message, then on the button."""
    page.locator(BODY).click()
    page.get_by_role("button", name="Draft follow-up").click()


def log_of(server: LocalServer, record_id: str) -> list[tuple[str, str]]:
    """The kinds and states in a record's log."""
    items = server.call("GET", f"records/{record_id}/follow-ups")["items"]
    return [(item["kind"], item["state"]) for item in items]


def test_one_click_puts_the_draft_that_is_due_into_the_box_and_the_log(
    server: LocalServer, paired_browser: BrowserContext
) -> None:
    # Given a record of Friday's interview with Dana, and a compose box addressed to her on Saturday
    due = server.call("POST", "drafts", {"surface": "webmail", "recipients": [DANA]})
    assert due["status"] == "ready"
    draft = due["draft"]
    assert (draft["kind"], draft["channel"]) == ("thank_you", "email")
    page = open_compose(paired_browser, server)

    # When the person clicks once
    click_draft(page)

    # Then subject and body stand in the box as the server wrote them, once, paragraph by paragraph
    expect(page.locator(SUBJECT)).to_have_value(draft["subject"])
    expect(page.locator(BODY)).to_contain_text(draft["body"].splitlines()[-1])
    body = page.locator(BODY).inner_text()
    assert [line for line in body.splitlines() if line.strip()] == [
        line for line in draft["body"].splitlines() if line.strip()
    ]

    # and the log says that it was inserted, not that it was sent
    page.wait_for_timeout(600)  # the read-back takes place 250 ms after the insertion, the log follows
    assert log_of(server, draft["record_id"]) == [("thank_you", "inserted")]

    # When the person sends the message with the page's own button
    page.get_by_role("button", name="Send").click()
    page.wait_for_timeout(300)  # the log entry travels in the background

    # Then the log says so, and the thank-you is no longer due
    assert ("thank_you", "sent") in log_of(server, draft["record_id"])
    again = server.call("POST", "drafts", {"surface": "webmail", "recipients": [DANA]})
    assert again["draft"] is None or again["draft"]["kind"] != "thank_you"


def test_the_users_own_words_signature_and_quote_stay_below_the_draft(
    server: LocalServer, paired_browser: BrowserContext
) -> None:
    draft = server.call(
        "POST", "drafts", {"surface": "webmail", "recipients": [DANA], "has_signature": True}
    )["draft"]
    page = open_compose(paired_browser, server, signature="1", quote="1")
    before = page.locator(BODY).inner_text().split()

    click_draft(page)

    expect(page.locator(BODY)).to_contain_text(draft["body"].splitlines()[-1])
    after = page.locator(BODY).inner_text().split()
    assert after == [*draft["body"].split(), *before]


def test_ctrl_z_takes_the_body_back_in_one_step(server: LocalServer, paired_browser: BrowserContext) -> None:
    page = open_compose(paired_browser, server, signature="1")
    before = page.locator(BODY).inner_html()
    click_draft(page)
    expect(page.locator(BODY)).to_contain_text("Dana")

    page.locator(BODY).press("Control+z")

    assert page.locator(BODY).inner_html() == before
