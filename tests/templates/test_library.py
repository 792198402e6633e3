"""The packaged templates and the user's own: which goes first, and what happens when one is wrong."""

import os
import shutil
from pathlib import Path

import pytest

from afterword.templates.library import PACKAGED_ASKED_EVERY, Library
from afterword.templates.template_errors import NoTemplateError, TemplateFileError

PACKAGED = Path(__file__).parents[2] / "shared_templates"
MAIL = "en/email/thank_you.md"
OWN = """\
---
kind: thank_you
channel: email
orders: [opening]
---
## opening
- Thank you for the {{ role }} interview, in my own words.
"""


@pytest.fixture
def override(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "en" / "email").mkdir(parents=True)
    return folder


def opening_of(library: Library) -> str:
    section = library.message("thank_you", "email").section("opening", {"role": "Cook", "company": "Acme"})
    assert section is not None
    return section.wordings[0].lines[0].render({"role": "Cook", "company": "Acme"})


def test_a_file_of_the_users_goes_before_the_packaged_one(override: Path) -> None:
    (override / MAIL).write_text(OWN, "utf-8")

    library = Library(PACKAGED, override)

    assert "in my own words" in opening_of(library)
    assert library.message("check_in", "email").kind == "check_in"
    assert library.problems == ()


def test_a_change_is_seen_without_a_restart(override: Path) -> None:
    library = Library(PACKAGED, override)
    before = opening_of(library)

    (override / MAIL).write_text(OWN, "utf-8")
    changed = opening_of(library)
    (override / MAIL).unlink()

    assert "in my own words" not in before
    assert "in my own words" in changed
    assert opening_of(library) == before


def test_an_unchanged_folder_is_parsed_once(override: Path) -> None:
    library = Library(PACKAGED, override)

    assert library.message("thank_you", "email") is library.message("thank_you", "email")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OWN.replace("{{ role }}", "{{ role.__class__ }}"), "line 7"),
        (OWN.replace("kind: thank_you", "kind: thank"), "“kind” is one of"),
        (OWN.replace("orders: [opening]", "based_on: email/thank_you.md"), "no other template"),
    ],
)
def test_a_wrong_file_of_the_users_is_reported_and_the_packaged_one_used(
    override: Path, text: str, reason: str
) -> None:
    (override / MAIL).write_text(text, "utf-8")

    library = Library(PACKAGED, override)

    assert "in my own words" not in opening_of(library)
    (problem,) = {p for p in library.problems if p.startswith(f"Your own {MAIL}")}
    assert reason in problem


def test_a_file_that_is_no_text_is_reported(override: Path) -> None:
    (override / MAIL).write_bytes(b"\xff\xfe\x00")

    assert "no UTF-8 text" in Library(PACKAGED, override).problems[0]


def test_a_wrong_playbook_of_the_users_is_reported_and_the_packaged_one_used(override: Path) -> None:
    (override / "playbook.yaml").write_text("email_subject: none of your business\n", "utf-8")

    library = Library(PACKAGED, override)

    assert library.playbook == Library(PACKAGED).playbook
    assert "playbook.yaml" in library.problems[0]


def test_a_shared_part_of_the_users_changes_all_mails(override: Path) -> None:
    letter = (PACKAGED / "en/email/_letter.md").read_text("utf-8")
    (override / "en/email/_letter.md").write_text(
        letter.replace("Dear {{ person }}", "Good day {{ person }}"), "utf-8"
    )

    library = Library(PACKAGED, override)

    for kind in ("thank_you", "check_in"):
        greeting = library.message(kind, "email").section("greeting", {"person": "Dana"})  # type: ignore[arg-type]
        assert greeting is not None
        assert greeting.wordings[0].lines[0].render({"person": "Dana"}) == "Good day Dana,"


def test_a_kind_nobody_wrote_for_a_channel_is_said_to_be_missing() -> None:
    with pytest.raises(NoTemplateError, match="no template for connect as email"):
        Library(PACKAGED).message("connect", "email")


def test_a_wrong_packaged_message_raises_where_it_is_asked_for(tmp_path: Path) -> None:
    broken = tmp_path / "packaged"
    shutil.copytree(PACKAGED, broken)
    (broken / MAIL).write_text(OWN.replace("orders: [opening]", "orders: [ending]"), "utf-8")

    library = Library(broken)

    assert library.message("thank_you", "handwritten").kind == "thank_you"
    with pytest.raises(TemplateFileError, match="ending"):
        library.message("thank_you", "email")


