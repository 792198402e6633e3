"""The folders that travel with the program are found in the package first, then in the checkout."""

import pytest

from afterword import assets


def test_the_checkouts_own_folders_are_found():
    assert (assets.asset_folder("extension") / "types.d.ts").is_file()
    assert (assets.asset_folder("shared_templates") / "playbook.yaml").is_file()


def test_an_installed_package_uses_what_it_carries(tmp_path, monkeypatch):
    carried = tmp_path / "bundled" / "extension"
    carried.mkdir(parents=True)
    monkeypatch.setattr(assets, "PACKAGE", tmp_path)

    assert assets.asset_folder("extension") == carried


def test_a_broken_installation_is_said_plainly(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "PACKAGE", tmp_path)
    monkeypatch.setattr(assets, "CHECKOUT", tmp_path)

    with pytest.raises(FileNotFoundError, match="Install Afterword again"):
        assets.asset_folder("extension")
