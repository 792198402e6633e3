"""T10: hostile text from a record through the extension: into the compose box and the panel's questions."""

import re
import time

import pytest

from browser import chromium_with_extension, pair
from tests.builders import a_record, a_round, an_interviewer, settings_of
from tests.trust.hostile_texts import HOSTILE

pytestmark = pytest.mark.browser

BODY = "[role=textbox][aria-multiline=true]"
ALIVE = (
    f"{BODY} :is(script, img, svg, iframe, object, style, link, base, form, math, [onload], [onerror], "
    "a[href^=javascript])"
)
WITHIN = 10  # seconds


@pytest.fixture(scope="module")
def extended(playwright, chromium, running_target, tmp_path_factory):
    """A Chromium with the extension, paired with the server."""
    profile = tmp_path_factory.mktemp("profile")
    token = running_target.parts.access.create_pairing("hostile")[1]
    with chromium_with_extension(playwright, chromium, profile, headless=True) as context:
        pair(context, address=running_target.address, token=token)
        yield context


@pytest.fixture
def compose(extended, target):
    """Open the practice page, click the button, and give what happened and all that went wrong."""
    page = extended.new_page()
    wrong = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    cdp = extended.new_cdp_session(page)
    cdp.send("Accessibility.enable")

    def click():
        page.goto(f"{target.address}/practice?to=dana@acme.example&name=Dana")
        page.locator(BODY).click()
        page.get_by_role("button", name="Draft follow-up").click()
        deadline = time.monotonic() + WITHIN
        while time.monotonic() < deadline:
            if page.locator(BODY).inner_text().strip():
                return "inserted"
            if nodes(cdp, "dialog", "Follow-up draft"):
                return "panel"
            page.wait_for_timeout(50)
        raise AssertionError("neither a draft nor a question came")

    yield page, cdp, click, wrong
    page.close()


def nodes(cdp, role, name=None):
    """The visible nodes of this role, also in closed shadow roots."""
    root = cdp.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    query = {"nodeId": root, "role": role} | ({"accessibleName": name} if name else {})
    return [node for node in cdp.send("Accessibility.queryAXTree", query)["nodes"] if not node["ignored"]]


def press(page, cdp, name):
    """A real click on the panel's button, if it is there."""
    for node in nodes(cdp, "button", name)[:1]:
        where = {"backendNodeId": node["backendDOMNodeId"]}
        cdp.send("DOM.scrollIntoViewIfNeeded", where)
        quad = cdp.send("DOM.getBoxModel", where)["model"]["border"]
        page.mouse.click((quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2)


def keep(target, **facts):
    """One record of an interview with a person of whom these facts are known."""
    store = target.parts.store
    store.delete_everything()
    interview = a_round(interviewers=(an_interviewer(**facts),))
    store.records.add(a_record(id="hostile", company=facts.get("name", "Acme"), rounds=(interview,)))
    store.settings.save(settings_of())


def draft_of(target):
    """The draft as the server writes it."""
    token = target.parts.access.create_pairing("test")[1]
    asked = {"surface": "webmail", "recipients": [{"email": "dana@acme.example", "name": "Dana"}]}
    answer = target.app.test_client().post(
        "/api/v1/drafts", json=asked, base_url=target.address, headers={"Authorization": f"Bearer {token}"}
    )
    return answer.json["draft"]


def visible(text):
    """The words of a text, however blanks are shown and whether or not controls come through."""
    return re.findall(r"[^\W_]{3,}", re.sub(r"[\x00-\x08\x0b-\x1f]", "", text))


@pytest.mark.parametrize("name", HOSTILE)
def test_T10_a_hostile_note_is_plain_words_in_the_compose_box(compose, target, name):
    page, cdp, click, wrong = compose
    keep(target, talked_about=HOSTILE[name])

    if click() == "panel":
        press(page, cdp, "Insert")
        press(page, cdp, "Insert anyway")
        page.wait_for_function(f"document.querySelector('{BODY}').innerText.trim()", timeout=WITHIN * 1000)

    assert wrong == []
    assert page.locator(ALIVE).count() == 0
    assert visible(page.locator(BODY).inner_text()) == visible(draft_of(target)["body"])


@pytest.mark.parametrize("name", HOSTILE)
def test_T10_a_hostile_name_is_plain_words_in_the_panels_question(compose, target, name):
    page, _, click, wrong = compose
    keep(target, name=HOSTILE[name], talked_about=None)

    state = click()

    assert state == "panel"
    assert wrong == []
    assert page.evaluate("document.querySelectorAll('body > :is(script, img, svg, iframe)').length") == 0
