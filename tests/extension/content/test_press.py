"""The draft is asked for as soon as the pointer is on the button, and goes in when it is clicked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ORIGIN = "https://mail.example.org"
MAIL = f"{ORIGIN}/mail/0/"
SETTLES_MS = 700


@pytest.fixture
def warm(own_site: Callable[[str], None], visit: Callable[..., Page], server) -> Page:
    """A page on which the scripts of a click are there, the box empty again, and nothing asked yet."""
    own_site(ORIGIN)
    page = visit(MAIL, "webmail-frame.html")
    button_of(page).click()
    page.wait_for_timeout(SETTLES_MS)
    page.keyboard.press("Control+z")
    assert "Thank you" not in text_of(page)
    server.asked.clear()
    return page


def button_of(page: Page):
    return page.get_by_role("button", name="Draft follow-up")


def text_of(page: Page) -> str:
    return page.frame_locator("#composebody_ifr").locator("body").inner_text()


def press(page: Page) -> None:
    button_of(page).hover()
    page.mouse.down()
    page.wait_for_timeout(SETTLES_MS)


def test_the_pointer_on_the_button_asks_once_and_the_click_inserts_without_asking_again(warm, server):
    button_of(warm).hover()
    warm.wait_for_timeout(SETTLES_MS)
    button_of(warm).hover(position={"x": 20, "y": 12})
    asked, text = len(server.requests("/drafts")), text_of(warm)
    button_of(warm).click()
    warm.wait_for_timeout(SETTLES_MS)

    assert (asked, "Thank you" in text) == (1, False)
    assert text_of(warm).count("Thank you") == 1
    assert len(server.requests("/drafts")) == 1


def test_the_first_pointer_on_a_page_brings_what_the_click_needs(own_site, visit, server):
    own_site(ORIGIN)
    page = visit(MAIL, "webmail-frame.html")
    button_of(page).hover()
    page.wait_for_timeout(SETTLES_MS)
    asked = len(server.requests("/drafts"))

    button_of(page).click()
    page.wait_for_timeout(SETTLES_MS)

    assert (asked, len(server.requests("/drafts"))) == (1, 1)
    assert text_of(page).count("Thank you") == 1


def test_a_pointer_that_stays_on_a_box_with_the_draft_asks_nothing(warm, server):
    button_of(warm).click()
    warm.wait_for_timeout(2_000)
    button_of(warm).hover(position={"x": 20, "y": 12})
    warm.wait_for_timeout(SETTLES_MS)

    assert len(server.requests("/drafts")) == 1


def test_X19_on_linkedin_the_pointer_asks_nothing(visit, server, settings):
    settings(linkedinButton=True)
    page = visit("https://www.linkedin.com/messaging/thread/2/", "linkedin-messaging.html")
    button = page.get_by_role("button", name="Draft follow-up").first
    button.hover()
    page.wait_for_timeout(SETTLES_MS)

    assert server.requests("/drafts") == []

    button.click()
    page.wait_for_timeout(SETTLES_MS)

    assert len(server.requests("/drafts")) == 1


def test_the_press_asks_and_the_click_inserts_without_asking_again(warm, server):
    press(warm)
    asked, text = len(server.requests("/drafts")), text_of(warm)
    warm.mouse.up()
    warm.wait_for_timeout(SETTLES_MS)

    assert (asked, "Thank you" in text) == (1, False)
    assert text_of(warm).count("Thank you") == 1
    assert len(server.requests("/drafts")) == 1


def test_a_press_that_is_let_go_elsewhere_inserts_nothing(warm):
    press(warm)
    warm.mouse.move(2, 2)
    warm.mouse.up()
    warm.wait_for_timeout(SETTLES_MS)

    assert "Thank you" not in text_of(warm)


def test_what_changed_since_the_press_is_asked_about(warm, server):
    press(warm)
    warm.evaluate("document.querySelector('#compose-subject').value = 'Our talk'")
    warm.evaluate("document.querySelector('#_to').value = 'Priya Raman <priya@acme.com>'")
    warm.mouse.up()
    warm.wait_for_timeout(SETTLES_MS)

    assert [r["recipients"][0]["email"] for r in server.requests("/drafts")] == [
        "dana@acme.com",
        "priya@acme.com",
    ]
    assert text_of(warm).count("Thank you") == 1


def test_an_answer_to_an_old_press_is_not_used(warm, server):
    press(warm)
    warm.mouse.move(2, 2)
    warm.mouse.up()
    warm.wait_for_timeout(2_000)

    button_of(warm).focus()
    warm.keyboard.press("Enter")
    warm.wait_for_timeout(SETTLES_MS)

    assert len(server.requests("/drafts")) == 2
    assert text_of(warm).count("Thank you") == 1


def test_X19_a_press_by_a_script_of_the_page_asks_nothing(warm, server):
    warm.evaluate(
        """() => document.querySelector("afterword-button").shadowRoot.querySelector("button")
          .dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 }))"""
    )
    warm.wait_for_timeout(SETTLES_MS)

    assert server.requests("/drafts") == []


def test_a_button_at_work_says_so_once_it_takes_long_and_heeds_no_second_click(warm, server):
    server.delay = 1.5
    button = button_of(warm)
    button.click()
    warm.wait_for_timeout(200)
    early = button.get_attribute("aria-busy")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button).to_have_attribute("aria-busy", "false")

    assert early != "true"
    assert text_of(warm).count("Thank you") == 1
    assert len(server.requests("/drafts")) == 1
