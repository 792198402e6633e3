"""T10: hostile text through every surface in a real browser: shown as text; no dialog, no CSP report.

``SURFACES`` is the table: a surface more is one entry more.
"""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.app import pages_of
from tests.builders import a_record, a_round, an_interviewer, settings_of
from tests.trust.hostile_texts import HOSTILE

pytestmark = pytest.mark.browser

HEADING = "document.querySelector('h1').textContent"
ALL_TEXT = (
    "document.body.textContent + [...document.querySelectorAll('input, textarea')].map(f => f.value).join()"
)
A_RECORD = "/records/hostile"
A_DRAFT = "?round_id=round-1&interviewer_id=dana&kind=thank_you"
# Each page, and whether it shows words of the record or the settings at all.
SURFACES = {
    "web.today.show": ("/", True),
    "web.activity.show": ("/activity/", False),
    "web.records.show_all": ("/records/", True),
    "web.records.add": ("/records/new", False),
    "web.records.show": (A_RECORD, True),
    "web.record_edit.facts": (f"{A_RECORD}/edit", True),
    "web.record_edit.outcome": (f"{A_RECORD}/outcome", True),
    "web.record_edit.change_round": (f"{A_RECORD}/rounds/round-1", True),
    "web.record_edit.add_round": (f"{A_RECORD}/rounds/new", True),
    "web.record_edit.add_panel": (f"{A_RECORD}/rounds/round-1/panel", True),
    "web.record_edit.change_person": (f"{A_RECORD}/rounds/round-1/people/dana", True),
    "web.record_edit.add_person": (f"{A_RECORD}/rounds/round-1/people/new", True),
    "web.record_invitation.show": (f"{A_RECORD}/invitation/", True),
    "web.record_log.reply": (f"{A_RECORD}/reply", True),
    "web.record_log.sent": (f"{A_RECORD}/sent", True),
    "web.record_log.snooze": (f"{A_RECORD}/snooze?kind=check_in", True),
    "web.drafts.show": (f"{A_RECORD}/draft/{A_DRAFT}", True),
    "web.draft_call.show": (
        f"{A_RECORD}/call/?round_id=round-1&interviewer_id=dana&kind=check_in&channel=phone",
        True,
    ),
    "web.draft_card.show": (f"{A_RECORD}/draft/card/{A_DRAFT}&channel=handwritten", True),
    "web.board.show": ("/records/board", True),
    "web.invitations.show": ("/invitations/", False),
    "web.linkedin.show": ("/linkedin/", False),
    "web.trash.show": ("/trash", True),
    "web.settings.show": ("/settings", True),
    "web.data.show": ("/settings/data/", False),
    "web.setup.details": ("/setup/details", True),
    "web.setup.first_record": ("/setup/first-record", False),
    "web.setup.practise": ("/setup/practice", True),
}
ELEMENTS_OF_NO_PAGE_OF_OURS = (
    "iframe, object, embed, base, math, noscript, [onerror], [onload], [onfocus], [srcdoc]"
)
# Files, redirects, what only says how things stand, and pages without a word of anybody's.
WITHOUT_WORDS = {
    "web.static",
    "web.api_page.show",
    "web.api_page.swagger",
    "web.api_page.document",
    "web.calendar.feed",
    "web.calendar.download",
    "web.calendar.download_record",
    "web.data.export",
    "web.data.preview_restore",  # names records as the list does; needs a backup
    "web.pairings.state",
    "web.packs.export",
    "web.packs.show",
    "web.templates.show_all",  # templates are tried on made-up records
    "web.templates.edit",
    "web.practice.show",
    "web.setup.show",
    "web.setup.extension",
    "web.setup.linkedin",
    "web.setup.pair",
}
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


def words_of(text):
    """The words in a text, however blanks and controls are shown."""
    return set(re.findall(r"\w{4,}", as_parsed(text)))


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


def in_groups(texts, longest=190):
    """Several texts in one, as long as a field may hold."""
    groups = [""]
    for text in texts:
        if len(groups[-1]) + len(text) > longest:
            groups.append("")
        groups[-1] += f"{text} "
    return [group for group in groups if group.strip()]


@pytest.mark.parametrize("surface", SURFACES)
def test_T10_hostile_text_stays_text_on_every_page(watched, target, surface):
    page, wrong = watched
    path, shows_words = SURFACES[surface]

    for text in in_groups(HOSTILE.values()):
        keep(target, text)
        if surface == "web.trash.show":
            target.parts.store.records.trash("hostile")
        answer = page.goto(target.address + path)

        assert answer.status == 200, page.locator("body").inner_text()[:500]
        assert wrong == [], text
        assert page.locator(ELEMENTS_OF_NO_PAGE_OF_OURS).count() == 0
        if shows_words:
            assert words_of(text) <= words_of(page.evaluate(ALL_TEXT))


def test_T10_every_page_is_in_the_table(target):
    adapter = pages_of(target.app).url_map.bind("127.0.0.1")
    known = {adapter.match(path.partition("?")[0])[0] for path, _ in SURFACES.values()}

    pages = {
        rule.endpoint
        for rule in pages_of(target.app).url_map.iter_rules()
        if "GET" in rule.methods and rule.endpoint.startswith("web.") and rule.endpoint not in WITHOUT_WORDS
    }

    assert known == set(SURFACES)
    assert pages == known


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_T10_each_hostile_text_is_shown_as_it_is(watched, target, text):
    page, wrong = watched
    keep(target, text)

    page.goto(target.address + A_RECORD)

    assert page.evaluate(HEADING) == as_parsed(text)
    assert wrong == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_T10_any_text_at_all_is_shown_as_it_is(watched, target, text):
    page, wrong = watched
    keep(target, text)

    answer = page.goto(target.address + A_RECORD)

    assert answer.status == 200
    assert page.evaluate(HEADING) == as_parsed(text)
    assert wrong == []
