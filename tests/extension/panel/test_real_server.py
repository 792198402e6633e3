"""Pairing and the panel with the real server: what the stub only pretends."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Worker, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def log_in_address(tmp_path: Path) -> Iterator[str]:
    """A running Afterword with an empty folder; the address opens its page once."""
    command = [
        sys.executable,
        "-m",
        "afterword",
        "serve",
        "--port",
        "0",
        "--no-browser",
        "--data-dir",
        str(tmp_path),
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout
    found = next(filter(None, (re.search(r"http://\S+/log-in\?code=\S+", line) for line in server.stdout)))
    yield found[0]
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture
def connected(context: BrowserContext, worker: Worker, log_in_address: str) -> Iterator[Page]:
    """The first-run page after a pairing in which both sides showed the same code."""
    server_url = log_in_address.split("/log-in", maxsplit=1)[0]
    local_page = context.new_page()
    local_page.goto(log_in_address)
    first_run = context.new_page()
    first_run.goto(worker.url.replace("background/worker.mjs", "pages/welcome.html"))
    asked(first_run, "forget_server", {})
    asked(first_run, "set_server_url", {"serverUrl": server_url})

    first_run.get_by_role("button", name="Pair").click()
    code = first_run.locator("#code")
    expect(code).to_have_text(re.compile(r"\d{3} \d{3}"))
    local_page.goto(f"{server_url}/setup/pair")
    expect(local_page.get_by_text(code.inner_text())).to_be_visible()
    local_page.get_by_role("button", name="Approve").click()

    expect(first_run.locator("#connection")).to_have_text("Connected to Afterword on this machine.")
    yield first_run
    local_page.close()
    first_run.close()


def asked(page: Page, kind: str, message: object) -> dict:
    """What the background answers to one of our own pages."""
    return page.evaluate(
        "([type, message]) => chrome.runtime.sendMessage({ type, message })", [kind, message]
    )


def test_T8_pairing_from_the_first_run_page_ends_in_a_draft(connected):
    interviewer = {
        "name": "Noor Haddad",
        "email": "noor@initech.example",
        "talked_about": None,
        "linkedin_url": None,
        "title": None,
    }
    a_round = {
        "at": "2026-11-20T15:00:00+00:00",
        "minutes": 60,
        "kind": "video",
        "status": "held",
        "interviewers": [interviewer],
    }
    record = {"company": "Initech", "role": "Analyst", "rounds": [a_round]}
    request = {"surface": "webmail", "recipients": [{"name": "Noor Haddad", "email": "noor@initech.example"}]}

    saved = asked(connected, "save_record", {"record": record})
    question = asked(connected, "draft", {"request": request})

    assert saved["ok"]
    assert question["value"]["status"] == "missing"
    about = question["value"]["choices"][0]
    facts = {missing["field"]: "the move of billing to events" for missing in question["value"]["missing"]}
    assert asked(connected, "save_facts", {**about, "facts": facts}) == {"ok": True, "value": None}
    answer = asked(connected, "draft", {"request": request})
    assert answer["value"]["status"] == "ready"
    assert "Noor" in answer["value"]["draft"]["body"]


def test_what_the_panel_sends_is_understood(connected):
    a_round = {"at": "2026-11-20T15:00:00+00:00", "interviewers": [{"name": "Noor Haddad"}]}
    record_id = asked(
        connected, "save_record", {"record": {"company": "Initech", "role": "Analyst", "rounds": [a_round]}}
    )["value"]["id"]
    reply = {"at": "2026-11-21T10:00:00+00:00", "says": "still_deciding", "from": "noor@initech.example"}
    entry = {"kind": "thank_you", "channel": "email", "state": "inserted", "text": "Dear Noor"}
    new_person = {
        "name": "Sam Field",
        "email": None,
        "linkedin_url": None,
        "title": None,
        "talked_about": None,
    }

    answers = [
        asked(connected, "find_records", {"search": "Init"}),
        asked(connected, "add_interviewer", {"record_id": record_id, "interviewer": new_person}),
        asked(connected, "log_reply", {"record_id": record_id, "reply": reply}),
        asked(connected, "log_follow_up", {"record_id": record_id, "entry": entry}),
        asked(
            connected,
            "check",
            {"text": "Dear Noor, hey", "subject": "Thanks", "channel": "email", "record_id": record_id},
        ),
        asked(connected, "agenda", {}),
    ]

    assert [answer for answer in answers if not answer["ok"]] == []
    assert answers[0]["value"] == [{"id": record_id, "company": "Initech", "role": "Analyst"}]


def test_W26_a_post_is_asked_about_drafted_checked_and_logged(connected):
    request = {"surface": "linkedin_post"}

    question = asked(connected, "draft", {"request": request})["value"]
    facts = {missing["field"]: "Billing by events, and why it pays" for missing in question["missing"]}
    answer = asked(connected, "draft", {"request": {**request, "facts": facts}})["value"]
    draft = answer["draft"]
    checked = asked(
        connected, "check", {"text": draft["body"], "subject": "", "channel": None, "record_id": None}
    )
    logged = asked(connected, "log_presence", {"about": draft["body"]})

    assert question["status"] == "missing"
    assert answer["status"] == "ready"
    assert (draft["record_id"], draft["kind"], draft["channel"]) == (None, None, None)
    assert checked["ok"], checked
    assert logged == {"ok": True, "value": None}


def test_an_earlier_draft_is_asked_about_with_the_names_of_its_record(connected):
    person = {"name": "Noor Haddad", "email": "noor@initech.example"}
    a_round = {"at": "2026-11-20T15:00:00+00:00", "interviewers": [person]}
    record = {"company": "Initech", "role": "Analyst", "rounds": [a_round]}
    record_id = asked(connected, "save_record", {"record": record})["value"]["id"]
    request = {"surface": "webmail", "recipients": [person], "facts": {"talked_about": None, "skill": None}}
    draft = asked(connected, "draft", {"request": request})["value"]["draft"]
    assert (draft["person"], draft["company"]) == ("Noor Haddad", "Initech")
    entry = {name: draft[name] for name in ("draft_id", "kind", "channel", "round_id", "interviewer_id")}
    asked(connected, "log_follow_up", {"record_id": record_id, "entry": {**entry, "state": "inserted"}})
    an_hour_ago = {"record_id": record_id, "draft_id": draft["draft_id"], "at": 0}
    connected.evaluate(
        "([origin, entry]) => chrome.storage.local.set({ unsent: { [origin]: [entry] } })",
        [connected.evaluate("location.origin"), an_hour_ago],
    )

    found = asked(connected, "unsent_here", {})["value"]

    assert (found["person"], found["company"]) == ("Noor Haddad", "Initech")
    sent = asked(
        connected, "log_follow_up", {"record_id": record_id, "entry": {**found["entry"], "state": "sent"}}
    )
    assert sent["ok"], sent
    assert asked(connected, "unsent_here", {})["value"] is None


def test_bad_input_comes_back_with_the_field_named(connected):
    answer = asked(connected, "save_record", {"record": {"company": "", "role": "Analyst"}})

    assert not answer["ok"]
    assert "company" in answer["error"]["fields"]


def test_T8_a_revoked_browser_is_told_so(connected, context, log_in_address):
    page = context.pages[-2]
    page.goto(log_in_address.split("/log-in")[0] + "/settings")
    page.get_by_role("button", name="Revoke").first.click()
    expect(page.get_by_text("That browser can’t ask for drafts any more.")).to_be_visible()

    answer = asked(connected, "draft", {"request": {"surface": "webmail"}})

    assert answer["error"]["code"] in {"revoked", "unproved"}
    assert "air" in answer["error"]["message"]
