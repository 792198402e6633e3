"""The panel only where there is something to ask or to warn about; else straight into the box."""

import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"
BOX = "[g_editable=true]"
SETTLED_MS = 900


def click(page: Page, **options: Any) -> None:
    page.get_by_role("button", name="Draft follow-up").click(**options)
    page.wait_for_timeout(SETTLED_MS)


def named(page: Page, role: str, name: str) -> list[Any]:
    """Nodes of the accessibility tree, in closed shadow roots too."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("Accessibility.queryAXTree", {"nodeId": root, "role": role, "accessibleName": name})
    return [node for node in found["nodes"] if not node.get("ignored")]


def press(page: Page, role: str, name: str) -> None:
    """Clicks what has this role and name, wherever it is."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("DOM.getDocument")
    node = named(page, role, name)[0]
    corners = session.send("DOM.getBoxModel", {"backendNodeId": node["backendDOMNodeId"]})["model"]["border"]
    page.mouse.click((corners[0] + corners[4]) / 2, (corners[1] + corners[5]) / 2)
    page.wait_for_timeout(SETTLED_MS)


def is_asked(page: Page) -> bool:
    return bool(named(page, "dialog", "Follow-up draft"))


def timing(verdict: str, reason: str) -> dict[str, Any]:
    moments = {"opens_at": None, "best_at": None, "closes_at": None}
    return {"verdict": verdict, "reason": reason, "rules": ["W3"], **moments}


def finding(level: str) -> dict[str, Any]:
    place = {"words": "plain words", "start": 5, "end": 9, "why": "Because.", "replacement": None}
    return {"rule": "W29", "level": level, **place}


def test_nothing_to_ask_means_no_panel(visit, server):
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    assert not is_asked(page)
    assert named(page, "button", "Undo")
    assert named(page, "button", "Check my text")


def test_shift_click_always_shows_the_panel_and_its_insert_fills_the_box(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page, modifiers=["Shift"])
    assert is_asked(page)
    assert page.locator(BOX).inner_text().strip() == ""

    press(page, "button", "Insert")

    expect(page.locator(BOX)).to_contain_text("Best regards")
    assert not is_asked(page)


def test_W6_too_soon_is_asked_about_first(visit, server):
    server.answers["/drafts"]["timing"] = timing("too_soon", "The window opens tomorrow.")
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    assert is_asked(page)
    assert page.locator(BOX).inner_text().strip() == ""


def test_W7_a_late_draft_goes_in_and_the_line_says_that_it_is_late(visit, server):
    server.answers["/drafts"]["timing"] = timing("late", "The window closed on Friday.")
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    expect(page.locator(BOX)).to_contain_text("Best regards")
    assert "The window closed on Friday." in said(page)


def test_X23_before_a_nudge_the_panel_asks_once_whether_they_were_heard_from(visit, server):
    server.answers["/drafts"]["ask"] = "heard_since"
    page = visit(GMAIL, "gmail-popup.html")

    click(page)
    first = is_asked(page)
    press(page, "button", "Insert")

    assert first
    assert not is_asked(page)
    assert "Best regards" in page.locator(BOX).inner_text()


@pytest.mark.parametrize(("level", "asked"), [("hint", False), ("warning", True), ("stop", True)])
def test_hints_never_stop_a_click_and_warnings_do(visit, server, level, asked):
    server.answers["/drafts"]["findings"] = [finding(level)]
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    assert is_asked(page) is asked
    assert ("Best regards" in page.locator(BOX).inner_text()) is not asked


def test_undo_takes_text_and_subject_out_again(visit, server):
    page = visit(GMAIL, "gmail-signature.html")
    before = page.locator(BOX).inner_text()
    click(page)

    press(page, "button", "Undo")

    assert page.locator(BOX).inner_text() == before
    expect(page.locator("input[name=subjectbox]")).to_have_value("")


