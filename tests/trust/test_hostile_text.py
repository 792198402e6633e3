"""T10: hostile text through every surface in a real browser: shown as text; no dialog, no CSP report.

``SURFACES`` is the table: a surface more is one entry more.
"""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_record, a_round, an_interviewer, settings_of
from tests.trust.hostile_texts import HOSTILE

pytestmark = pytest.mark.browser

HEADING = "document.querySelector('h1').textContent"
ALL_TEXT = "document.body.textContent"
IN_A_FIELD = "[...document.querySelectorAll('input, textarea')].map(field => field.value).join()"
SURFACES = {
    "record": ("/records/hostile", HEADING),
    "list of records": ("/records/", ALL_TEXT),
    "today": ("/", ALL_TEXT),
    "draft": ("/records/hostile/draft/?round_id=round-1&interviewer_id=dana&kind=thank_you", ALL_TEXT),
    "settings": ("/settings", IN_A_FIELD),
    "details of the set-up": ("/setup/details", IN_A_FIELD),
    "trash": ("/records/?trashed=hostile", ALL_TEXT),
}
ELEMENTS_OF_NO_PAGE_OF_OURS = (
    "iframe, object, embed, base, math, noscript, [onerror], [onload], [onfocus], [srcdoc]"
)
ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200)


def hostile_record(text):
    """A record that says this wherever a person could have typed it."""
    dana = an_interviewer(name=text, greet_as=text, title=text, talked_about=text)
    instructed = a_round(open_question=text, interviewers=(dana,))
    return a_record(id="hostile", company=text, role=text, excites=text, skill=text, rounds=(instructed,))


def keep(target, text):
    """Keep it below the API's own checks, as an import of a file made elsewhere could."""
    store = target.parts.store
    store.delete_everything()
    store.records.add(hostile_record(text))
    store.settings.save(settings_of(name=text, sign_off=text, skills=(text,), phone=text))


def as_parsed(text):
    """A text as an HTML parser hands it on."""
    return re.sub(r"\r\n?", "\n", text).replace("\x00", "")


@pytest.fixture
def watched(user_context, target):
    """A page of the user's, and all that went wrong on it."""
    page = user_context.new_page()
    wrong = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((target.address, "data:")) else wrong.append(asked.url),
    )
    yield page, wrong
    page.close()


@pytest.mark.parametrize("surface", SURFACES)
def test_T10_hostile_text_stays_text_on_every_page(watched, target, surface):
    page, wrong = watched
    path, where = SURFACES[surface]
    missing, alive = [], []

    for name, text in HOSTILE.items():
        keep(target, text)
        page.goto(target.address + path)
        if as_parsed(text) not in page.evaluate(where):
            missing.append(name)
        if page.locator(ELEMENTS_OF_NO_PAGE_OF_OURS).count():
            alive.append(name)

    assert wrong == []
    assert alive == []
    if where == HEADING:
        assert missing == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_T10_any_text_at_all_is_shown_as_it_is(watched, target, text):
    page, wrong = watched
    keep(target, text)

    answer = page.goto(f"{target.address}/records/hostile")

    assert answer.status == 200
    assert page.evaluate(HEADING) == as_parsed(text)
    assert wrong == []
