"""Templates, numbers and word lists over the API: listed, read, changed, refused, put back."""

from pathlib import Path

import pytest

MAIL = "en/email/thank_you.md"
OWN = """\
---
kind: thank_you
channel: email
based_on: email/_letter.md
orders: [greeting / opening / thanks / signoff]
---
## subject
- Thank you for the {{ role }} interview

## opening
- Thank you for the {{ role }} interview at {{ company }}, in my own words.
"""


@pytest.fixture
def own_folder(config) -> Path:
    return config.data_dir / "templates"


def row_of(api, name):
    return next(row for row in api.call("GET", "templates").json["items"] if row["name"] == name)


def test_every_packaged_file_is_listed_with_channel_and_kind(api):
    names = {row["name"]: row for row in api.call("GET", "templates").json["items"]}

    assert names[MAIL]["kind"] == "thank_you"
    assert names[MAIL]["channel"] == "email"
    assert names[MAIL]["origin"] == "packaged"
    assert names["playbook.yaml"]["content"] == "playbook"
    assert names["en/checks.yaml"]["content"] == "checks"
    assert names["en/email/_letter.md"]["content"] == "parts"
    assert names["en/linkedin/connect.note.md"]["channel"] == "linkedin_note"


def test_a_saved_text_goes_before_the_packaged_one_and_can_be_taken_back(api, own_folder):
    packaged = api.call("GET", f"templates/{MAIL}").json["text"]

    saved = api.call("PUT", f"templates/{MAIL}", {"text": OWN})

    assert saved.status_code == 200, saved.json
    assert saved.json["origin"] == "own"
    assert saved.json["text"] == OWN
    assert saved.json["packaged_text"] == packaged
    assert (own_folder / MAIL).read_text("utf-8") == OWN
    assert (own_folder / MAIL).stat().st_mode & 0o077 == 0

    assert api.call("DELETE", f"templates/{MAIL}").status_code == 204
    assert api.call("GET", f"templates/{MAIL}").json["text"] == packaged
    assert row_of(api, MAIL)["origin"] == "packaged"


def opening(sentence):
    return OWN.replace("Thank you for the {{ role }} interview at {{ company }}, in my own words.", sentence)


WRONG = {
    "a loop": (opening("{% for a in role %}x{% endfor %}"), 11, "loop"),
    "a macro": (opening("{% macro m() %}x{% endmacro %}"), 11, "macro"),
    "a call": (opening("{{ role() }}"), 11, "call"),
    "an attribute walk": (opening("{{ role.__class__.__mro__ }}"), 11, "look inside a fact"),
    "an attribute by brackets": (opening("{{ role['__class__'] }}"), 11, "look inside a fact"),
    "a filter that walks": (opening("{{ role | attr('__class__') }}"), 11, "filter"),
    "an unknown variable": (opening("{{ password }}"), 11, "no fact"),
    "an unclosed brace": (opening("{{ role "), 11, "expected"),
    "no front matter": ("Thank you!", 1, "front matter"),
    "front matter that is no YAML": (OWN.replace("kind: thank_you", "kind: [thank_you"), 3, "YAML"),
    "an unknown kind": (OWN.replace("kind: thank_you", "kind: thanks"), 2, "kind"),
    "an unknown key": (OWN.replace("channel:", "chanel:"), 3, "chanel"),
    "another file's message": (OWN.replace("kind: thank_you", "kind: check_in"), 2, "thank_you"),
    "a part without a section": (OWN.replace("/ thanks", "/ farewell"), 5, "farewell"),
    "an output past its limit": (opening("Thank you so much for it. " * 40), 11, "words"),
    "an output past its own limit": (
        OWN.replace("channel: email", "channel: email\nlimits: {words: 5}"),
        12,
        "“limits” allows 5",
    ),
    "a placeholder left": (
        opening("Thank you for meeting me, [Name], about {{ role }}."),
        11,
        "gap of a template",
    ),
    "nothing without facts": (
        OWN.replace("orders: [greeting / opening / thanks / signoff]", "orders: [opening]").replace(
            "{{ company }}", "{{ salary }}"
        ),
        1,
        "Nothing is left",
    ),
}