def test_after_undo_a_click_puts_the_draft_in_again(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    press(page, "button", "Undo")

    click(page)

    assert page.locator(BOX).inner_text().count("Best regards") == 1


def test_check_my_text_checks_what_stands_in_the_box_now(visit, server):
    server.answers["/checks"] = {"findings": [finding("hint")], "words": 12, "seconds": None}
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.locator(BOX).evaluate("box => { box.innerHTML = box.innerHTML.replace('Hi Dana', 'Dear Dana'); }")

    press(page, "button", "Check my text")

    assert server.requests("/checks")[0]["text"].startswith("Dear Dana,")
    assert "Worth a look (1)" in said(page)
    assert "plain words" in said(page)
    assert "Because." in said(page)


def said(page: Page) -> str:
    """What screen readers are told, in closed shadow roots too."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return " ".join(str(node.get("name", {}).get("value", "")) for node in nodes)


def test_the_line_says_what_was_inserted_for_whom_and_where(visit, server):
    server.answers["/drafts"]["draft"] |= {"person": "Dana Whitfield", "company": "Acme"}
    page = visit(GMAIL, "gmail-popup.html")

    click(page)

    assert "Inserted: Thank-you for Dana Whitfield, Acme." in said(page)


def test_a_stop_is_shown_before_sending_where_the_user_wants_it_and_blocks_nothing(visit, server):
    server.answers["/settings"] = {"check_before_sending": True}
    server.answers["/checks"] = {"findings": [finding("stop"), finding("hint")], "words": 1, "seconds": None}
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.locator(BOX).click(position={"x": 400, "y": 150})
    page.keyboard.type(" Yours, NAME")

    page.get_by_role("button", name="Send (Ctrl-Enter)").hover()
    page.wait_for_timeout(SETTLED_MS)
    assert "Before you send, please look at this:" in said(page)
    assert "Hint" not in said(page)
    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(SETTLED_MS)

    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted", "sent"]


def test_nothing_is_checked_before_sending_where_the_user_does_not_want_it(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.locator(BOX).press("x")

    page.get_by_role("button", name="Send (Ctrl-Enter)").hover()
    page.wait_for_timeout(SETTLED_MS)

    assert server.requests("/checks") == []


REFUSES = """() => document.querySelector(".T-I-atl").addEventListener("click", () => {
    document.body.insertAdjacentHTML("beforeend", '<div role="alertdialog">Name a recipient.</div>');
}, { once: true })"""


def test_a_send_that_the_site_refuses_is_not_logged_and_the_next_one_is(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.evaluate(REFUSES)

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(SETTLED_MS)
    assert "not sent, so nothing was logged" in said(page)
    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted"]
    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(SETTLED_MS)

    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted", "sent"]


def test_a_send_after_which_the_box_stays_open_is_pointed_out(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(4 * SETTLED_MS)

    assert "though the box is still open" in said(page)
    assert named(page, "button", "Open record")


def test_a_compose_that_closes_with_its_window_is_logged_as_sent(visit, server):
    page = visit(GMAIL, "gmail-popup.html")
    click(page)
    page.evaluate(
        "document.querySelector('.T-I-atl').addEventListener('click', () => { location = 'about:blank'; })"
    )

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()
    page.wait_for_timeout(SETTLED_MS)

    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted", "sent"]


INSERTED = {"draft_id": "d1", "kind": "thank_you", "channel": "email", "state": "inserted"}


@pytest.fixture
def earlier(server, settings):
    """A draft that went into a box of Gmail an hour ago; whether it was sent was not seen."""
    person = {"id": "i1", "name": "Dana Whitfield"}
    server.answers["/records/r1"] = {
        "id": "r1", "company": "Acme", "rounds": [{"id": "o1", "interviewers": [person]}],
        "follow_ups": [{**INSERTED, "interviewer_id": "i1", "at": "2026-11-22T09:00:00+00:00", "text": "Hi"}],
    }  # fmt: skip
    hour_ago = time.time() * 1000 - 3_600_000
    entry = {"record_id": "r1", "draft_id": "d1", "at": hour_ago}
    settings(unsent={"https://mail.google.com": [entry]})
    return server


def test_on_the_next_visit_the_line_asks_whether_it_was_sent(visit, earlier):
    page = visit(GMAIL, "<main>Inbox</main>")
    page.wait_for_timeout(SETTLED_MS)
    assert "Did you send it? Thank-you for Dana Whitfield, Acme." in said(page)

    press(page, "button", "Yes, sent")

    entry = earlier.requests("/records/r1/follow-ups")[0]
    assert (entry["state"], entry["draft_id"], entry["at"]) == ("sent", "d1", "2026-11-22T09:00:00+00:00")
    page.reload()
    page.wait_for_timeout(SETTLED_MS)
    assert "Did you send it?" not in said(page)


def test_what_the_local_page_logged_meanwhile_is_not_asked_again(visit, earlier):
    earlier.answers["/records/r1"]["follow_ups"].append({**INSERTED, "state": "sent"})

    page = visit(GMAIL, "<main>Inbox</main>")
    page.wait_for_timeout(SETTLED_MS)

    assert "Did you send it?" not in said(page)


def test_what_was_not_sent_is_not_logged_and_not_asked_again(visit, earlier):
    page = visit(GMAIL, "<main>Inbox</main>")
    page.wait_for_timeout(SETTLED_MS)

    press(page, "button", "Not sent")
    page.reload()
    page.wait_for_timeout(SETTLED_MS)

    assert "Did you send it?" not in said(page)
    assert earlier.requests("/records/r1/follow-ups") == []
