"""The set-up leads on, and knows how far the user is from the data itself."""

import re

from tests.builders import a_record, settings_of

CHROME = "chrome-extension://" + "a" * 32


def done_steps(page: str) -> list[str]:
    """The names of the steps that are marked as done."""
    return re.findall(r'<span>([^<]+) <span class="visually-hidden">\(done\)', page)


def test_the_set_up_leads_to_the_first_step_that_is_not_done(user):
    assert user.get("/setup/").headers["Location"] == "/setup/details"

    user.parts.store.settings.save(settings_of())

    assert user.get("/setup/").headers["Location"] == "/setup/extension"


def test_steps_are_done_when_the_data_says_so(user):
    user.parts.store.settings.save(settings_of())
    user.parts.access.create_pairing("Chrome", origin=CHROME)
    user.parts.store.records.add(a_record())

    page = user.get("/setup/linkedin").text

    assert done_steps(page) == ["Your details", "Load the extension", "Connect the extension", "First record"]
    assert "Step 4 of 6" in page


def test_each_step_can_be_skipped(user):
    for path in ("details", "extension", "pair", "linkedin", "first-record"):
        assert re.search(r"Skip for now|Go on", user.get(f"/setup/{path}").text), path


def test_the_extensions_folder_and_each_browsers_steps_are_shown(user):
    page = user.get("/setup/extension").text

    folder = re.search(r'id="folder">([^<]+)<', page)
    assert folder is not None
    assert folder.group(1).endswith("extension")
    for browser in ("Chrome", "Edge", "Brave", "Firefox"):
        assert f"<summary>{browser}</summary>" in page
    assert "Firefox forgets add-ons" in page


def test_the_live_line_tells_waiting_asking_and_connected(user):
    states = [user.get("/pairings/state").json["state"]]
    asked = user.parts.pairing_desk.ask("Chrome", CHROME)
    states.append(user.get("/pairings/state").json["state"])
    user.post(f"/pairings/{asked.request.id}/approve")
    states.append(user.get("/pairings/state").json["state"])

    assert states == ["waiting", "asking", "connected"]


def test_T8_the_code_stands_on_the_page_and_deny_comes_before_approve(user):
    asked = user.parts.pairing_desk.ask("Chrome", CHROME)

    page = user.get("/setup/pair").text

    assert asked.request.code in page
    assert page.index(">Deny<") < page.index(">Approve<")
    assert "expires at" in page


def test_T8_denying_connects_nobody(user):
    asked = user.parts.pairing_desk.ask("Chrome", CHROME)

    user.post(f"/pairings/{asked.request.id}/deny")

    assert user.parts.access.pairings() == ()
    assert user.parts.pairing_desk.waiting() == ()


def test_T8_a_request_can_be_given_more_time(user):
    asked = user.parts.pairing_desk.ask("Chrome", CHROME)

    user.post(f"/pairings/{asked.request.id}/more-time")

    (waiting,) = user.parts.pairing_desk.waiting()
    assert waiting.expires_at > asked.request.expires_at


def test_T8_a_connected_browser_is_listed_and_can_be_revoked(user):
    pairing, token = user.parts.access.create_pairing("Chrome on Linux", origin=CHROME)
    page = user.get("/settings").text
    assert "Chrome on Linux" in page
    assert token not in page

    user.post(f"/pairings/{pairing.id}/revoke")

    assert user.parts.access.pairings() == ()


def test_answering_a_request_that_is_over_is_told_plainly(user):
    answer = user.post("/pairings/unknown/approve")

    assert answer.status_code == 404
    assert "Start connecting again" in answer.text


def test_X19_the_linkedin_step_says_all_of_it_plainly(user):
    page = user.get("/setup/linkedin").text

    for sentence in (
        "user agreement restricts",
        "only on your own click",
        "fills one box",
        "edit and send yourself",
        "clicks none of LinkedIn’s buttons and sends LinkedIn no request",
        "copies nothing else",
        "take it back",
    ):
        assert sentence in page


def test_the_practice_step_is_addressed_to_somebody_of_the_newest_record(user):
    assert "No record has an e-mail address yet" in user.get("/setup/practice").text

    user.parts.store.records.add(a_record())

    assert "/practice?name=Dana+Whitfield&amp;to=dana@acme.example" in user.get("/setup/practice").text