@pytest.mark.parametrize(("text", "line", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_template_is_refused_with_line_and_reason_and_the_old_one_stays(
    api, own_folder, text, line, reason
):
    api.call("PUT", f"templates/{MAIL}", {"text": OWN})

    answer = api.call("PUT", f"templates/{MAIL}", {"text": text})

    assert answer.status_code == 422, answer.json
    assert answer.json["code"] == "bad_template"
    assert answer.json["fields"]["text"].startswith(f"Line {line}: "), answer.json
    assert reason in answer.json["message"]
    assert (own_folder / MAIL).read_text("utf-8") == OWN
    assert api.call("GET", f"templates/{MAIL}").json["problems"] == []


def test_wrong_numbers_are_refused_with_line_and_key(api):
    packaged = api.call("GET", "templates/playbook.yaml").json["text"]
    wrong = packaged.replace("email_words_max: 150", "email_words_max: many")

    answer = api.call("PUT", "templates/playbook.yaml", {"text": wrong})

    line = wrong[: wrong.index("email_words_max: many")].count("\n") + 1
    assert answer.status_code == 422
    assert answer.json["fields"]["text"].startswith(f"Line {line}: email_words_max: ")
    assert api.call("GET", "templates/playbook.yaml").json["origin"] == "packaged"


def test_own_numbers_move_the_windows(api):
    packaged = api.call("GET", "templates/playbook.yaml").json["text"]
    own = packaged.replace("email_words_flagged: 200", "email_words_flagged: 160")

    answer = api.call("PUT", "templates/playbook.yaml", {"text": own})
    findings = api.call("POST", "checks", {"text": "word " * 170, "subject": "", "channel": "email"}).json

    assert answer.status_code == 200, answer.json
    assert "X7" in {finding["rule"] for finding in findings["findings"]}


def test_numbers_that_leave_no_room_for_a_draft_are_refused(api):
    packaged = api.call("GET", "templates/playbook.yaml").json["text"]
    tiny = packaged.replace("email_words_min: 80", "email_words_min: 2")
    tiny = tiny.replace("email_words_max: 150", "email_words_max: 2")
    tiny = tiny.replace("email_words_flagged: 200", "email_words_flagged: 2")

    answer = api.call("PUT", "templates/playbook.yaml", {"text": tiny})

    assert answer.status_code == 422
    assert api.call("GET", "templates/playbook.yaml").json["origin"] == "packaged"


def test_own_word_lists_flag_own_words_and_wrong_ones_are_refused(api):
    packaged = api.call("GET", "templates/en/checks.yaml").json["text"]
    first = packaged.index("\n    phrases:\n") + len("\n    phrases:\n")
    own = packaged[:first] + "      - phrase: synergy\n        replacement: teamwork\n" + packaged[first:]

    wrong = api.call("PUT", "templates/en/checks.yaml", {"text": packaged + "\ncolour: red\n"})
    right = api.call("PUT", "templates/en/checks.yaml", {"text": own})
    findings = api.call("POST", "checks", {"text": "We have synergy here.", "channel": "email"}).json[
        "findings"
    ]

    assert wrong.status_code == 422
    assert "colour" in wrong.json["message"]
    assert right.status_code == 200, right.json
    assert "synergy" in {finding["words"] for finding in findings}


def test_what_the_checks_remark_on_a_saved_text_is_told_and_does_not_forbid_it(api):
    answer = api.call(
        "PUT", f"templates/{MAIL}", {"text": opening("I am just touching base about {{ role }}.")}
    )

    assert answer.status_code == 200
    assert "X21" in {remark["finding"]["rule"] for remark in answer.json["findings"]}


def test_X8_one_wording_for_a_whole_panel_is_remarked(api):
    answer = api.call("PUT", f"templates/{MAIL}", {"text": OWN})

    shared = [remark for remark in answer.json["findings"] if remark["sample"] == "panel"]
    assert (shared[0]["finding"]["rule"], shared[0]["finding"]["level"]) == ("X8", "hint")
    assert "in my own words" in shared[0]["finding"]["words"]


def test_a_shared_part_is_tried_on_every_message_that_takes_it_over(api):
    answer = api.call(
        "PUT", "templates/en/email/_letter.md", {"text": "---\n---\n## greeting\n- Dear {{ nobody }},\n"}
    )

    assert answer.status_code == 422
    assert answer.json["fields"]["text"].startswith("Line 4: ")


def test_a_message_that_has_no_packaged_template_can_be_written(api):
    name = "en/note/rejection_reply.md"
    text = OWN.replace("kind: thank_you", "kind: rejection_reply").replace(
        "channel: email", "channel: handwritten"
    )
    text = text.replace("## subject\n- Thank you for the {{ role }} interview\n\n", "")

    answer = api.call("PUT", f"templates/{name}", {"text": text})

    assert answer.status_code == 200, answer.json
    assert row_of(api, name)["has_own"] is True
    assert answer.json["packaged_text"] is None
    assert api.call("DELETE", f"templates/{name}").status_code == 204
    assert api.call("GET", f"templates/{name}").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "../afterword.json",
        "en/email/../../../afterword.json",
        "en/email/%2e%2e/thank_you.md",
        "/etc/passwd",
        "en/email/thank_you.md/",
        "en/email/thank_you.txt",
        "en/email/Thank_You.md",
        "en/email/_.md",
        "en/email/thanks.md",
        "de/email/thank_you.md",
        "en\\email\\thank_you.md",
        "en/email/thank_you.md%00",
        "n" * 3000,
    ],
)
def test_a_name_that_no_template_has_is_404_and_nothing_is_written(api, config, own_folder, name):
    before = sorted(config.data_dir.rglob("*"))

    for method, body in (("GET", None), ("PUT", {"text": OWN}), ("DELETE", None)):
        assert api.call(method, f"templates/{name}", body).status_code in (404, 308)

    assert not own_folder.exists()
    assert sorted(config.data_dir.rglob("*")) == before


