"""Each surface of each site, a small page at its real address: whom it is to, and the draft in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

pytestmark = pytest.mark.browser

LINES = [
    "Hi Dana,",
    "Thank you for the time on Friday & for <b>plain words</b> about the Platform Engineer role.",
    "Could you tell me what the next step is?",
    "Best regards,",
    "Sam Field",
]
SUBJECT = "Thank you from Sam Field, Platform Engineer"
DANA = {"name": "Dana Whitfield", "email": "dana@acme.com"}
LEE = {"name": "Lee Park", "email": "lee@acme.com"}
NOBODY = {"is_reply": False, "last_from": "", "last_at": None}
FROM_DANA = {"is_reply": True, "last_from": "dana@acme.com"}
SETTLED_MS = 900
OUTLOOK = "https://outlook.office.com/mail/inbox"


@dataclass(frozen=True)
class Surface:
    """A page, where its text is, and what must be read and left alone there."""

    source: str
    address: str
    surface: str
    recipients: tuple[dict[str, str], ...] = (DANA,)
    thread: tuple[tuple[str, Any], ...] = tuple(NOBODY.items())
    body: str = "[aria-multiline=true]"
    frame: str | None = None
    left: tuple[str, ...] = ()
    subject: str | None = SUBJECT
    has_signature: bool = False
    own: bool = False

    def text(self, page: Page) -> Locator:
        place: Page | FrameLocator = page.frame_locator(self.frame) if self.frame else page
        return place.locator(self.body).first


GMAIL = "https://mail.google.com/mail/u/0/"
REPLY = tuple(FROM_DANA.items())
SURFACES = [
    Surface("gmail-popup.html", GMAIL, "gmail", (DANA, LEE)),
    Surface("gmail-full-screen.html", GMAIL, "gmail", (DANA, LEE)),
    Surface("gmail-window.html", f"{GMAIL}?view=cm", "gmail"),
    Surface(
        "gmail-inline-reply.html",
        GMAIL,
        "gmail",
        thread=REPLY,
        left=("On Fri, Nov 20, 2026 Dana Whitfield <dana@acme.com> wrote:", "Thanks for coming in."),
        subject=None,
    ),
    Surface(
        "gmail-reply-all.html",
        GMAIL,
        "gmail",
        (DANA, LEE),
        REPLY,
        left=("Thanks for coming in.",),
        subject=None,
    ),
    Surface(
        "gmail-forward.html",
        GMAIL,
        "gmail",
        (LEE,),
        left=("---------- Forwarded message ---------",),
        subject=None,
    ),
    *(
        Surface(
            "outlook-new-message.html",
            f"https://{host}/mail/0/",
            "outlook",
            (DANA, LEE),
            left=("Sam Field", "+1 555 0100"),
            has_signature=True,
        )
        for host in (
            "outlook.live.com",
            "outlook.office.com",
            "outlook.office365.com",
            "outlook.cloud.microsoft",
        )
    ),
    Surface(
        "outlook-window.html", f"{OUTLOOK}?popout", "outlook", ({"name": "Dana Whitfield", "email": ""},)
    ),
    Surface(
        "outlook-inline-reply.html",
        OUTLOOK,
        "outlook",
        ({"name": "", "email": "dana@acme.com"},),
        REPLY,
        left=(
            "From: Dana Whitfield <dana@acme.com>",
            "Sent: Friday, November 20, 2026 4:12 PM",
            "To: Sam Field <sam@home.example>",
            "Subject: Interview with Acme",
            "Thanks for coming in.",
        ),
        subject=None,
    ),
    Surface("yahoo.html", "https://mail.yahoo.com/n/compose/1", "webmail", own=True),
    Surface(
        "proton.html",
        "https://mail.proton.me/u/0/inbox",
        "webmail",
        body="#rooster-editor",
        frame="[data-testid=rooster-iframe]",
        left=("Sam Field",),
        has_signature=True,
        own=True,
    ),
    Surface("fastmail.html", "https://app.fastmail.com/mail/compose", "webmail", own=True),
    Surface("zoho.html", "https://mail.zoho.com/zm/", "webmail", body="body", frame="iframe", own=True),
    Surface("icloud.html", "https://www.icloud.com/mail/", "webmail", own=True),
    Surface(
        "sogo.html",
        "https://groupware.example.org/SOGo/so/sam/Mail/view",
        "webmail",
        body="body",
        frame="iframe",
        own=True,
    ),
    Surface(
        "roundcube-plain.html",
        "https://webmail.example.org/?_task=mail&_action=compose",
        "webmail",
        body="#composebody",
        left=("--", "Sam Field"),
        has_signature=True,
        own=True,
    ),
]


@pytest.fixture
def opened(visit: Callable[..., Page], own_site: Callable[[str], None]) -> Callable[[Surface], Page]:
    def open_surface(surface: Surface) -> Page:
        if surface.own:
            own_site("/".join(surface.address.split("/")[:3]))
        return visit(surface.address, surface.source)

    return open_surface


def lines(text: Locator) -> list[str]:
    written = text.evaluate("box => box.value ?? box.innerText")
    return [line.strip() for line in written.splitlines() if line.strip()]


@pytest.mark.parametrize("surface", SURFACES, ids=lambda each: f"{each.address.split('/')[2]}-{each.source}")
def test_a_click_reads_whom_it_is_to_and_puts_the_draft_in_once(opened, server, surface: Surface):
    page = opened(surface)
    surface.text(page).click()

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(SETTLED_MS)

    request = server.requests("/drafts")[0]
    assert request["surface"] == surface.surface
    assert request["recipients"] == list(surface.recipients)
    assert dict(surface.thread).items() <= request["thread"].items()
    assert request["has_signature"] is surface.has_signature
    assert lines(surface.text(page)) == [*LINES, *surface.left]
    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted"]


@pytest.mark.parametrize(
    "surface",
    [each for each in SURFACES if each.subject],
    ids=lambda each: f"{each.address.split('/')[2]}-{each.source}",
)
def test_the_subject_is_filled_and_send_is_seen(opened, server, surface: Surface):
    page = opened(surface)
    surface.text(page).click()
    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(SETTLED_MS)

    expect(
        page.locator("input[name=subjectbox], input[type=text]").locator("visible=true").last
    ).to_be_visible()
    assert SUBJECT in page.evaluate(
        """() => { const inside = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
            each.shadowRoot ? inside(each.shadowRoot) : each.matches("input") ? [each.value] : []);
            return inside(document); }"""
    )
    page.get_by_role("button", name="Send").or_(page.get_by_role("button", name="Senden")).first.click()
    page.wait_for_timeout(SETTLED_MS)

    entries = server.requests("/records/r1/follow-ups")
    assert [entry["state"] for entry in entries] == ["inserted", "sent"]
    assert entries[-1]["text"].startswith("Hi Dana,")


def test_a_reply_in_outlook_tells_when_the_employer_wrote(opened, server):
    page = opened(next(each for each in SURFACES if each.source == "outlook-inline-reply.html"))

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(SETTLED_MS)

    assert server.requests("/drafts")[0]["thread"]["last_at"].startswith("2026-11-20T")


def test_outlooks_search_belongs_to_no_compose(opened, server):
    page = opened(next(each for each in SURFACES if each.source == "outlook-new-message.html"))
    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(1)

    page.get_by_label("Search").click()
    page.wait_for_timeout(SETTLED_MS)

    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(1)


def test_in_outlook_discarding_is_no_sending(opened, server):
    page = opened(next(each for each in SURFACES if each.source == "outlook-new-message.html"))
    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(SETTLED_MS)

    page.get_by_role("button", name="Discard").click()
    page.wait_for_timeout(SETTLED_MS)

    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted"]


def test_the_text_of_a_right_to_left_compose_keeps_its_direction(opened, server):
    surface = next(each for each in SURFACES if each.source == "gmail-reply-all.html")
    page = opened(surface)

    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(SETTLED_MS)

    assert surface.text(page).get_attribute("dir") == "rtl"
    assert lines(surface.text(page))[:2] == LINES[:2]