def test_every_packaged_message_is_what_its_name_says() -> None:
    library = Library(PACKAGED)

    told = {key: library.message(*key) for key in library.files}

    assert {(message.kind, message.channel) for message in told.values()} == told.keys()
    assert all((message.kind, message.channel) == key for key, message in told.items())


def test_a_changed_packaged_file_is_noticed_within_a_second(tmp_path: Path) -> None:
    packaged = tmp_path / "packaged"
    shutil.copytree(PACKAGED, packaged)
    clock = [100.0]
    library = Library(packaged, now=lambda: clock[0])
    before = opening_of(library)

    (packaged / MAIL).write_text(OWN, "utf-8")
    clock[0] += PACKAGED_ASKED_EVERY

    assert opening_of(library) != before


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    return shutil.copytree(PACKAGED, tmp_path / "packaged")


def test_what_a_message_is_based_on_is_noticed_when_it_changes(packaged: Path) -> None:
    clock = [100.0]
    library = Library(packaged, now=lambda: clock[0])
    before = library.message("thank_you", "email")

    letter = packaged / "en/email/_letter.md"
    letter.write_text(letter.read_text("utf-8") + "\n", "utf-8")
    clock[0] += PACKAGED_ASKED_EVERY

    assert library.message("thank_you", "email") is not before


def test_a_message_that_was_read_later_than_the_others_is_noticed_when_it_changes(packaged: Path) -> None:
    clock = [100.0]
    library = Library(packaged, now=lambda: clock[0])
    library.message("check_in", "email")
    clock[0] += PACKAGED_ASKED_EVERY
    before = opening_of(library)

    (packaged / MAIL).write_text(OWN, "utf-8")
    clock[0] += PACKAGED_ASKED_EVERY

    assert opening_of(library) != before


def test_a_file_that_nobody_has_read_changes_nothing_that_was(packaged: Path) -> None:
    clock = [100.0]
    library = Library(packaged, now=lambda: clock[0])
    check_in = library.message("check_in", "email")

    (packaged / MAIL).write_text(OWN, "utf-8")
    clock[0] += PACKAGED_ASKED_EVERY

    assert library.message("check_in", "email") is check_in
    assert "in my own words" in opening_of(library)


def test_a_packaged_file_that_comes_or_goes_is_noticed(packaged: Path) -> None:
    clock = [100.0]
    library = Library(packaged, now=lambda: clock[0])
    assert library.message("check_in", "email")

    (packaged / "en/email/check_in.md").rename(packaged / "kept.md")
    clock[0] += PACKAGED_ASKED_EVERY
    with pytest.raises(NoTemplateError):
        library.message("check_in", "email")
    (packaged / "kept.md").rename(packaged / "en/email/check_in.md")
    clock[0] += PACKAGED_ASKED_EVERY

    assert library.message("check_in", "email")


def test_where_two_files_hold_the_same_message_the_name_and_the_text_are_of_one(override: Path) -> None:
    (override / "en/email/check_in.md").write_text(OWN, "utf-8")

    library = Library(PACKAGED, override)

    assert library.files["thank_you", "email"] == MAIL
    assert "in my own words" not in opening_of(library)
    assert ("check_in", "email") not in library.files


def test_a_file_saved_within_the_same_second_is_noticed(override: Path) -> None:
    (override / MAIL).write_text(OWN, "utf-8")
    library = Library(PACKAGED, override)
    stamp = (override / MAIL).stat().st_mtime_ns
    first = opening_of(library)

    (override / MAIL).write_text(OWN.replace("in my own words", "as I see it"), "utf-8")
    os.utime(override / MAIL, ns=(stamp, stamp + 1))

    assert opening_of(library) != first


def test_a_wrong_shared_part_of_the_users_is_reported_once(override: Path) -> None:
    (override / "en/email/_letter.md").write_text("---\n---\n## greeting\n- {{ nobody }}\n", "utf-8")

    library = Library(PACKAGED, override)

    assert library.message("check_in", "email").section("greeting", {"person": "Dana"}) is not None
    (problem,) = library.problems
    assert problem.startswith("Your own en/email/_letter.md can't be used")