def test_a_wrong_file_written_by_hand_is_listed_with_its_problem_and_the_packaged_one_used(api, own_folder):
    (own_folder / "en/email").mkdir(parents=True)
    (own_folder / MAIL).write_text(opening("{{ password }}"), "utf-8")

    row = row_of(api, MAIL)

    assert row["origin"] == "packaged"
    assert row["has_own"] is True
    assert row["problems"] == [{"file": MAIL, "line": 11, "reason": "There is no fact “password”."}]


def test_a_text_that_is_as_wrong_as_the_one_in_the_folder_is_refused_too(api, own_folder):
    (own_folder / "en/email").mkdir(parents=True)
    (own_folder / MAIL).write_text(opening("{{ password }}"), "utf-8")

    assert api.call("PUT", f"templates/{MAIL}", {"text": opening("Say {{ password }}.")}).status_code == 422
    assert api.call("PUT", f"templates/{MAIL}", {"text": OWN}).status_code == 200


def test_another_file_that_was_wrong_before_does_not_stand_in_the_way(api, own_folder):
    (own_folder / "en/email").mkdir(parents=True)
    (own_folder / "en/email/check_in.md").write_text("no front matter", "utf-8")

    assert api.call("PUT", f"templates/{MAIL}", {"text": OWN}).status_code == 200


def test_a_template_too_long_is_refused(api):
    answer = api.call("PUT", f"templates/{MAIL}", {"text": OWN + "<!-- more -->\n" * 30_000})

    assert answer.status_code == 422
    assert answer.json["fields"]["text"]
