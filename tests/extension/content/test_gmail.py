"""Gmail-shaped pages at Gmail's own address: the button, the facts it sends, the text in the box."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"
BOX = "[g_editable=true]"
LINES = [
    "Hi Dana,",
    "Thank you for the time on Friday & for <b>plain words</b> about the Platform Engineer role.",
    "Could you tell me what the next step is?",
    "Best regards,",
    "Sam Field",
]
TRUSTED_TYPES = {
    "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'; style-src 'none'"
}
DANA = {"name": "Dana Whitfield", "email": "dana@acme.com"}
SUBJECT = "Thank you from Sam Field, Platform Engineer"
TEXT = '<div g_editable="true" contenteditable="true" role="textbox" style="min-height:80px"><br></div>'
READ_BACK_MS = 600


def click(page: Page) -> None:
    page.get_by_role("button", name="Draft follow-up").click()
    expect(page.locator(BOX).first).to_contain_text("Best regards")
    page.wait_for_timeout(READ_BACK_MS)


def lines(page: Page) -> list[str]:
    return [line.strip() for line in page.locator(BOX).inner_text().splitlines() if line.strip()]


def states(server: object) -> list[str]:
    return [entry["state"] for entry in server.requests("/records/r1/follow-ups")]


def test_the_caret_stays_in_the_text_and_one_undo_takes_back_the_text(visit: Callable[..., Page]):
    page = visit(GMAIL, "gmail-popup.html")
    page.locator(BOX).click()
    page.evaluate(
        """() => {
          window.moves = [];
          document.addEventListener("focusin", (event) => window.moves.push(event.target.name ?? "text"));
          const subject = document.querySelector("input[name=subjectbox]");
          window.told = [];
          for (const type of ["input", "change"])
            subject.addEventListener(type, () => window.told.push(type));
        }"""
    )

    click(page)
    page.keyboard.press("Control+z")

    assert page.evaluate("window.moves") == []
    assert page.evaluate("window.told") == ["input", "change"]
    assert lines(page) == []
    expect(page.locator("input[name=subjectbox]")).to_have_value(SUBJECT)


def test_a_page_that_believes_only_keys_has_the_subject_typed_in(visit: Callable[..., Page]):
    page = visit(GMAIL, "gmail-popup.html")
    page.evaluate(
        """() => document.querySelector("input[name=subjectbox]").addEventListener("input", (event) => {
          if (!event.isTrusted) event.target.value = "";
        })"""
    )
    page.locator(BOX).click()

    click(page)

    expect(page.locator("input[name=subjectbox]")).to_have_value(SUBJECT)
    assert lines(page) == LINES
    assert page.evaluate("document.activeElement.getAttribute('g_editable')") == "true"


@pytest.mark.parametrize("source", ["gmail-popup.html", "gmail-full-screen.html"])
def test_one_click_fills_subject_and_text_and_logs_it(visit: Callable[..., Page], server, source: str):
    page = visit(GMAIL, source)

    click(page)

    assert lines(page) == LINES
    expect(page.locator("input[name=subjectbox]")).to_have_value(
        "Thank you from Sam Field, Platform Engineer"
    )
    request = server.requests("/drafts")[0]
    assert request["surface"] == "gmail"
    assert request["recipients"] == [
        DANA,
        {"name": "Lee Park", "email": "lee@acme.com"},
    ]
    assert request["thread"]["is_reply"] is False
    assert request["has_signature"] is False
    assert states(server) == ["inserted"]


def test_recipients_are_read_as_before_2021_and_blind_copies_are_left_out(visit, server):
    page = visit(GMAIL, "gmail-old-recipients.html")

    click(page)

    assert server.requests("/drafts")[0]["recipients"] == [DANA]


def test_an_inline_reply_keeps_its_hidden_subject_and_its_quote(visit, server):
    page = visit(GMAIL, "gmail-inline-reply.html")

    click(page)

    assert lines(page)[: len(LINES)] == LINES
    assert lines(page)[-1] == "Thanks for coming in."
    assert page.locator("input[name=subjectbox]").input_value() == "Re: Interview with Acme"
    request = server.requests("/drafts")[0]
    assert request["recipients"] == [DANA]
    assert request["thread"]["is_reply"] is True
    assert request["thread"]["last_from"] == "dana@acme.com"
    assert request["thread"]["last_at"].startswith("2026-11-20T")
    assert request["thread"]["subject"] == "Interview with Acme"


def test_the_draft_goes_before_the_signature_with_a_blank_line_between(visit, server):
    page = visit(GMAIL, "gmail-signature.html")

    click(page)

    assert lines(page) == [*LINES, "Sam Field", "+1 555 0100"]
    assert "Sam Field\n\n" in page.locator(BOX).inner_text()
    assert server.requests("/drafts")[0]["has_signature"] is True


def test_typed_text_stays_below_the_draft_and_ctrl_z_takes_back_the_draft_alone(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    page.locator(BOX).click()
    page.keyboard.type("My own words")

    click(page)

    assert lines(page) == [*LINES, "My own words"]

    page.keyboard.press("Control+z")

    assert lines(page) == ["My own words"]


def test_a_subject_that_is_there_stays(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    page.locator("input[name=subjectbox]").fill("My subject")

    click(page)

    assert page.locator("input[name=subjectbox]").input_value() == "My subject"


def test_a_strict_page_that_demands_trusted_types_is_filled_all_the_same(visit, server):
    page = visit(GMAIL, "gmail-popup.html", TRUSTED_TYPES)

    click(page)

    assert lines(page) == LINES


def test_a_second_click_puts_nothing_in_twice(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert lines(page) == LINES
    assert states(server) == ["inserted"]


def test_two_fast_clicks_are_one(visit, server):
    page = visit(GMAIL, "gmail-popup.html")

    page.get_by_role("button", name="Draft follow-up").dblclick()
    page.wait_for_timeout(2 * READ_BACK_MS)

    assert lines(page) == LINES


def test_a_draft_of_which_a_word_was_changed_is_not_put_in_again(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.locator(BOX).evaluate("box => { box.innerHTML = box.innerHTML.replace('Hi Dana', 'Dear Dana'); }")

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert lines(page) == ["Dear Dana,", *LINES[1:]]


def test_send_is_logged_with_the_final_text(visit, server):
    page = visit(GMAIL, "gmail-signature.html")
    click(page)
    page.locator(BOX).evaluate("box => { box.innerHTML = box.innerHTML.replace('Hi Dana', 'Dear Dana'); }")

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(READ_BACK_MS)

    sent = server.requests("/records/r1/follow-ups")[-1]
    assert sent["state"] == "sent"
    assert sent["draft_id"] == "d1"
    assert sent["text"].startswith("Dear Dana,")
    assert "+1 555 0100" not in sent["text"]


def test_ctrl_enter_counts_as_sending(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)

    page.locator(BOX).press("Control+Enter")
    page.wait_for_timeout(READ_BACK_MS)

    assert states(server) == ["inserted", "sent"]


def test_a_discarded_draft_is_not_logged_as_sent(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)

    page.get_by_role("button", name="Discard draft").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert states(server) == ["inserted"]


def test_a_compose_that_was_not_filled_is_not_watched(visit, server):
    page = visit(GMAIL, "gmail-popup.html")

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert server.asked == []


def test_a_compose_that_vanishes_meanwhile_leaves_the_draft_on_the_clipboard(visit, server, monkeypatch):
    page = visit(GMAIL, "gmail-popup.html")
    server.delay = 0.5

    page.get_by_role("button", name="Draft follow-up").click()
    page.evaluate("document.querySelector('[g_editable]').remove()")
    page.wait_for_timeout(4 * READ_BACK_MS)

    assert page.evaluate("navigator.clipboard.readText()").startswith("Hi Dana,")
    assert states(server) == []


def test_a_page_that_lies_gets_nothing_through(visit, server):
    chips = "".join(
        f'<div role="option" data-name="{"N" * 10_000}" data-hovercard-id="p{n}@acme.com"></div>'
        for n in range(200)
    )
    broken = '<div role="option" data-name="Eve\nBcc: x" data-hovercard-id="eve@acme.com\nBcc: x@y.z"></div>'
    source = (
        f'<div class="M9"><form><div name="to"><div role="listbox">{broken}{chips}</div></div>'
        f'<input name="subjectbox"></form>{TEXT}</div>'
    )
    page = visit(GMAIL, source)

    click(page)

    recipients = server.requests("/drafts")[0]["recipients"]
    assert len(recipients) == 50
    assert max(len(each["name"]) for each in recipients) == 200
    assert recipients[0] == {"name": "Eve Bcc: x", "email": ""}


def test_several_composes_each_have_one_button_and_are_filled_apart(visit, server):
    compose = (
        '<div class="M9"><form><div name="to">'
        '<div role="option" data-name="{0}" data-hovercard-id="{0}@acme.com"></div></div>'
        f'<input name="subjectbox"></form>{TEXT}</div>'
    )
    page = visit(GMAIL, compose.format("ann") + compose.format("bob"))
    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(2)

    page.get_by_role("button", name="Draft follow-up").nth(1).click()
    expect(page.locator(BOX).nth(1)).to_contain_text("Best regards")

    assert page.locator(BOX).nth(0).inner_text().strip() == ""
    assert server.requests("/drafts")[0]["recipients"] == [{"name": "bob", "email": "bob@acme.com"}]


def test_a_server_that_is_not_running_is_one_plain_sentence(visit, server, settings):
    settings(serverUrl="http://127.0.0.1:9")
    page = visit(GMAIL, "gmail-popup.html")

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(2 * READ_BACK_MS)

    assert page.locator(BOX).inner_text().strip() == ""
    assert "Start it" in spoken(page)


def spoken(page: Page) -> str:
    """What screen readers are told, in closed shadow roots too."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return " ".join(str(node.get("name", {}).get("value", "")) for node in nodes)


