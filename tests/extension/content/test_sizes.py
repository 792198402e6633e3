"""What a page load costs: bytes of the files the manifest injects, and of those that a click fetches."""

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[3] / "extension"
ENTRIES = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["content_scripts"]
MOST_AT_LOAD = 30_000
MOST_AFTER_A_CLICK = 90_000


def size(files: list[str]) -> int:
    return sum((EXTENSION / file).stat().st_size for file in files)


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["matches"][0] for entry in ENTRIES])
def test_at_most_30_000_bytes_run_at_page_load(entry):
    assert size(entry["js"]) <= MOST_AT_LOAD


def test_insertion_and_panel_are_at_most_90_000_bytes_in_all():
    parts = (EXTENSION / "background" / "parts.mjs").read_text("utf-8")
    lists = dict(re.findall(r"(insertion|panel): \[(.*?)\]", parts, re.DOTALL))
    files = re.findall(r'"(content/[^"]+\.js)"', lists["insertion"] + lists["panel"])

    assert len(files) > 15
    assert size(files) <= MOST_AFTER_A_CLICK


def test_every_content_script_is_loaded_by_the_manifest_or_by_a_click():
    parts = (EXTENSION / "background" / "parts.mjs").read_text("utf-8")
    named = {
        *re.findall(r'"(content/[^"]+\.js)"', parts),
        *(file for entry in ENTRIES for file in entry["js"]),
    }
    there = {file.relative_to(EXTENSION).as_posix() for file in (EXTENSION / "content").rglob("*.js")}

    assert named == there
