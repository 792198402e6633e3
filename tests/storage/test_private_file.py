"""Replacing a file: as a whole or not at all, for its owner only."""

import errno
import os
import stat
from pathlib import Path

import pytest

from afterword.storage import private_file
from afterword.storage.errors import StorageError
from afterword.storage.private_file import make_private_folder, replace_file, sweep_strays


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _failing(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


class _FailsOnce:
    """Fails at the n-th call and works again afterwards, as a disk does that has a bad moment."""

    def __init__(self, real, at_call: int) -> None:
        self.real, self.left = real, at_call

    def __call__(self, *arguments, **options):
        self.left -= 1
        if self.left == 0:
            _failing()
        return self.real(*arguments, **options)


def test_T5_a_file_is_for_its_owner_only_even_where_it_was_not_before(tmp_path):
    path = tmp_path / "data.json"
    path.write_bytes(b"old")
    path.chmod(0o644)

    replace_file(path, b"new")

    assert _mode(path) == 0o600
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(("name", "at_call"), [("fsync", 1), ("replace", 1), ("fsync", 2)])
def test_the_old_content_stays_where_a_step_fails(tmp_path, monkeypatch, name, at_call):
    path = tmp_path / "data.json"
    replace_file(path, b"old")
    monkeypatch.setattr(os, name, _FailsOnce(getattr(os, name), at_call))

    with pytest.raises(StorageError, match="nothing was changed"):
        replace_file(path, b"new")

    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["data.json"]


@pytest.mark.parametrize(("name", "at_call"), [("fsync", 1), ("replace", 1), ("fsync", 2)])
def test_a_first_write_that_fails_leaves_no_file(tmp_path, monkeypatch, name, at_call):
    monkeypatch.setattr(os, name, _FailsOnce(getattr(os, name), at_call))

    with pytest.raises(StorageError):
        replace_file(tmp_path / "data.json", b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_in_a_plain_sentence(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageError, match=r"The disk is full, so nothing was changed\."):
        replace_file(tmp_path / "data.json", b"new")


def test_a_folder_that_others_share_is_refused_and_not_closed_to_them(tmp_path):
    tmp_path.chmod(0o1777)

    with pytest.raises(StorageError, match="Choose a folder of its own"):
        make_private_folder(tmp_path)

    assert tmp_path.stat().st_mode & 0o7777 == 0o1777


def test_a_file_system_without_hard_links_is_good_enough(tmp_path, monkeypatch):
    path = tmp_path / "data.json"
    replace_file(path, b"old")
    monkeypatch.setattr(os, "link", _failing)

    replace_file(path, b"new")

    assert path.read_bytes() == b"new"


def test_strays_of_an_interrupted_write_are_swept_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "data.json"
    replace_file(path, b"old")
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    monkeypatch.setattr(private_file, "_put_in_place", _failing)
    with pytest.raises(StorageError):
        replace_file(path, b"new")
    monkeypatch.undo()
    (tmp_path / ".other.json.x.tmp").write_bytes(b"somebody else's")
    assert len(list(tmp_path.iterdir())) == 3

    sweep_strays(path)

    assert sorted(p.name for p in tmp_path.iterdir()) == [".other.json.x.tmp", "data.json"]
