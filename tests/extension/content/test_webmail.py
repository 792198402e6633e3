"""Any webmail: text, subject and recipients found by meaning, also where the editor is a frame."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ORIGIN = "https://mail.example.org"
MAIL = f"{ORIGIN}/mail/0/"
PRACTICE = "http://127.0.0.1/practice"
LINES = [
    "Hi Dana,",
    "Thank you for the time on Friday & for <b>plain words</b> about the Platform Engineer role.",
    "Could you tell me what the next step is?",
    "Best regards,",
    "Sam Field",
]
READ_BACK_MS = 700
DANA = {"name": "Dana Whitfield", "email": "dana@acme.com"}
HEAD = '<form><input aria-label="To" value="dana@acme.com"><input aria-label="Subject">'
TEXT = (
    '<div contenteditable="true" role="textbox" aria-multiline="true" aria-label="Text"'
    ' style="min-height:100px">mine</div></form>'
)


@pytest.fixture(autouse=True)
def _in_use(own_site: Callable[[str], None]) -> None:
    own_site(ORIGIN)


def click(page: Page) -> None:
    page.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_an_editor_in_a_frame_is_filled_before_its_signature(visit: Callable[..., Page], server):
    page = visit(MAIL, "webmail-frame.html")

    click(page)

    body = page.frame_locator("#composebody_ifr").locator("body")
    assert lines(body.inner_text()) == [*LINES, "--", "Sam Field"]
    expect(page.locator("#compose-subject")).to_have_value("Thank you from Sam Field, Platform Engineer")
    request = server.requests("/drafts")[0]
    assert request["recipients"] == [DANA]
    assert request["has_signature"] is True
    assert request["surface"] == "webmail"


def test_there_is_one_button_also_after_the_caret_went_into_the_frame(visit, server):
    page = visit(MAIL, "webmail-frame.html")

    page.frame_locator("#composebody_ifr").locator("body").click()
    page.locator("#compose-subject").click()
    page.frame_locator("#composebody_ifr").locator("body").click()

    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(1)
    expect(
        page.frame_locator("#composebody_ifr").get_by_role("button", name="Draft follow-up")
    ).to_have_count(0)


def test_ctrl_z_in_the_frame_takes_the_draft_back(visit, server):
    page = visit(MAIL, "webmail-frame.html")
    click(page)

    page.keyboard.press("Control+z")

    assert lines(page.frame_locator("#composebody_ifr").locator("body").inner_text()) == ["--", "Sam Field"]


def test_send_outside_the_frame_is_seen(visit, server):
    page = visit(MAIL, "webmail-frame.html")
    click(page)

    page.get_by_role("button", name="Send").click()
    page.wait_for_timeout(READ_BACK_MS)

    sent = server.requests("/records/r1/follow-ups")[-1]
    assert sent["state"] == "sent"
    assert sent["text"].endswith("Sam Field")
    assert "--" not in sent["text"]


def test_a_plain_text_editor_in_another_language_is_understood_by_its_labels(visit, server):
    page = visit(MAIL, "webmail-plain.html")

    click(page)

    text = page.get_by_label("Corps du message").input_value()
    assert lines(text) == [*LINES, "--", "Sam Field"]
    assert "Sam Field\n\n-- \n" in text
    expect(page.get_by_label("Objet")).to_have_value("Thank you from Sam Field, Platform Engineer")
    assert server.requests("/drafts")[0]["recipients"] == [
        {"name": "Dana Whitfield", "email": "dana@acme.com"}
    ]


def test_sending_is_seen_by_the_buttons_meaning(visit, server):
    page = visit(MAIL, "webmail-plain.html")
    click(page)

    page.get_by_role("button", name="Annuler").click()
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert [entry["state"] for entry in server.requests("/records/r1/follow-ups")] == ["inserted", "sent"]


def test_a_text_field_keeps_what_was_typed_and_takes_the_draft_back_in_one_step(visit, server):
    page = visit(MAIL, "webmail-plain.html")
    page.get_by_label("Corps du message").fill("")
    page.get_by_label("Corps du message").click()
    page.keyboard.type("My own words")
    click(page)
    assert lines(page.get_by_label("Corps du message").input_value()) == [*LINES, "My own words"]

    page.keyboard.press("Control+z")

    assert page.get_by_label("Corps du message").input_value() == "My own words"


def test_a_field_controlled_by_the_page_sees_the_text_as_typed(visit, server):
    page = visit(
        MAIL,
        f'{HEAD}<textarea rows="8" aria-label="Message"></textarea></form>'
        "<script>document.querySelector('textarea')"
        ".addEventListener('input', (event) => { window.model = event.target.value; });</script>",
    )

    click(page)

    assert page.evaluate("window.model").startswith("Hi Dana,")


def test_a_search_field_gets_no_button(visit, server):
    page = visit(
        MAIL, '<input type="search" aria-label="Search"><textarea rows="1" aria-label="Chat"></textarea>'
    )

    page.get_by_label("Search").click()
    page.get_by_label("Chat").click()
    page.wait_for_timeout(READ_BACK_MS)

    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(0)


def test_a_large_text_without_subject_gets_a_button_when_the_caret_comes(visit, server):
    page = visit(MAIL, '<div contenteditable="true" aria-label="Text" style="min-height:200px"></div>')

    page.get_by_label("Text").click()
    click(page)

    assert lines(page.get_by_label("Text").inner_text()) == LINES


def test_a_site_that_was_not_added_gets_no_button_and_an_added_one_does(visit, server, settings, page):
    markup = (
        '<form>To <input aria-label="To" value="dana@acme.com"><input aria-label="Subject">'
        '<textarea rows="8" aria-label="Message"></textarea></form>'
    )
    server.answers["/practice"] = markup
    page.goto(f"{server.address}/practice")
    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(1)

    settings(sitesOff=[server.address])
    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(0)


def test_an_editor_that_swallows_the_text_ends_in_the_clipboard_sentence(visit, server):
    page = visit(
        MAIL,
        f"{HEAD}{TEXT}"
        "<script>const box = document.querySelector('[contenteditable]');"
        "box.addEventListener('input', () => { box.textContent = 'mine'; });</script>",
    )

    click(page)
    page.wait_for_timeout(READ_BACK_MS)

    assert page.get_by_label("Text").inner_text() == "mine"
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hi Dana,")
    assert server.requests("/records/r1/follow-ups") == []


def test_an_editor_that_doubles_the_text_is_noticed_and_not_logged(visit, server):
    page = visit(
        MAIL,
        f"{HEAD}{TEXT}"
        "<script>const box = document.querySelector('[contenteditable]');"
        "box.addEventListener('input', () => { box.innerHTML += box.innerHTML; }, { once: true });</script>",
    )

    click(page)
    page.wait_for_timeout(READ_BACK_MS)

    assert page.get_by_label("Text").inner_text().count("Best regards") == 2
    assert server.requests("/records/r1/follow-ups") == []


def test_a_whole_compose_inside_a_frame_gets_its_button_there(visit, server):
    inner = f'{HEAD}<textarea rows="8" aria-label="Message"></textarea></form>'.replace('"', "&quot;")
    page = visit(MAIL, f'<iframe id="app" srcdoc="{inner}" style="width:600px;height:300px"></iframe>')
    frame = page.frame_locator("#app")

    frame.get_by_role("button", name="Draft follow-up").click()
    page.wait_for_timeout(READ_BACK_MS)

    assert lines(frame.get_by_label("Message").input_value()) == LINES
    expect(page.get_by_role("button", name="Draft follow-up")).to_have_count(0)


def test_a_frame_in_design_mode_is_an_editor_too(visit, server):
    inner = "<body><br><script>document.designMode = 'on'</script></body>"
    page = visit(
        MAIL, f'{HEAD}<iframe id="text" srcdoc="{inner}" style="width:600px;height:200px"></iframe></form>'
    )

    click(page)

    assert lines(page.frame_locator("#text").locator("body").inner_text()) == LINES


def test_a_plain_text_block_is_filled_without_markup(visit, server):
    plain = (
        '<div contenteditable="plaintext-only" role="textbox" aria-label="Text"'
        ' style="white-space:pre-wrap">mine</div>'
    )
    page = visit(MAIL, f"{HEAD}{plain}</form>")

    click(page)

    assert lines(page.get_by_label("Text").inner_text()) == [*LINES, "mine"]


def test_an_editor_in_an_open_shadow_root_is_found_and_filled(visit, server):
    page = visit(
        MAIL,
        '<div id="host"></div><script>const host = document.getElementById("host");'
        'const root = host.attachShadow({ mode: "open" });'
        f"root.innerHTML = `{HEAD}{TEXT}`;</script>",
    )
    page.get_by_label("Text").click()

    click(page)

    assert lines(page.get_by_label("Text").inner_text()) == [*LINES, "mine"]


def test_a_text_that_an_editor_replaced_after_the_button_came_is_found_again(visit, server):
    page = visit(MAIL, f'{HEAD}<textarea rows="8" aria-label="Plain"></textarea></form>')
    expect(page.get_by_role("button", name="Draft follow-up")).to_be_visible()
    page.evaluate(
        """() => { const old = document.querySelector("textarea"); old.hidden = true;
        old.insertAdjacentHTML("afterend",
          '<div contenteditable="true" aria-label="Rich" style="min-height:90px"></div>'); }"""
    )

    click(page)

    assert lines(page.get_by_label("Rich").inner_text()) == LINES


MADE = '<input aria-label="Subject" id="made">'


@pytest.mark.parametrize(
    ("before", "change"),
    [
        (HEAD, f"document.querySelector('[aria-label=Subject]').outerHTML = '{MADE}'"),
        (
            HEAD.replace('<input aria-label="Subject">', ""),
            f"document.querySelector('[aria-label=To]').insertAdjacentHTML('afterend', '{MADE}')",
        ),
    ],
    ids=["made anew", "made later"],
)
def test_a_subject_that_came_after_the_button_is_filled_once_the_caret_is_back(visit, server, before, change):
    page = visit(MAIL, f"{before}{TEXT}")
    page.get_by_label("Text").click()
    expect(page.get_by_role("button", name="Draft follow-up")).to_be_visible()
    page.evaluate(change)

    page.evaluate("document.activeElement.blur()")
    page.get_by_label("Text").click()
    click(page)

    assert page.get_by_label("Subject").input_value() == "Thank you from Sam Field, Platform Engineer"
    assert lines(page.get_by_label("Text").inner_text()) == [*LINES, "mine"]
