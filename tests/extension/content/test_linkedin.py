"""LinkedIn in both layouts: nothing without a yes, one box filled, none of LinkedIn's own buttons pressed."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PROFILE = "https://www.linkedin.com/in/dana-whitfield/"
NOTE = "Hi Dana, thank you for Friday's talk about the platform. I would be glad to stay in touch. Sam"
MESSAGE = "Hi Dana,\n\nThank you for the talk on Friday.\n\nSam"
PERSON = {
    "name": "Dana Whitfield",
    "headline": "Engineering Manager, Platform",
    "company": "Acme",
    "linkedin_url": PROFILE,
}
READ_BACK_MS = 900


@pytest.fixture
def linkedin(visit: Callable[..., Page], settings: Callable[..., None], server: Any) -> Callable[[str], Page]:
    """A LinkedIn page after the person's yes; the server has a connection note ready."""
    server.answers["/drafts"]["draft"] |= {
        "kind": "connect",
        "channel": "linkedin_note",
        "subject": None,
        "body": NOTE,
    }
    settings(linkedinButton=True)
    return lambda source: visit(PROFILE, source)


def button(page: Page):
    return page.get_by_role("button", name="Draft follow-up")


def states(server: Any) -> list[str]:
    return [entry["state"] for entry in server.requests("/records/r1/follow-ups")]


def test_X19_nothing_is_put_into_the_page_before_the_persons_yes(visit, server, settings):
    page = visit(PROFILE, "linkedin-profile-classic.html")
    page.locator(".msg-form__contenteditable").click()
    page.wait_for_timeout(READ_BACK_MS)
    expect(button(page)).to_have_count(0)

    settings(linkedinButton=True)
    expect(button(page).first).to_be_visible()

    settings(linkedinButton=False)
    expect(button(page)).to_have_count(0)


@pytest.mark.parametrize("source", ["linkedin-profile-new.html", "linkedin-profile-classic.html"])
def test_a_profile_is_read_in_both_layouts(linkedin, server, source: str):
    page = linkedin(source)

    button(page).first.click()
    page.wait_for_timeout(READ_BACK_MS)

    request = server.requests("/drafts")[0]
    assert request["surface"] == "linkedin_profile"
    assert request["person"] == PERSON


def test_the_kept_draft_goes_into_the_note_that_the_person_opens(linkedin, server):
    page = linkedin("linkedin-profile-new.html")
    button(page).click()
    page.wait_for_timeout(READ_BACK_MS)

    page.evaluate("window.open_note()")
    page.wait_for_timeout(READ_BACK_MS)

    assert page.locator("#custom-message").input_value() == NOTE
    assert len(server.requests("/drafts")) == 1
    assert states(server) == ["inserted"]


def test_a_note_opened_without_a_click_before_is_filled_by_its_own_button(linkedin, server):
    page = linkedin("linkedin-profile-new.html")
    page.evaluate("window.open_note()")
    assert page.locator("#custom-message").input_value() == ""

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    assert page.locator("#custom-message").input_value() == NOTE
    request = server.requests("/drafts")[0]
    assert request["surface"] == "linkedin_note"
    assert request["limit"] == 200
    assert request["person"] == PERSON


def test_a_message_in_the_open_shadow_root_is_filled_line_by_line_and_its_send_is_seen(linkedin, server):
    server.answers["/drafts"]["draft"] |= {"channel": "linkedin_message", "body": MESSAGE}
    page = linkedin("linkedin-profile-new.html")
    page.evaluate("window.open_message()")

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    box = page.get_by_role("textbox", name="Write a message")
    assert [line for line in box.inner_text().splitlines() if line.strip()] == [
        "Hi Dana,",
        "Thank you for the talk on Friday.",
        "Sam",
    ]
    assert server.requests("/drafts")[0]["person"] == PERSON
    assert states(server) == ["inserted"]

    page.get_by_role("button", name="Send").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert states(server) == ["inserted", "sent"]


def test_a_message_in_the_light_dom_names_its_participant(linkedin, server):
    server.answers["/drafts"]["draft"] |= {"channel": "linkedin_message", "body": MESSAGE}
    page = linkedin("linkedin-profile-classic.html")

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    request = server.requests("/drafts")[0]
    assert request["surface"] == "linkedin_message"
    assert request["person"] == PERSON
    expect(page.locator(".msg-form__contenteditable")).to_contain_text("Thank you for the talk on Friday.")


def test_the_profile_button_follows_to_the_next_profile(linkedin, server):
    page = linkedin("linkedin-profile-new.html")
    expect(button(page)).to_have_count(1)

    page.evaluate(
        """() => { history.pushState({}, "", "/in/lee-park/"); document.title = "Lee Park | LinkedIn";
        document.querySelector("h2").textContent = "Lee Park"; }"""
    )
    page.wait_for_timeout(1_200)
    button(page).click()
    page.wait_for_timeout(READ_BACK_MS)

    assert server.requests("/drafts")[0]["person"]["name"] == "Lee Park"
    assert server.requests("/drafts")[0]["person"]["linkedin_url"] == "https://www.linkedin.com/in/lee-park/"


