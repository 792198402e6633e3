"""The files of the collection: names, limits, and folders that nobody else may read."""

from pathlib import Path

import pytest

from afterword.domain.errors import InvalidInputError, NotFoundError
from afterword.domain.kinds import CHANNELS, KINDS
from afterword.templates.files import MOST_CHARACTERS, TemplateFiles
from afterword.templates.library import Library
from afterword.templates.names import holds_parts, message_named

PACKAGED = Path(__file__).parents[2] / "shared_templates"
MAIL = "en/email/thank_you.md"


@pytest.fixture
def files(tmp_path: Path) -> TemplateFiles:
    return TemplateFiles(PACKAGED, tmp_path / "data" / "templates")


def test_every_packaged_file_has_a_name_of_the_collection(files: TemplateFiles) -> None:
    on_disk = {
        p.relative_to(PACKAGED).as_posix() for p in PACKAGED.rglob("*") if p.suffix in (".md", ".yaml")
    }

    assert set(files.names()) == on_disk - {"README.md"}


def test_the_name_of_a_message_tells_its_kind_and_channel() -> None:
    for key, name in Library(PACKAGED).files.items():
        assert message_named(name) == key


def test_each_kind_on_each_channel_has_a_name_of_its_own(files: TemplateFiles) -> None:
    named = {message_named(name) for name in files.names()} - {None}

    assert len(named) <= len(KINDS) * len(CHANNELS)
    assert message_named("en/note/check_in.md") == ("check_in", "handwritten")
    assert holds_parts("en/email/_letter.md")


def test_nothing_is_on_the_disk_before_something_is_kept(files: TemplateFiles, tmp_path: Path) -> None:
    assert files.own_names() == frozenset()
    assert not (tmp_path / "data").exists()


def test_what_is_kept_is_for_its_owner_only(files: TemplateFiles, tmp_path: Path) -> None:
    files.apply({MAIL: "mine"})

    kept = tmp_path / "data" / "templates" / MAIL
    assert kept.read_text("utf-8") == "mine"
    assert kept.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data" / "templates").stat().st_mode & 0o077 == 0


def test_a_trial_leaves_nothing_behind(files: TemplateFiles, tmp_path: Path) -> None:
    with files.trial({"playbook.yaml": "wrong"}) as tried:
        assert tried.file_problems[0].file == "playbook.yaml"

    assert files.own_names() == frozenset()
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["templates"]


def test_a_change_of_nothing_takes_the_own_file_away(files: TemplateFiles) -> None:
    files.apply({MAIL: "mine"})
    files.apply({MAIL: None})

    assert files.own_text(MAIL) is None
    assert files.text(MAIL) == files.packaged_text(MAIL)


def test_all_own_files_together_stay_within_what_a_pack_can_carry(files: TemplateFiles) -> None:
    size = MOST_CHARACTERS // 4
    files.apply({f"en/email/{kind}.md": "x" * size for kind in KINDS[:4]})

    with pytest.raises(InvalidInputError, match="together"):
        files.apply({f"en/email/{KINDS[4]}.md": "x"})
    assert len(files.own_names()) == 4


@pytest.mark.parametrize(
    "name", ["../x.md", "/etc/passwd", "en/email/../thank_you.md", "en/x/thank_you.md", ""]
)
def test_no_other_name_is_ever_made_into_a_path(files: TemplateFiles, name: str) -> None:
    for call in (files.text, files.own_text, files.packaged_text, lambda n: files.apply({n: "x"})):
        with pytest.raises(NotFoundError):
            call(name)