def test_a_gmail_that_changed_beyond_its_hooks_is_served_by_meaning(visit, server):
    page = visit(
        GMAIL,
        '<form><input aria-label="To recipients" value="dana@acme.com">'
        '<input aria-label="Subject" name="new-name">'
        '<div contenteditable="true" aria-label="Message Body" style="min-height:120px"></div></form>',
    )

    page.get_by_label("Message Body").click()
    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)

    expect(page.get_by_label("Message Body")).to_contain_text("Best regards")
    assert server.requests("/drafts")[0]["recipients"] == [{"name": "", "email": "dana@acme.com"}]


def test_plain_text_mode_is_filled(visit, server):
    page = visit(
        GMAIL,
        '<div class="M9"><form><div name="to"><div role="option" data-name="Dana Whitfield" '
        'data-hovercard-id="dana@acme.com"></div></div><input name="subjectbox"></form>'
        '<textarea class="Ak" aria-label="Message Body" rows="8"></textarea></div>',
    )

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert page.get_by_label("Message Body").input_value().startswith("Hi Dana,\n\nThank you")


def test_the_pages_own_scripts_cannot_press_the_button(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    expect(page.get_by_role("button", name="Draft follow-up")).to_be_visible()

    page.evaluate("document.querySelector('afterword-button').shadowRoot.querySelector('button').click()")
    page.wait_for_timeout(READ_BACK_MS)

    assert server.asked == []


def test_the_button_is_reached_and_pressed_by_keyboard(visit, server):
    page = visit(GMAIL, "gmail-popup.html")

    page.get_by_role("button", name="Draft follow-up").press("Enter")

    expect(page.locator(BOX)).to_contain_text("Best regards")


def test_keys_typed_in_the_panel_do_not_reach_the_page(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    page.evaluate(
        """() => { window.heard = 0;
        for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput"])
        window.addEventListener(type, () => { window.heard += 1; }, true); }"""
    )
    page.get_by_role("button", name="Draft follow-up").click(modifiers=["Shift"])
    page.wait_for_timeout(READ_BACK_MS)
    before = page.evaluate("window.heard")

    page.keyboard.type("abc")
    page.keyboard.press("Tab")

    assert page.evaluate("window.heard") == before
