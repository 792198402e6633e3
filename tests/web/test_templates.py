"""Templates: listed, edited with a preview and errors at their line, put back, handed on as packs."""

import io
import json
import re

import pytest
from playwright.sync_api import expect

from tests.builders import a_record, settings_of

NAME = "en/email/check_in.md"


@pytest.fixture
def robin(user):
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    return user


def packaged(robin, name=NAME):
    return robin.parts.files.packaged_text(name)


def choose_pack(robin, content):
    return robin.client.post(
        "/packs/",
        base_url=robin.address,
        data=robin.token | {"file": (io.BytesIO(content), "pack.json")},
    )


def test_every_template_is_listed_by_channel_and_kind(robin):
    page = robin.get("/templates/").text

    assert f'href="/templates/edit/{NAME}"' in page
    for name in robin.parts.files.names():
        assert f'href="/templates/edit/{name}"' in page


def test_the_editor_shows_the_text_and_the_draft_it_gives(robin):
    page = robin.get(f"/templates/edit/{NAME}").text

    assert "as it came with Afterword" in page
    assert re.search(r'id="draft-body">[^<]{40,}<', page)


def test_the_draft_is_shown_on_a_record_of_choice(robin):
    page = robin.get("/templates/edit/en/email/thank_you.md?on=record:acme").text

    assert "Dana" in re.search(r'id="draft-body">([^<]+)<', page).group(1)
    assert '<option value="record:acme" selected>' in page


def test_a_kept_text_is_the_users_own_until_it_is_put_back(robin):
    text = packaged(robin).replace("\n", "\r\n") + "\r\n"  # as browsers send it

    answer = robin.post(f"/templates/edit/{NAME}", text=text)

    assert answer.status_code == 302
    assert "your own text" in robin.get(f"/templates/edit/{NAME}").text
    assert "\r" not in robin.parts.files.own_text(NAME)
    robin.post(f"/templates/restore/{NAME}")
    assert robin.parts.files.own_text(NAME) is None


def test_a_text_that_can_not_be_used_is_refused_with_its_line_and_stays_in_the_editor(robin):
    broken = packaged(robin) + "\n{% for x in y %}"

    answer = robin.post(f"/templates/edit/{NAME}", text=broken)

    assert answer.status_code == 422
    assert re.search(r'id="text-error"[^>]*>Not kept: Line \d+:', answer.text)
    assert "{% for x in y %}</textarea>" in answer.text
    assert robin.parts.files.own_text(NAME) is None


def test_a_look_keeps_nothing(robin):
    answer = robin.post(f"/templates/edit/{NAME}", text=packaged(robin), preview="1")

    assert answer.status_code == 200
    assert robin.parts.files.own_text(NAME) is None


def test_the_script_hears_of_draft_and_problems(robin):
    good = robin.post(f"/templates/preview/{NAME}", text=packaged(robin)).get_json()
    bad = robin.post(f"/templates/preview/{NAME}", text="{{").get_json()

    assert good["body"]
    assert good["problems"] == []
    assert bad["problems"][0]["line"] >= 1


@pytest.mark.parametrize("name", ["en/email/nonsense.md", "..%2F..%2Fetc/passwd", "en/email/_x/../y.md"])
def test_a_name_that_no_template_has_is_not_there(robin, name):
    assert robin.get(f"/templates/edit/{name}").status_code == 404
    assert robin.post(f"/templates/edit/{name}", text="x").status_code == 404


def test_a_pack_is_handed_on_and_taken_in_after_a_look(robin):
    robin.post(f"/templates/edit/{NAME}", text=packaged(robin) + "\n")
    pack = robin.get("/packs/export").data
    robin.post(f"/templates/restore/{NAME}")

    page = choose_pack(robin, pack).text
    assert re.search(rf"Added \(1\).*{NAME}", page, re.DOTALL)
    assert robin.parts.files.own_text(NAME) is None
    robin.post(re.search(r'action="(/packs/\w+)"', page).group(1))

    assert robin.parts.files.own_text(NAME) is not None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"files": 5}', json.dumps({"files": {"../x": "y"}}).encode()]
)
def test_a_file_that_is_no_pack_is_answered_at_the_field(robin, content):
    answer = choose_pack(robin, content)

    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text


def test_a_pack_with_a_broken_template_says_where_and_can_not_be_taken_in(robin):
    page = choose_pack(robin, json.dumps({"files": {NAME: "{{"}}).encode()).text

    assert f"{NAME}, line" in page
    assert "Take it in" not in page


@pytest.mark.browser
def test_while_typing_the_draft_follows_and_a_problem_leads_to_its_line(site):
    site.parts.store.settings.save(settings_of())
    page = site.open(f"/templates/edit/{NAME}")
    text = page.get_by_label("Text", exact=True)
    lines = text.input_value().split("\n")

    text.fill("\n".join([*lines[:-1], "{{ nonsense }}"]))

    expect(page.locator("#problems")).to_contain_text("Line")
    page.get_by_role("button", name="Go to this line").first.click()
    expect(text).to_be_focused()
