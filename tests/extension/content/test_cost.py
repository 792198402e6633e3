"""What the extension does while a page changes and somebody types, counted by the browser's own coverage."""

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"
BIG_PAGE = """() => { for (let n = 0; n < 400; n += 1) document.body.insertAdjacentHTML("beforeend",
    "<section>" + "<p><span>mail</span></p>".repeat(15) + "</section>"); }"""
CHANGES = """() => new Promise((resolve) => {
    const spans = document.querySelectorAll("section span");
    let done = 0;
    function batch() {
        for (let n = 0; n < 500; n += 1, done += 1) {
            const span = spans[done % spans.length];
            if (done % 2) span.textContent = `mail ${done}`;
            else span.parentNode.append(document.createElement("i"));
        }
        if (done < 5000) requestAnimationFrame(batch); else resolve();
    }
    batch();
})"""
LOOKS_OVER_MS = 3_500


@pytest.fixture
def counted(visit: Callable[..., Page], server) -> Callable[[Callable[[Page], None], bool], Counter[str]]:
    """Own functions called while something goes on, by file and name."""

    def count(work: Callable[[Page], None], filled: bool) -> Counter[str]:
        page = visit(GMAIL, "gmail-popup.html")
        page.evaluate(BIG_PAGE)
        page.locator("[g_editable=true]").click()
        if filled:
            page.get_by_role("button", name="Draft follow-up").click()
            page.locator("[g_editable=true]").get_by_text("Sam Field").click()
        page.wait_for_timeout(LOOKS_OVER_MS)
        session = page.context.new_cdp_session(page)
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
        work(page)
        return own_calls(session)

    return count


def own_calls(session: CDPSession) -> Counter[str]:
    """How often each function of the extension's files was entered since the last look."""
    calls: Counter[str] = Counter()
    for script in session.send("Profiler.takePreciseCoverage")["result"]:
        if not script["url"].startswith("chrome-extension://"):
            continue
        file = script["url"].split("/", 3)[3]
        for function in script["functions"]:
            calls[f"{file}: {function['functionName']}"] += sum(r["count"] for r in function["ranges"][:1])
    return +calls


def type_200(page: Page) -> None:
    page.keyboard.type("abcdefghi " * 20)


def test_5_000_changes_of_a_large_page_call_nothing_of_ours(counted):
    calls = counted(lambda page: page.evaluate(CHANGES), filled=False)

    assert calls == Counter()


def test_5_000_changes_call_nothing_also_after_a_draft_went_in(counted):
    calls = counted(lambda page: page.evaluate(CHANGES), filled=True)

    assert calls == Counter()


def test_200_characters_typed_into_a_compose_meet_the_panels_guard_alone(counted):
    """T10: the guard must stand before the page's own listeners, or the page would read the panel."""
    calls = counted(type_200, filled=False)

    assert set(calls) <= {"content/keys.js: stop"}
