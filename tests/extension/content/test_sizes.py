"""What a page costs in bytes, comments included: at load, and in all once a click has put a draft in."""

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[3] / "extension"
ENTRIES = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))["content_scripts"]
AT_LOAD = {entry["js"][1].split("/")[-1].removesuffix("_signs.js"): entry["js"] for entry in ENTRIES}
MOST_AT_LOAD = 30_000
MOST_AFTER_A_CLICK = 90_000


def named_in(file: str) -> dict[str, list[str]]:
    """The lists of content scripts in a file of the background, by the name they have there."""
    source = (EXTENSION / "background" / file).read_text("utf-8")
    lists = re.findall(r"(\w+)(?:: |\s*= )\[(.*?)\]", source, re.DOTALL)
    found = {name: re.findall(r'"(content/[^"]+\.js)"', files) for name, files in lists}
    return {name: files for name, files in found.items() if files}


PARTS = named_in("parts.mjs")


def after_a_click(site: str) -> list[str]:
    """All that a page of this site has run once a draft that raised no question went in."""
    names = ["BEFORE_THE_ADAPTER", site, "AFTER_THE_ADAPTER", "insertion", f"{site}Facts", "line"]
    return [*AT_LOAD[site], *(file for name in names for file in PARTS.get(name, []))]


def size(files: list[str]) -> int:
    return sum((EXTENSION / file).stat().st_size for file in set(files))


@pytest.mark.parametrize("site", AT_LOAD)
def test_at_most_30_000_bytes_run_at_page_load(site):
    assert size(AT_LOAD[site]) <= MOST_AT_LOAD


@pytest.mark.parametrize("site", AT_LOAD)
def test_at_most_90_000_bytes_have_run_after_a_click_that_raised_no_question(site):
    files = after_a_click(site)

    assert len(files) > 20
    assert size(files) <= MOST_AFTER_A_CLICK


def test_every_content_script_is_loaded_by_the_manifest_or_by_the_background():
    named = {
        file
        for files in [*AT_LOAD.values(), *PARTS.values(), *named_in("unsent.mjs").values()]
        for file in files
    }
    there = {file.relative_to(EXTENSION).as_posix() for file in (EXTENSION / "content").rglob("*.js")}

    assert named == there
