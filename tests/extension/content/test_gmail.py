"""Gmail-shaped pages at Gmail's own address: the button, the facts it sends, the text in the box."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"


def click(page: Page) -> None:
    page.get_by_role("button", name="Draft follow-up").click()


def box(page: Page):
    return page.locator("[g_editable=true]")


def landed(page: Page, words: str = "Sam Field") -> str:
    page.wait_for_function("words => document.querySelector('[g_editable=true]').innerText.includes(words)", arg=words)
    page.wait_for_timeout(500)
    return box(page).inner_text()


def test_one_click_fills_subject_and_text_and_logs_it(visit, server):
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    assert "Thank you for the time on Friday & for <b>plain words</b>" in landed(page)
    assert page.locator("input[name=subjectbox]").input_value().startswith("Thank you from Sam Field")
    request = server.requests("/drafts")[0]
    assert request["surface"] == "gmail"
    assert request["recipients"] == [
        {"name": "Dana Whitfield", "email": "dana@acme.com"},
        {"name": "Lee Park", "email": "lee@acme.com"},
    ]
    logged = server.requests("/records/r1/follow-ups")
    assert [entry["state"] for entry in logged] == ["inserted"]
