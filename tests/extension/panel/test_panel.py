"""The panel, driven through the accessibility tree as an assistive technology would."""

import time

import pytest

from tests.extension.panel.answers import DANA, RECORD, a_draft, a_finding, an_answer, ready

pytestmark = pytest.mark.browser


def test_a_ready_draft_is_shown_with_its_timing_and_goes_in_as_edited(panel):
    panel.open(ready())

    panel.type_into("Text", "Hello. ")
    panel.press("button", "Insert")

    assert panel.gone("dialog")
    assert panel.decision()["action"] == "insert"
    assert "Hello. " in panel.decision()["draft"]["body"]
    assert panel.decision()["draft"]["subject"] == "Thank you, Data Engineer"


def test_the_dialog_tells_verdict_reason_and_where_sentences_come_from(panel):
    panel.open(ready())

    panel.press("DisclosureTriangle", "Where each sentence comes from")

    assert "The window is open." in panel.text()
    assert "Good time" in panel.text()
    assert "From the template · W16" in panel.text()


def test_X20_a_stop_is_inserted_only_after_a_yes(panel, stub):
    panel.open(
        ready(findings=[a_finding(rule="X20", level="stop", why="Another company.", replacement=None)])
    )

    panel.press("button", "Insert")

    assert panel.node("button", "Insert anyway")
    assert panel.decision() is None
    panel.press("button", "Insert anyway")
    assert panel.gone("dialog")
    assert panel.decision()["action"] == "insert"


def test_W29_a_finding_is_replaced_in_one_click_and_the_text_checked_again(panel, stub):
    stub.answers["POST /api/v1/checks"] = (200, {"findings": [], "words": 9, "seconds": None})
    panel.open(ready(findings=[a_finding()]))

    panel.press("button", "Use “Many thanks”")

    assert panel.gone("button", "Use “Many thanks”")
    assert "Many thanks you for" in panel.value("textbox", "Text")
    assert "Many thanks you" in stub.bodies("POST /api/v1/checks")[0]["text"]


def test_other_wording_asks_for_the_next_one_about_the_same_person(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready(draft=a_draft(body="Another one.", wording=1)))
    panel.open(ready())

    panel.press("button", "Other wording")

    panel.page.wait_for_timeout(300)
    assert panel.value("textbox", "Text") == "Another one."
    asked = stub.bodies("POST /api/v1/drafts")[0]
    assert (asked["wording"], asked["record_id"], asked["interviewer_id"]) == (1, RECORD, "person-1")


