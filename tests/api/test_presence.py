"""The week on LinkedIn over the API: plan, log, flags, notes left, and the post that shares an article."""

import pytest

from tests.api.bodies import a_record_body

NOW = "2026-11-21T16:00:00-05:00"  # a Saturday
REMARK = "Replaying a year of data before the switch is what I would try first."
FACTS = {
    "article": "Why we moved billing to events",
    "article_link": "https://example.com/billing-events",
    "remark": REMARK,
}


def log(api, action="share", at="2026-11-18T09:00:00-05:00", **fields):
    return api.call("POST", "presence", {"at": at, "action": action, **fields})


def share(api, **fields):
    answer = api.call("POST", "drafts", {"surface": "linkedin_post", **fields})
    assert answer.status_code == 200, answer.json
    return answer.json


def test_W26_the_week_has_a_plan_with_what_was_done_of_it(api):
    log(api, "share")
    log(api, "comment", at="2026-11-10T09:00:00-05:00")

    week = {line["action"]: line for line in api.call("GET", "presence").json["week"]}

    assert week["share"] == {"action": "share", "planned": 1, "done": 1, "left": 0}
    assert week["comment"] == {"action": "comment", "planned": 2, "done": 0, "left": 2}
    assert week["like"]["left"] == 3


def test_the_log_comes_the_oldest_first_and_an_entry_can_be_taken_out(api):
    late = log(api, "like", at="2026-11-19T09:00:00-05:00").json
    early = log(api, "comment", about="On query planning").json

    items = api.call("GET", "presence").json["items"]
    removed = api.call("DELETE", f"presence/{early['id']}")

    assert [item["id"] for item in items] == [early["id"], late["id"]]
    assert removed.status_code == 204
    assert [item["id"] for item in api.call("GET", "presence").json["items"]] == [late["id"]]
    assert api.call("DELETE", f"presence/{early['id']}").status_code == 404


def test_W27_two_posts_on_one_day_are_flagged_with_the_numbers(api):
    log(api, at="2026-11-21T09:00:00-05:00")
    log(api, at="2026-11-21T12:00:00-05:00")

    (finding,) = api.call("GET", "presence").json["findings"]

    assert finding["rule"] == "W27"
    assert finding["level"] == "warning"
    assert "2 posts today" in finding["why"]


def test_W27_an_update_that_has_nothing_to_do_with_the_work_is_flagged(api):
    log(api, about="My dog turned five today!")
    log(api, "comment", at="2026-11-19T09:00:00-05:00", about="On query planning")

    (finding,) = api.call("GET", "presence").json["findings"]

    assert finding["rule"] == "W27"
    assert finding["words"] == "My dog"


def test_W27_last_weeks_entries_and_likes_are_not_held_against_the_user(api):
    log(api, about="My dog turned five today!", at="2026-11-10T09:00:00-05:00")
    log(api, "like", about="My friend's puppy: my dog's best friend")

    assert api.call("GET", "presence").json["findings"] == []


def test_X16_the_notes_left_this_month_are_told(api):
    record = api.call("POST", "records", a_record_body()).json
    entry = {
        "kind": "connect",
        "channel": "linkedin_note",
        "state": "sent",
        "at": "2026-11-21T10:00:00-05:00",
        "interviewer_id": record["rounds"][0]["interviewers"][0]["id"],
    }
    api.call("POST", f"records/{record['id']}/follow-ups", entry)

    assert api.call("GET", "presence").json["notes_left"] == 4


def test_X16_a_paid_account_has_no_allowance_to_count(api):
    api.call("PUT", "settings", {"linkedin_paid": True})

    assert api.call("GET", "presence").json["notes_left"] is None


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({"at": "2026-11-22T09:00:00-05:00", "action": "share"}, "at"),
        ({"at": NOW, "action": "poke"}, "action"),
        ({"action": "like"}, "at"),
        ({"at": "2026-11-18T09:00:00", "action": "like"}, "at"),
    ],
)
def test_an_entry_that_cannot_be_is_422_with_the_field_named(api, entry, field):
    answer = api.call("POST", "presence", entry)

    assert answer.status_code == 422
    assert field in answer.json["fields"]
    assert api.call("GET", "presence").json["items"] == []