def test_an_inmail_has_its_subject_filled(linkedin, server):
    server.answers["/drafts"]["draft"] |= {"channel": "linkedin_inmail", "subject": "Friday", "body": MESSAGE}
    page = linkedin("linkedin-inmail.html")

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    assert server.requests("/drafts")[0]["surface"] == "linkedin_inmail"
    expect(page.locator("input[name=subject]")).to_have_value("Friday")
    expect(page.get_by_role("textbox", name="Write a message")).to_contain_text("Thank you for the talk")


def test_a_comment_gets_no_button(linkedin, server):
    page = linkedin("linkedin-post.html")
    expect(button(page)).to_have_count(1)

    page.get_by_label("Comment").click()
    page.wait_for_timeout(READ_BACK_MS)

    expect(button(page)).to_have_count(1)
    expect(page.get_by_role("dialog", name="Create a post").get_by_role("button")).to_have_count(1)


def test_W26_the_box_of_a_post_asks_for_a_text_to_share_and_names_nobody(linkedin, server):
    page = linkedin("linkedin-post.html")

    button(page).click()
    page.wait_for_timeout(READ_BACK_MS)

    request = server.requests("/drafts")[0]
    assert request["surface"] == "linkedin_post"
    assert "person" not in request
    expect(page.get_by_label("Post", exact=True)).to_contain_text("Hi Dana, thank you")


def test_X19_none_of_linkedins_own_buttons_is_pressed(linkedin, server):
    page = linkedin("linkedin-profile-classic.html")
    page.evaluate(
        """() => { window.pressed = 0; document.addEventListener("click", (event) => {
          if (event.target.closest("button, a")) window.pressed += 1; }, true); }"""
    )

    button(page).first.click()
    page.wait_for_timeout(READ_BACK_MS)
    page.keyboard.press("Escape")
    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    assert page.evaluate("window.pressed") == 0


def test_page_and_bubble_each_have_their_own_button_and_person(visit, settings, server):
    server.answers["/drafts"]["draft"] |= {"channel": "linkedin_message", "body": MESSAGE, "subject": None}
    settings(linkedinButton=True)
    page = visit("https://www.linkedin.com/messaging/thread/2/", "linkedin-messaging.html")
    expect(button(page)).to_have_count(2)

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)
    button(page).first.click()
    page.wait_for_timeout(READ_BACK_MS)

    people = [request["person"] for request in server.requests("/drafts")]
    assert [person["name"] for person in people] == ["Lee Park", "Dana Whitfield"]
    assert people[0]["linkedin_url"] == "https://www.linkedin.com/in/lee-park/"
    for name in ("Write to Dana", "Write to Lee"):
        expect(page.get_by_role("textbox", name=name)).to_contain_text("Thank you for the talk on Friday.")


def test_sales_navigators_message_is_filled_and_its_own_notes_are_left_alone(visit, settings, server):
    server.answers["/drafts"]["draft"] |= {"channel": "linkedin_inmail", "subject": "Friday", "body": MESSAGE}
    settings(linkedinButton=True)
    page = visit("https://www.linkedin.com/sales/inbox/2", "linkedin-sales-navigator.html")
    page.get_by_label("Your note about this lead").click()
    expect(button(page)).to_have_count(1)

    button(page).click()
    page.wait_for_timeout(READ_BACK_MS)

    request = server.requests("/drafts")[0]
    assert request["surface"] == "linkedin_inmail"
    assert request["person"]["name"] == "Dana Whitfield"
    assert page.get_by_label("Type your message here").input_value() == MESSAGE
    expect(page.locator("input[name=subject]")).to_have_value("Friday")


def test_X15_an_invitation_is_for_the_person_its_dialog_names_and_takes_what_its_box_says(linkedin, server):
    page = linkedin("linkedin-search.html")

    button(page).last.click()
    page.wait_for_timeout(READ_BACK_MS)

    request = server.requests("/drafts")[0]
    assert request["person"]["name"] == "Lee Park"
    assert request["person"]["linkedin_url"] == ""
    assert request["limit"] == 300


def test_the_hidden_preload_frame_is_left_alone(visit, settings, server):
    settings(linkedinButton=True)
    page = visit(
        "https://www.linkedin.com/preload/",
        '<div role="dialog"><textarea id="custom-message" name="message"></textarea></div>',
    )
    page.locator("#custom-message").click()
    page.wait_for_timeout(READ_BACK_MS)

    expect(button(page)).to_have_count(0)


def test_X19_a_kept_draft_goes_into_no_note_to_somebody_else(linkedin, server):
    page = linkedin("linkedin-profile-new.html")
    button(page).click()
    page.wait_for_timeout(READ_BACK_MS)

    page.evaluate(
        """() => { window.open_note(); const root = document.getElementById("interop-outlet").shadowRoot;
        root.querySelector("h2").insertAdjacentHTML("afterend", "<p>Invite <strong>Lee Park</strong></p>");
        root.querySelector("textarea").blur(); root.querySelector("textarea").focus(); }"""
    )
    page.wait_for_timeout(READ_BACK_MS)

    assert page.locator("#custom-message").input_value() == ""