def test_a_choice_drafts_for_the_chosen_one(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    choice = {
        "record_id": "record-2",
        "interviewer_id": "person-2",
        "kind": "check_in",
        "label": "Sam Field, Globex",
        "why": "Check-in",
    }
    panel.open(an_answer("choose", choices=[choice]))

    panel.press("button", "Sam Field, Globex Check-in")

    panel.node("button", "Insert")
    assert stub.bodies("POST /api/v1/drafts")[0]["record_id"] == "record-2"


def test_after_a_choice_the_other_people_stay_one_click_away(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    sam = {**DANA, "interviewer_id": "person-2", "label": "Sam Field · Data Engineer at Acme"}
    panel.open(an_answer("choose", choices=[DANA, sam]))
    panel.press("button", "Dana Reyes · Data Engineer at Acme Open.")
    panel.node("button", "Insert")

    panel.press("DisclosureTriangle", "Other kind")

    assert panel.value("combobox", "Person") == "Dana Reyes · Data Engineer at Acme"


def test_a_choice_that_fits_nobody_leads_to_a_new_person(panel, stub):
    stub.answers["GET /api/v1/records"] = (200, {"items": []})
    request = {"surface": "webmail", "recipients": [{"name": "Dana Rees", "email": "rees@acme.example"}]}
    panel.open(an_answer("choose", choices=[DANA]), request)

    panel.press("button", "Somebody else")

    assert panel.value("textbox", "Name") == "Dana Rees"


def test_an_answer_to_a_question_is_saved_with_the_person_and_drafted_with(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    stub.answers[f"PATCH /api/v1/records/{RECORD}/interviewers/person-1"] = (200, {})
    question = {
        "field": "talked_about",
        "question": "What did you talk about with Dana?",
        "example": "the move to events",
    }
    panel.open(an_answer("missing", missing=[question], choices=[DANA]))

    panel.type_into("What did you talk about with Dana?", "the billing rewrite")
    panel.press("button", "Save and draft")

    panel.node("button", "Insert")
    assert stub.bodies(f"PATCH /api/v1/records/{RECORD}/interviewers/person-1") == [
        {"talked_about": "the billing rewrite"}
    ]
    assert stub.bodies("POST /api/v1/drafts")[0]["facts"] == {"talked_about": "the billing rewrite"}


def test_a_skipped_question_is_told_as_asked_and_skipped(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(
        an_answer("missing", missing=[{"field": "talked_about", "question": "What?", "example": "this"}])
    )

    panel.press("button", "Skip")

    panel.node("button", "Insert")
    assert stub.bodies("POST /api/v1/drafts")[0]["facts"] == {"talked_about": None}


def test_somebody_unknown_is_saved_from_the_page_and_a_few_fields(panel, stub):
    stub.answers["GET /api/v1/records"] = (200, {"items": []})
    stub.answers["POST /api/v1/records"] = (201, {"id": "record-9"})
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    request = {
        "surface": "webmail",
        "recipients": [{"name": "Noor Haddad", "email": "noor@initech.example"}],
        "person": {"name": "", "company": "Initech", "headline": "", "linkedin_url": ""},
    }
    panel.open(an_answer("unknown"), request)

    assert panel.value("textbox", "Name") == "Noor Haddad"
    assert panel.value("textbox", "Company") == "Initech"
    panel.type_into("Role", "Analyst")
    panel.press("button", "Save and draft")

    panel.node("button", "Insert")
    saved = stub.bodies("POST /api/v1/records")[0]
    assert (saved["company"], saved["role"]) == ("Initech", "Analyst")
    assert saved["rounds"][0]["interviewers"][0]["email"] == "noor@initech.example"
    assert saved["rounds"][0]["at"][19] in "+-"
    assert stub.bodies("POST /api/v1/drafts")[0]["record_id"] == "record-9"


def test_X19_somebody_new_on_linkedin_is_saved_as_shown_after_a_look(panel, stub):
    stub.answers["GET /api/v1/records"] = (200, {"items": []})
    stub.answers["POST /api/v1/records"] = (201, {"id": "record-9"})
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    shown = {
        "name": "Noor Haddad",
        "headline": "Head of Data",
        "company": "Initech",
        "linkedin_url": "https://www.linkedin.com/in/noor/",
    }
    panel.open(
        an_answer("unknown"),
        {"surface": "linkedin_profile", "person": shown, "thread": None},
        can_insert=False,
    )
    assert stub.bodies("POST /api/v1/records") == []
    assert panel.value("textbox", "Title") == "Head of Data"
    assert panel.value("textbox", "LinkedIn address") == shown["linkedin_url"]

    panel.type_into("Role", "Analyst")
    panel.press("button", "Save and draft")

    panel.node("button", "Copy")
    saved = stub.bodies("POST /api/v1/records")[0]
    person = saved["rounds"][0]["interviewers"][0]
    assert saved["company"] == "Initech"
    assert (person["name"], person["title"], person["linkedin_url"]) == (
        "Noor Haddad",
        "Head of Data",
        "https://www.linkedin.com/in/noor/",
    )


def test_advice_names_its_ways_on(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(an_answer("advice", advice="It is time to move on.", choices=[DANA]))
    assert panel.node("button", "Open record")

    panel.press("button", "Draft it anyway")

    panel.node("button", "Insert")
    asked = stub.bodies("POST /api/v1/drafts")[0]
    assert (asked["record_id"], asked["kind"]) == (RECORD, "thank_you")


def test_another_kind_channel_and_person_are_one_choice_away(panel, stub):
    interviewers = [{"id": "person-1", "name": "Dana Reyes"}, {"id": "person-2", "name": "Lee Park"}]
    record = {"id": RECORD, "company": "Acme", "rounds": [{"id": "round-1", "interviewers": interviewers}]}
    stub.answers[f"GET /api/v1/records/{RECORD}"] = (200, record)
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(ready())

    for name, choice in (("What for", "C"), ("How", "L"), ("Person", "L")):
        pick(panel, name, choice)

    asked = stub.bodies("POST /api/v1/drafts")
    assert asked[0]["kind"] == "check_in"
    assert asked[1]["channel"] == "linkedin_note"
    assert asked[2]["interviewer_id"] == "person-2"


def pick(panel, name: str, choice: str) -> None:
    """Chooses in a list by its first letter; the focus stays there while the next draft comes."""
    if not panel.find("combobox", name):
        panel.press("DisclosureTriangle", "Other kind")
    node = panel.node("combobox", name)["backendDOMNodeId"]
    panel.cdp.send("DOM.focus", {"backendNodeId": node})
    panel.page.keyboard.press(choice)
    panel.page.wait_for_timeout(500)
    assert panel.focused() == name


def test_W26_a_post_has_no_kind_channel_or_record_to_offer(panel):
    post = a_draft(kind=None, channel=None, record_id=None, subject=None, body="A good read on billing.")
    panel.open(ready(draft=post, timing=None), {"surface": "linkedin_post"})

    assert panel.node("button", "Insert")
    assert panel.find("button", "Open record") == []
    assert panel.find("DisclosureTriangle", "Other kind") == []


def test_an_impatient_second_press_saves_nothing_twice(panel, stub):
    stub.answers["GET /api/v1/records"] = (200, {"items": []})
    stub.answers["POST /api/v1/records"] = lambda _: (time.sleep(0.5), (201, {"id": "record-9"}))[1]
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(an_answer("unknown"), {"surface": "webmail", "person": {"name": "Noor", "company": "Initech"}})
    panel.type_into("Role", "Analyst")

    panel.press("button", "Save and draft")
    panel.press("button", "Save and draft")

    panel.node("button", "Insert")
    assert len(stub.bodies("POST /api/v1/records")) == 1


def test_somebody_unknown_may_join_a_record_that_is_there(panel, stub):
    rounds = [
        {"id": "round-old", "at": "2026-11-01T10:00:00Z"},
        {"id": "round-new", "at": "2026-11-20T10:00:00Z"},
    ]
    stub.answers["GET /api/v1/records"] = (
        200,
        {"items": [{"id": RECORD, "company": "Initech", "role": "Analyst"}]},
    )
    stub.answers[f"GET /api/v1/records/{RECORD}"] = (200, {"id": RECORD, "rounds": rounds})
    stub.answers[f"POST /api/v1/records/{RECORD}/rounds/round-new/interviewers"] = (201, {})
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(
        an_answer("unknown"),
        {"surface": "webmail", "recipients": [{"name": "Noor Haddad", "email": "noor@initech.example"}]},
    )

    panel.cdp.send("DOM.focus", {"backendNodeId": panel.node("combobox", "Keep in")["backendDOMNodeId"]})
    panel.page.keyboard.press("ArrowDown")
    panel.press("button", "Save and draft")

    panel.node("button", "Insert")
    assert (
        stub.bodies(f"POST /api/v1/records/{RECORD}/rounds/round-new/interviewers")[0]["name"]
        == "Noor Haddad"
    )


def test_X23_what_they_said_is_logged_before_the_draft(panel, stub):
    stub.answers[f"POST /api/v1/records/{RECORD}/replies"] = (201, {})
    stub.answers["POST /api/v1/drafts"] = (200, ready(draft=a_draft(kind="rejection_reply")))
    request = {
        "surface": "gmail",
        "thread": {
            "is_reply": True,
            "last_from": "dana@acme.example",
            "last_at": "2026-11-21T09:00:00+00:00",
            "subject": "Re",
        },
    }
    panel.open(an_answer("ask_reply", choices=[DANA]), request)

    panel.press("button", "They turned me down")

    panel.node("button", "Insert")
    logged = stub.bodies(f"POST /api/v1/records/{RECORD}/replies")[0]
    assert (logged["says"], logged["at"], logged["from"]) == (
        "rejection",
        "2026-11-21T09:00:00+00:00",
        "dana@acme.example",
    )


def test_X23_the_question_may_be_skipped_and_nothing_is_logged(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (200, ready())
    panel.open(an_answer("ask_reply", choices=[DANA]))

    panel.press("button", "Skip")

    panel.node("button", "Insert")
    assert stub.bodies(f"POST /api/v1/records/{RECORD}/replies") == []
    assert stub.bodies("POST /api/v1/drafts")[0]["kind"] == "thank_you"


def test_X23_heard_from_them_since_withholds_no_draft(panel):
    panel.open(ready(ask="heard_since"))

    assert "Heard from them since?" in panel.text()
    assert panel.node("button", "Insert")


def test_W19_advice_is_shown_without_a_draft(panel):
    panel.open(an_answer("advice", advice="It is time to move on."))

    assert "It is time to move on." in panel.text()
    assert panel.find("button", "Insert") == []


def test_a_failure_is_said_in_the_panel_and_the_draft_stays(panel, stub):
    stub.answers["POST /api/v1/drafts"] = (
        422,
        {"code": "invalid", "message": "That kind has no template.", "fields": {}},
    )
    panel.open(ready())

    panel.press("button", "Other wording")

    assert panel.node("alert")
    assert "That kind has no template." in panel.text()
    assert panel.value("textbox", "Text").startswith("Dear Dana")


def test_X15_on_a_profile_note_and_message_switch_with_a_count_and_the_draft_is_kept(panel, stub):
    note = a_draft(kind="connect", channel="linkedin_note", subject=None, body="Hello Dana", limit=200)
    request = {
        "surface": "linkedin_profile",
        "person": {
            "name": "Dana Reyes",
            "headline": "",
            "company": "Acme",
            "linkedin_url": "https://www.linkedin.com/in/dana-reyes/",
        },
    }

    panel.open(ready(draft=note, notes_left=3), request, can_insert=False)

    assert "10 of 200 characters" in panel.text()
    assert "3 notes left this month" in panel.text()
    assert panel.find("button", "Insert") == []
    panel.type_into("Text", "!")
    assert "11 of 200 characters" in panel.text()
    kept = panel.in_content(
        """async () => {
            const address = "https://www.linkedin.com/in/Dana-Reyes?x=1";
            const message = { linkedin_url: address, surface: "linkedin_note" };
            return chrome.runtime.sendMessage({ type: "kept_draft", message });
        }"""
    )
    assert kept["value"]["draft"]["channel"] == "linkedin_note"
    assert panel.node("button", "More time")
