"""Packs: the user's own files as one document, taken in as a whole or not at all."""

import pytest

from afterword.assets import asset_folder
from afterword.storage.errors import StorageError
from afterword.templates import files as template_files
from afterword.templates.files import TemplateFiles

MAIL = "en/email/thank_you.md"
CHECK_IN = "en/email/check_in.md"


def a_message(kind="thank_you", sentence="Thank you for the {{ role }} interview at {{ company }}."):
    return (
        f"---\nkind: {kind}\nchannel: email\nbased_on: email/_letter.md\n"
        "orders: [greeting / opening / thanks / signoff]\n---\n"
        f"## subject\n- About the {{{{ role }}}} interview\n\n## opening\n- {sentence}\n"
    )


def a_pack(**fields):
    return {
        "files": {MAIL: a_message(), CHECK_IN: a_message("check_in", "Any news about the {{ role }} role?")},
        **fields,
    }


def own_files(api):
    return {row["name"] for row in api.call("GET", "templates").json["items"] if row["has_own"]}


def test_a_pack_that_was_exported_is_taken_in_elsewhere(api):
    api.call("PUT", f"templates/{MAIL}", {"text": a_message()})
    exported = api.call("GET", "packs").json
    api.call("DELETE", f"templates/{MAIL}")

    answer = api.call("POST", "packs", exported)

    assert exported["format"] == "afterword-pack"
    assert answer.status_code == 200, answer.json
    assert answer.json["added"] == [MAIL]
    assert api.call("GET", f"templates/{MAIL}").json["text"] == a_message()


def test_the_preview_says_what_changes_and_changes_nothing(api):
    api.call(
        "PUT", f"templates/{MAIL}", {"text": a_message(sentence="Thanks for your time at {{ company }}.")}
    )
    api.call("PUT", "templates/en/email/stay_in_touch.md", {"text": a_message("stay_in_touch")})

    told = api.call("POST", "packs/preview", a_pack(remove_others=True)).json

    assert told["added"] == [CHECK_IN]
    assert told["changed"] == [MAIL]
    assert told["removed"] == ["en/email/stay_in_touch.md"]
    assert told["problems"] == []
    assert own_files(api) == {MAIL, "en/email/stay_in_touch.md"}


def test_other_own_files_stay_unless_the_pack_is_to_be_all(api):
    api.call("PUT", "templates/en/email/stay_in_touch.md", {"text": a_message("stay_in_touch")})

    kept = api.call("POST", "packs", a_pack()).json
    beside = own_files(api)
    alone = api.call("POST", "packs", a_pack(remove_others=True)).json

    assert kept["removed"] == []
    assert beside == {MAIL, CHECK_IN, "en/email/stay_in_touch.md"}
    assert alone["removed"] == ["en/email/stay_in_touch.md"]
    assert alone["unchanged"] == [CHECK_IN, MAIL]
    assert own_files(api) == {MAIL, CHECK_IN}


def test_one_wrong_file_and_nothing_is_taken_in(api):
    pack = a_pack()
    pack["files"][CHECK_IN] = a_message("check_in", "{{ role.__class__ }}")

    told = api.call("POST", "packs/preview", pack).json
    answer = api.call("POST", "packs", pack)

    assert told["problems"] == [
        {"file": CHECK_IN, "line": 11, "reason": answer.json["message"].partition(": ")[2]}
    ]
    assert answer.status_code == 422
    assert answer.json["fields"][f"files.{CHECK_IN}"].startswith("Line 11: ")
    assert own_files(api) == set()


@pytest.mark.parametrize(
    ("pack", "status"),
    [
        ({"files": {"../../evil.md": "x"}}, 404),
        ({"files": {"en/email/../../../evil.md": "x"}}, 404),
        ({"files": {MAIL: ["x"]}}, 422),
        ({"files": {MAIL: ""}}, 422),
        ({"files": [MAIL]}, 422),
        ({"files": {f"en/email/n{n}.md": "x" for n in range(201)}}, 422),
        ({"files": {MAIL: a_message(), CHECK_IN: "x" * 250_001}}, 422),
        ({}, 422),
        ({"format": "zip", "files": {}}, 422),
        ({"version": 2, "files": {}}, 422),
    ],
)
def test_what_is_no_pack_is_refused(api, pack, status):
    answer = api.call("POST", "packs", pack)

    assert answer.status_code == status
    assert own_files(api) == set()


def test_a_disk_that_fails_in_the_midst_leaves_the_old_files(api, monkeypatch):
    api.call("PUT", f"templates/{MAIL}", {"text": a_message(sentence="My own thanks to {{ company }}.")})
    before = api.call("GET", "packs").json
    write = template_files.replace_file

    def fails_at_check_in(path, content):
        if path.name == "check_in.md":
            raise StorageError("The disk is full.")
        write(path, content)

    monkeypatch.setattr(template_files, "replace_file", fails_at_check_in)
    answer = api.call("POST", "packs", a_pack())

    assert answer.status_code == 507
    assert api.call("GET", "packs").json == before


def test_a_power_cut_in_the_midst_is_made_good_at_the_next_start(config, parts, monkeypatch):
    pack = a_pack()["files"]
    write = template_files.replace_file

    def cut_at_check_in(path, content):
        if path.name == "check_in.md":
            raise KeyboardInterrupt
        write(path, content)

    monkeypatch.setattr(template_files, "replace_file", cut_at_check_in)
    with pytest.raises(KeyboardInterrupt):
        parts.files.apply(pack)
    monkeypatch.undo()
    started_again = TemplateFiles(asset_folder("shared_templates"), config.data_dir / "templates")

    assert started_again.own_texts() == pack
    assert not list((config.data_dir / "templates").glob(".*"))
