"""The zips for the stores: complete, the same each time, and without a warning of Firefox's own check."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from package import EXTENSION, STORES, package

ROOT = Path(__file__).parents[3]
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))


def manifest_in(archive: Path) -> dict[str, Any]:
    with zipfile.ZipFile(archive) as opened:
        return dict(json.loads(opened.read("manifest.json")))


def lint(folder: Path) -> list[dict[str, Any]]:
    """What Firefox's own check objects to, errors and warnings alike."""
    tool = ROOT / "node_modules" / ".bin" / "web-ext"
    if not shutil.which("node") or not tool.exists():
        pytest.skip("web-ext is not installed")
    done = subprocess.run(
        [str(tool), "lint", "--source-dir", str(folder), "--output", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)
    return [*found["errors"], *found["warnings"]]


@pytest.mark.parametrize("store", STORES)
def test_a_zip_holds_all_that_its_manifest_and_its_pages_name_and_no_types(
    store: str, tmp_path: Path
) -> None:
    archive = package(store, tmp_path)

    with zipfile.ZipFile(archive) as opened:
        names = set(opened.namelist())
    there = {file.relative_to(EXTENSION).as_posix() for file in EXTENSION.rglob("*") if file.is_file()}
    assert names == {name for name in there if not name.endswith(".d.ts")}
    assert {file for entry in MANIFEST["content_scripts"] for file in entry["js"]} <= names


@pytest.mark.parametrize("store", STORES)
def test_the_same_sources_give_the_same_bytes(store: str, tmp_path: Path) -> None:
    first = package(store, tmp_path / "first").read_bytes()
    second = package(store, tmp_path / "second").read_bytes()

    assert first == second


def test_firefoxs_manifest_has_no_service_worker_and_chromes_no_background_scripts(tmp_path: Path) -> None:
    backgrounds = {store: manifest_in(package(store, tmp_path))["background"] for store in STORES}

    worker = "background/worker.mjs"
    assert backgrounds["firefox"] == {"scripts": [worker], "type": "module"}
    assert backgrounds["chrome"] == backgrounds["edge"] == {"service_worker": worker, "type": "module"}


def test_firefoxs_check_has_nothing_to_say_of_its_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(package("firefox", tmp_path)) as opened:
        opened.extractall(tmp_path / "unpacked")

    assert lint(tmp_path / "unpacked") == []


def test_firefoxs_check_warns_of_the_source_folders_service_worker_alone() -> None:
    found = lint(EXTENSION)

    assert [each["code"] for each in found] == ["MANIFEST_FIELD_UNSUPPORTED"]
    assert "/background/service_worker" in found[0]["message"]
