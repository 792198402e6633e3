"""A page on which nobody writes runs a few listeners; the rest comes when there is something to write."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Worker, expect

pytestmark = pytest.mark.browser

GMAIL = "https://mail.google.com/mail/u/0/"
ORIGIN = "https://mail.example.org"
LOOKS_OVER_MS = 3_500
SETTLED_MS = 900
COMPOSE = """() => document.body.insertAdjacentHTML("beforeend", `<div class="M9"><input name="subjectbox">
    <div g_editable="true" contenteditable="true" role="textbox" style="height:100px"></div></div>`)"""
LARGE_TEXT = '<div contenteditable="true" style="height:120px">mine</div>'
IN_A_FRAME = f"<p>Mail</p><iframe srcdoc='{LARGE_TEXT}'></iframe>"
IN_A_SHADOW_ROOT = f"""<div id="host"></div><script>
    const root = document.querySelector("#host").attachShadow({{ mode: "open" }});
    root.innerHTML = '<button>Bold</button>{LARGE_TEXT}';
</script>"""
LISTENING = """<script>
    window.heard = "";
    addEventListener("keydown", (event) => { window.heard += event.key; }, true);
</script>"""
IN_EVERY_FRAME = """async ([address, source]) => {
    const { id: tabId } = (await chrome.tabs.query({})).find((tab) => tab.url === address);
    const run = (source) => {
        const { main, moments } = globalThis.Afterword ?? {};
        if (source === "orphaned") Object.defineProperty(globalThis.chrome, "runtime", { value: undefined });
        return { loader: Boolean(moments), rest: Boolean(main) };
    };
    const target = { tabId, allFrames: true };
    const frames = await chrome.scripting.executeScript({ target, func: run, args: [source] });
    return frames.map(({ result }) => result);
}"""
REGISTERED = "async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id)"
BUTTON = "Draft follow-up"


@pytest.fixture
def there(worker: Worker) -> Callable[[Page], tuple[bool, bool]]:
    """Whether the loader is on a page, and whether the rest is in any of its frames."""

    def look(page: Page) -> tuple[bool, bool]:
        frames = worker.evaluate(IN_EVERY_FRAME, [page.url, "looked at"])
        return any(each["loader"] for each in frames), any(each["rest"] for each in frames)

    return look


def on_page(worker: Worker, page: Page, command: str) -> None:
    """What the browser does on the extension's shortcut, which can't be pressed headless."""
    worker.evaluate(
        """async ([address, command]) => {
            const tab = (await chrome.tabs.query({})).find((tab) => tab.url === address);
            chrome.commands.onCommand.dispatch(command, tab);
        }""",
        [page.url, command],
    )


def button(page: Page) -> Any:
    return page.get_by_role("button", name=BUTTON)


@pytest.mark.parametrize(
    "page_with",
    [
        "<main>Inbox</main>",
        "<main>Inbox <input type=checkbox><button>Archive</button></main>",
        "<iframe></iframe>",
    ],
)
def test_where_nothing_is_written_nothing_comes_but_the_loader(visit, server, there, page_with):
    page = visit(GMAIL, page_with)

    page.mouse.click(5, 5)
    page.wait_for_timeout(LOOKS_OVER_MS)

    assert there(page) == (True, False)


def test_a_webmail_without_a_text_gets_nothing_but_the_loader_in_any_frame(visit, server, own_site, there):
    own_site(ORIGIN)
    page = visit(f"{ORIGIN}/", "<input aria-label=Search><iframe srcdoc='<p>A mail to read</p>'></iframe>")

    page.wait_for_timeout(LOOKS_OVER_MS)

    assert there(page) == (True, False)


def test_an_open_compose_brings_the_rest_without_a_focus(visit, server, there):
    page = visit(GMAIL, "gmail-popup.html")

    expect(button(page)).to_have_count(1)

    assert there(page) == (True, True)


def test_a_compose_that_opens_long_after_the_load_is_found_by_the_click_that_opened_it(visit, server, there):
    page = visit(GMAIL, "<button>Compose</button>")
    page.evaluate(f"() => {{ document.querySelector('button').onclick = {COMPOSE}; }}")
    page.wait_for_timeout(LOOKS_OVER_MS)
    assert there(page) == (True, False)

    page.get_by_role("button", name="Compose").click()

    expect(button(page)).to_have_count(1)


def test_the_caret_in_a_text_that_gmail_does_not_know_brings_the_rest(visit, server, there):
    page = visit(GMAIL, f"<main>{LARGE_TEXT}</main>")
    page.wait_for_timeout(SETTLED_MS)
    assert there(page) == (True, False)

    page.locator("[contenteditable]").click()

    expect(button(page)).to_have_count(1)


def test_a_text_in_a_frame_brings_the_rest(visit, server, own_site):
    own_site(ORIGIN)
    page = visit(f"{ORIGIN}/", IN_A_FRAME)

    page.frame_locator("iframe").locator("[contenteditable]").click()

    expect(button(page)).to_have_count(1)


def test_the_caret_that_moves_within_a_shadow_root_brings_the_rest(visit, server, own_site, there):
    """Outside the root only the first focus is seen, here that of a button."""
    own_site(ORIGIN)
    page = visit(f"{ORIGIN}/", IN_A_SHADOW_ROOT)
    page.get_by_role("button", name="Bold").focus()
    page.wait_for_timeout(SETTLED_MS)
    assert there(page) == (True, False)

    page.keyboard.press("Tab")

    expect(button(page)).to_have_count(1)


def test_the_keyboard_command_drafts_where_nothing_had_come_yet(visit, server, worker, there):
    page = visit(GMAIL, "<main>Inbox</main>")
    page.wait_for_timeout(LOOKS_OVER_MS)
    page.evaluate(COMPOSE)
    assert there(page) == (True, False)
    page.evaluate(
        """() => {
            document.addEventListener("focusin", (event) => event.stopImmediatePropagation(), true);
            window.addEventListener("focusin", (event) => event.stopImmediatePropagation(), true);
            document.querySelector("[g_editable]").focus();
        }"""
    )
    assert there(page) == (True, False)

    on_page(worker, page, "draft_here")

    expect(page.locator("[g_editable]")).to_contain_text("Best regards")


def test_what_is_typed_before_the_rest_is_there_stays_as_typed(visit, server):
    page = visit(GMAIL, f"<main>{LARGE_TEXT.replace('mine', '')}</main>")

    page.locator("[contenteditable]").click()
    page.keyboard.type("Dear Dana, thank you for your time.", delay=3)

    expect(button(page)).to_have_count(1)
    expect(page.locator("[contenteditable]")).to_have_text("Dear Dana, thank you for your time.")
    expect(page.locator("[contenteditable]")).to_be_focused()


def test_T10_a_page_that_listens_first_of_all_does_not_hear_what_is_typed_in_the_panel(visit, server):
    page = visit(GMAIL, f"{LISTENING}<main></main>")
    page.evaluate(COMPOSE)
    page.locator("[g_editable]").click()
    page.keyboard.type("ab")

    button(page).click(modifiers=["Shift"])
    page.wait_for_timeout(SETTLED_MS)
    page.evaluate("window.heard = ''")
    page.keyboard.press("Tab")
    page.keyboard.type("cd")
    assert page.evaluate("window.heard") == ""
    page.keyboard.press("Escape")
    page.keyboard.type("e")

    assert page.evaluate("window.heard") == "e"


def test_a_site_that_was_switched_off_stays_without_a_button(visit, server, settings):
    settings(sitesOff=["https://mail.google.com"])
    page = visit(GMAIL, "gmail-popup.html")

    page.locator("[g_editable]").click()
    page.wait_for_timeout(LOOKS_OVER_MS)

    expect(button(page)).to_have_count(0)


def test_a_loader_whose_extension_is_gone_is_silent_and_no_longer_listens(visit, server, worker):
    page = visit(GMAIL, f"<main>{LARGE_TEXT}</main>")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    before = listeners(page)
    worker.evaluate(IN_EVERY_FRAME, [page.url, "orphaned"])

    page.locator("[contenteditable]").click()
    page.wait_for_timeout(SETTLED_MS)

    assert complaints == []
    assert "focusin" in before
    assert "click" in before
    assert not {"focusin", "click"} & listeners(page)


def listeners(page: Page) -> set[str]:
    """For what the extension listens on the document."""
    session = page.context.new_cdp_session(page)
    worlds: list[dict[str, Any]] = []
    session.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
    session.send("Runtime.enable")
    own = next(world["id"] for world in worlds if world["name"] == "Afterword")
    document = session.send("Runtime.evaluate", {"expression": "document", "contextId": own})["result"]
    found = session.send("DOMDebugger.getEventListeners", {"objectId": document["objectId"]})["listeners"]
    return {each["type"] for each in found}


def test_a_frame_that_goes_while_the_rest_is_on_its_way_complains_of_nothing(visit, server, own_site):
    own_site(ORIGIN)
    page = visit(f"{ORIGIN}/", IN_A_FRAME)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.frame_locator("iframe").locator("[contenteditable]").focus()
    page.evaluate("document.querySelector('iframe').remove()")
    page.wait_for_timeout(SETTLED_MS)

    assert complaints == []


def test_only_a_site_with_an_unsent_draft_has_a_script_that_asks(worker, server, settings):
    entry = {"record_id": "r1", "draft_id": "d1", "at": time.time() * 1000}
    assert asking(worker) == []

    settings(unsent={"https://mail.google.com": [entry], "http://127.0.0.1:8025": [entry]})
    eventually(lambda: len(asking(worker)) == 2)
    settings(unsent={"http://127.0.0.1:8025": [entry]})
    eventually(lambda: asking(worker) == ["unsent:http://127.0.0.1:8025"])
    settings(unsent={})

    eventually(lambda: asking(worker) == [])


def asking(worker: Worker) -> list[str]:
    """Registrations that ask about an earlier draft."""
    return sorted(each for each in worker.evaluate(REGISTERED) if each.startswith("unsent:"))


def eventually(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 3
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    assert is_so()


def test_a_draft_that_went_in_is_asked_about_at_the_next_load_and_none_that_was_sent(visit, server, worker):
    page = visit(GMAIL, "gmail-popup.html")
    button(page).click()
    expect(page.locator("[g_editable]")).to_contain_text("Best regards")
    eventually(lambda: asking(worker) == ["unsent:https://mail.google.com"])

    page.get_by_role("button", name="Send (Ctrl-Enter)").click()

    eventually(lambda: asking(worker) == [])


def test_an_update_keeps_the_loaders_of_open_tabs_single(visit, server, chromium: BrowserContext, worker):
    """Tabs that were open get the scripts that a load would have given them, once."""
    page = visit(GMAIL, "gmail-popup.html")
    expect(button(page)).to_have_count(1)

    worker.evaluate("() => chrome.permissions.onAdded.dispatch({ origins: [] })")
    page.wait_for_timeout(SETTLED_MS)
    page.locator("[g_editable]").click()

    expect(button(page)).to_have_count(1)
