"""Pages that lie or fall over: nothing in twice, nothing of the user's lost, a plain sentence."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"
PROFILE = "https://www.linkedin.com/in/dana-whitfield/"
OUTLOOK = "https://outlook.live.com/mail/0/"
SETTLED_MS = 900
HOSTILE = "<img src=x onerror='window.hit = 1'>"
TEXT = (
    '<div g_editable="true" contenteditable="true" role="textbox" aria-multiline="true"'
    ' style="min-height:80px">{0}</div>'
)


def compose(chips: str, text: str = "<br>") -> str:
    return (
        f'<div class="M9"><form><div name="to"><div role="listbox">{chips}</div></div>'
        f'<input name="subjectbox"></form>{TEXT.format(text)}</div>'
    )


def chip(name: str, email: str = "dana@acme.com") -> str:
    return f'<div role="option" data-name="{name}" data-hovercard-id="{email}"></div>'


def click(page: Page, **options: object) -> None:
    page.get_by_role("button", name="Draft follow-up").click(**options)
    page.wait_for_timeout(SETTLED_MS)


def spoken(page: Page) -> str:
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return " ".join(str(node.get("name", {}).get("value", "")) for node in nodes)


@pytest.fixture
def profile(visit: Callable[..., Page], settings: Callable[..., None]) -> Callable[[str, str], Page]:
    def open_profile(name: str, headline: str) -> Page:
        settings(linkedinButton=True)
        line = f"<div class='text-body-medium break-words'>{headline}</div>"
        return visit(PROFILE, f"<main><section><h1>{name}</h1>{line}</section></main>")

    return open_profile


def test_markup_in_a_name_stays_text_in_request_line_and_panel(visit, server):
    name = HOSTILE.replace("<", "&lt;").replace("'", "&#39;")
    page = visit(GMAIL, compose(chip(name)))

    click(page)
    said = spoken(page)
    page.locator("[g_editable]").evaluate("box => box.replaceChildren()")
    click(page, modifiers=["Shift"])

    assert server.requests("/drafts")[0]["recipients"][0]["name"] == HOSTILE
    assert HOSTILE in said
    assert HOSTILE in spoken(page)
    assert page.evaluate("window.hit") is None


def test_a_draft_with_markup_in_it_stays_text_in_the_box(visit, server):
    server.answers["/drafts"]["draft"]["body"] = f"Hi {HOSTILE}, thank you for the talk on Friday."
    page = visit(GMAIL, compose(chip("Dana")))

    click(page)

    expect(page.locator("[g_editable]")).to_contain_text(HOSTILE)
    assert page.locator("[g_editable] img").count() == 0


def test_a_profile_of_10_000_characters_is_cut_to_what_a_name_may_be(profile, server):
    page = profile("N" * 10_000, "H" * 10_000)

    click(page)

    person = server.requests("/drafts")[0]["person"]
    assert (len(person["name"]), len(person["headline"])) == (200, 300)


def test_200_recipients_and_a_line_break_in_an_address_on_outlook(visit, server):
    chips = "".join(f'<span draggable="true">Name {n} &lt;p{n}@acme.com&gt;</span>' for n in range(200))
    page = visit(
        OUTLOOK,
        '<div role="main"><div data-app-section="Form_Content"><div contenteditable="true"><span '
        f'draggable="true" title="eve@acme.com&#10;Bcc: boss@acme.com">Eve&#10;Adams</span>{chips}</div>'
        f'<input type="text" autocomplete="off" aria-label="Subject">{TEXT.format("<br>")}</div></div>',
    )

    click(page)

    recipients = server.requests("/drafts")[0]["recipients"]
    assert len(recipients) == 50
    assert recipients[0] == {"name": "Eve Adams", "email": "eve@acme.com"}


def test_a_compose_that_vanishes_while_the_draft_is_under_way_is_said(visit, server):
    page = visit(GMAIL, compose(chip("Dana")))
    server.delay = 0.4

    page.get_by_role("button", name="Draft follow-up").click()
    page.evaluate("document.querySelector('.M9').remove()")
    page.wait_for_timeout(3 * SETTLED_MS)

    assert page.evaluate("navigator.clipboard.readText()").startswith("Hi Dana,")
    assert "The box closed meanwhile." in spoken(page)
    assert server.requests("/records/r1/follow-ups") == []


def test_a_compose_made_anew_while_the_draft_is_under_way_gets_it_at_most_once(visit, server):
    page = visit(GMAIL, compose(chip("Dana"), "mine"))
    server.delay = 0.4

    page.get_by_role("button", name="Draft follow-up").click()
    page.evaluate("""() => { const old = document.querySelector("[g_editable]");
        old.replaceWith(old.cloneNode(true)); }""")
    page.wait_for_timeout(3 * SETTLED_MS)

    text = page.locator("[g_editable]").inner_text()
    assert text.count("Best regards") <= 1
    assert "mine" in text
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hi Dana,")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("box.textContent = 'mine';", "Ctrl+V"),
        ("box.innerHTML += box.innerHTML;", "please look"),
        ("box.textContent = '';", "please look"),
    ],
    ids=["swallows", "doubles", "empties"],
)
def test_an_editor_that_misbehaves_is_said_and_left_alone(visit, server, answers, sentence):
    page = visit(
        GMAIL,
        compose(chip("Dana"), "mine") + "<script>const box = document.querySelector('[g_editable]');"
        f"box.addEventListener('input', () => {{ {answers} }});</script>",
    )

    click(page)
    page.wait_for_timeout(SETTLED_MS)

    assert sentence in spoken(page)
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hi Dana,")
    assert server.requests("/records/r1/follow-ups") == []


def test_a_server_that_answers_nonsense_is_one_plain_sentence(visit, server):
    server.answers["/drafts"] = "<h1>Welcome</h1>"
    page = visit(GMAIL, compose(chip("Dana"), "mine"))

    click(page)

    assert page.locator("[g_editable]").inner_text().strip() == "mine"
    assert "Another program is using" in spoken(page)
