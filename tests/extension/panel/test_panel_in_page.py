"""The panel and its line as guests of a page: focus, keys, place, announcements, hostile surroundings."""

import json

import pytest

from tests.extension.panel.answers import a_draft, a_finding, ready

pytestmark = pytest.mark.browser

IN_A_MODAL = """() => {
    const host = document.body.appendChild(document.createElement("div"));
    const dialog = host.attachShadow({ mode: "open" }).appendChild(document.createElement("dialog"));
    document.querySelector("#anchor").remove();
    const anchor = host.appendChild(Object.assign(document.createElement("button"), { id: "anchor" }));
    dialog.append(document.createElement("slot"));
    dialog.showModal();
}"""


def test_escape_closes_and_gives_the_focus_back(panel):
    panel.page.get_by_label("Mail").focus()
    panel.open(ready())

    panel.page.keyboard.press("Escape")

    assert panel.gone("dialog")
    assert panel.decision() == {"action": "closed"}
    assert panel.focused() == "Mail"


def test_the_focus_goes_in_and_round(panel):
    panel.open(ready())

    assert panel.focused() == "Insert"
    seen = []
    for _ in range(9):
        panel.page.keyboard.press("Tab")
        seen.append(panel.focused())

    assert "Mail" not in seen
    assert seen[-1] == "Insert"
    assert seen.count("Close") == 1
    assert {"Copy", "Other wording", "Open record", "Subject", "Text"} <= set(seen)


def test_T10_keys_typed_in_the_panel_never_reach_the_page(panel):
    panel.open(ready())
    panel.page.evaluate("window.heard = []")

    panel.type_into("Text", "secret e")
    panel.page.keyboard.press("Control+a")
    panel.page.keyboard.press("Control+c")

    assert "secret e" in panel.value("textbox", "Text")
    assert panel.page.evaluate("window.heard") == []


def test_T10_keys_stay_inside_also_in_a_modal_of_an_open_shadow_root(panel):
    panel.page.evaluate(IN_A_MODAL)
    panel.open(ready())
    panel.page.evaluate("window.heard = []")

    panel.type_into("Text", "secret")

    assert "secret" in panel.value("textbox", "Text")
    assert panel.page.evaluate("window.heard") == []
    panel.press("button", "Insert")
    assert panel.gone("dialog", "Follow-up draft")


def test_T10_the_panel_works_under_a_strict_policy_and_trusted_types(panel, stub):
    complaints = []
    panel.page.goto(f"{stub.url}/practice-strict")
    panel.page.on("console", lambda message: complaints.append(message.text))
    panel.load()

    panel.open(ready(findings=[a_finding()]))

    box = panel.cdp.send("DOM.getBoxModel", {"backendNodeId": panel.node("dialog")["backendDOMNodeId"]})
    assert box["model"]["width"] == 460
    assert complaints == []


def test_T10_hostile_text_stays_text(panel):
    hostile = "<img src=x onerror=alert(1)>"
    dialogs = []
    panel.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    panel.open(
        ready(draft=a_draft(body=hostile, subject=hostile), findings=[a_finding(words=hostile, why=hostile)])
    )

    assert panel.value("textbox", "Text") == hostile
    assert dialogs == []


def test_the_line_announces_and_its_buttons_do_what_they_say(panel):
    panel.in_content("""() => {
        globalThis.undone = false;
        const anchor = document.querySelector("#anchor");
        Afterword.line.inserted({ anchor, text: "Thank-you for Dana inserted.",
            undo: () => { globalThis.undone = true; }, check: () => {}, other: null });
    }""")
    panel.node("button", "Check my text")

    assert "Thank-you for Dana inserted." in json.dumps(panel.find("status")) + panel.text()
    panel.press("button", "Undo")

    assert panel.in_content("() => globalThis.undone") is True
    assert panel.gone("button", "Undo")


def test_the_panel_walked_as_a_screen_reader_reads_it(panel):
    """Names, roles, order and states where axe can't see: the dialog is in a closed shadow root."""
    panel.open(ready(findings=[a_finding()]))

    dialog = panel.node("dialog", "Follow-up draft")
    assert {p["name"]: p["value"]["value"] for p in dialog["properties"]}["modal"] is True
    panel.page.keyboard.press("Shift+Tab")
    order = []
    for _ in range(22):
        panel.page.keyboard.press("Tab")
        order.append(panel.focused())
    walk = order[order.index("Close") :][:10]
    assert walk == [
        "Close",
        "Subject",
        "Text",
        "Use “Many thanks”",
        "Other kind",
        "Where each sentence comes from",
        "Insert",
        "Copy",
        "Other wording",
        "Open record",
    ]
    headings = [node["name"]["value"] for node in panel.find("heading")]
    assert headings[-2:] == ["Follow-up draft", "Worth a look (1)"]


def test_a_failure_is_an_alert_and_a_new_draft_is_announced(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready(draft=a_draft(body="Another one.", wording=1)))
    panel.open(ready())
    assert panel.find("status")[0].get("name", {}).get("value", "") == ""

    panel.press("button", "Other wording")

    panel.page.wait_for_timeout(500)
    assert "Other wording" in json.dumps(panel.cdp.send("Accessibility.getFullAXTree")["nodes"])
    assert panel.value("textbox", "Text") == "Another one."


@pytest.mark.parametrize(("width", "height"), [(320, 480), (480, 320), (1100, 800)])
def test_the_panel_stays_inside_the_window(panel, width, height):
    panel.page.set_viewport_size({"width": width, "height": height})

    panel.open(ready(findings=[a_finding()] * 8))

    node = panel.node("dialog", "Follow-up draft")["backendDOMNodeId"]
    corners = panel.cdp.send("DOM.getBoxModel", {"backendNodeId": node})["model"]["border"]
    assert min(corners) >= 0
    assert max(corners[0::2]) <= width
    assert max(corners[1::2]) <= height
    panel.page.set_viewport_size({"width": 1100, "height": 800})


def test_the_line_closes_with_escape_and_lists_what_to_look_at(panel):
    panel.in_content(
        """(finding) => Afterword.line.say({ anchor: document.querySelector("#anchor"),
            message: "Worth a look (1)", remarks: Afterword.panel.remarks([finding]) })""",
        a_finding(),
    )
    panel.node("button", "Close")

    text = panel.text()
    assert "Too short." in text
    assert "Use “Many thanks”" in text
    panel.cdp.send("DOM.focus", {"backendNodeId": panel.node("button", "Close")["backendDOMNodeId"]})
    panel.page.keyboard.press("Escape")
    assert panel.gone("button", "Close")