def test_W26_a_click_in_the_box_for_posts_asks_for_the_article_and_the_users_own_remark(api):
    answer = share(api)

    assert answer["status"] == "missing"
    assert [missing["field"] for missing in answer["missing"]] == ["article", "article_link", "remark"]
    assert all(missing["question"].endswith("?") and missing["example"] for missing in answer["missing"])
    assert answer["draft"] is None


def test_W26_with_the_facts_the_post_holds_remark_title_and_link(api):
    answer = share(api, facts=FACTS)

    draft = answer["draft"]
    assert answer["status"] == "ready"
    assert answer["findings"] == []
    assert REMARK in draft["body"]
    assert "“Why we moved billing to events”" in draft["body"]
    assert draft["body"].endswith("https://example.com/billing-events")
    assert {sentence["source"] for sentence in draft["sentences"]} == {"note"}
    assert (draft["kind"], draft["channel"], draft["record_id"]) == (None, None, None)
    assert share(api, facts=FACTS)["draft"]["draft_id"] == draft["draft_id"]


def test_another_wording_of_a_post_is_another(api):
    bodies = {share(api, facts=FACTS, wording=wording)["draft"]["body"] for wording in range(6)}

    assert len(bodies) > 2


def test_what_was_asked_and_skipped_is_not_asked_again(api):
    answer = share(api, facts={"article": None, "article_link": None, "remark": REMARK})

    assert answer["status"] == "ready"
    assert answer["draft"]["body"] == REMARK


def test_with_nothing_to_share_there_is_advice_and_no_draft(api):
    answer = share(api, facts={"article": None, "article_link": None, "remark": None})

    assert answer["status"] == "advice"
    assert answer["draft"] is None
    assert answer["advice"].endswith(".")


def test_W27_one_post_too_many_today_is_said_beside_the_draft(api):
    log(api, at="2026-11-21T09:00:00-05:00")

    (finding,) = share(api, facts=FACTS)["findings"]

    assert finding["rule"] == "W27"
    assert "1 post today" in finding["why"]


def test_W27_a_remark_that_has_nothing_to_do_with_the_work_is_flagged(api):
    answer = share(api, facts={"article": None, "article_link": None, "remark": "My dog turned five today!"})

    assert [finding["rule"] for finding in answer["findings"]] == ["W27"]


def test_W27_a_post_is_checked_as_it_was_changed_and_needs_no_greeting(api):
    def rules(text, **asked):
        answer = api.call("POST", "checks", {"text": text, "surface": "linkedin_post", **asked})
        assert answer.status_code == 200, answer.json
        return [finding["rule"] for finding in answer.json["findings"]]

    long_post = f"{REMARK}\n\n{REMARK.replace('first', 'next')}\n\nI have been reading “Events”."
    assert rules(long_post) == []
    assert rules("My dog turned five today!") == ["W27"]
    assert rules("Gonna read it again.") == ["W29"]
    assert rules("My dog turned five today!", surface="page", channel=None) == ["W27"]


def test_the_template_of_a_post_is_the_users_too(api):
    name = "en/linkedin/post.md"
    text = api.call("GET", f"templates/{name}").json["text"]
    own = text.replace("I have been reading", "On my desk:").replace("From my reading", "On my desk")
    own = own.replace("- This is about “{{ article }}”, which I read with interest.\n", "")

    shown = api.call("POST", "templates/preview", {"name": name, "text": own}).json
    saved = api.call("PUT", f"templates/{name}", {"text": own})
    wrong = api.call("PUT", f"templates/{name}", {"text": own.replace("{{ remark }}", "{{ remark[0] }}")})
    gap = api.call("PUT", f"templates/{name}", {"text": own.replace("{{ remark }}", "[Name]")})

    assert "On my desk: “Why we moved billing to events”." in shown["draft"]["body"]
    assert saved.status_code == 200, saved.json
    assert saved.json["content"] == "post"
    assert "On my desk" in share(api, facts=FACTS)["draft"]["body"]
    assert (wrong.status_code, gap.status_code) == (422, 422)
