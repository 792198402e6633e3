"""Nothing is asked for that is not used: each permission of the manifest has code that needs it."""

import json
import re
from pathlib import Path

import pytest

EXTENSION = Path(__file__).parents[3] / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
CODE = "\n".join(
    file.read_text("utf-8")
    for folder in ("background", "pages")
    for file in (EXTENSION / folder).rglob("*.mjs")
)
# The address of the tab that the pop-up was opened over is told only to an extension with this permission.
NEEDED_BY = {"activeTab": r"\bactive\?\.url\b"}
PAGES = [match for entry in MANIFEST["content_scripts"] for match in entry["matches"]]
SERVER = "http://127.0.0.1/*"


@pytest.mark.parametrize("permission", [*MANIFEST["permissions"], *MANIFEST["optional_permissions"]])
def test_every_permission_is_used(permission: str) -> None:
    assert re.search(NEEDED_BY.get(permission, rf"\bchrome\.{permission}\.\w+"), CODE)


@pytest.mark.parametrize("permission", MANIFEST["optional_permissions"])
def test_an_optional_permission_is_asked_for(permission: str) -> None:
    assert re.search(rf'permissions\.request\(\{{ permissions: \["{permission}"\]', CODE)


@pytest.mark.parametrize("pattern", MANIFEST["host_permissions"])
def test_every_host_is_the_server_or_has_a_content_script(pattern: str) -> None:
    assert pattern == SERVER or pattern in PAGES


def test_other_hosts_are_asked_for_one_at_a_time_on_a_click() -> None:
    asked = re.findall(r"permissions\.request\(\{ origins: (\[.*?\]) \}\)", CODE)

    assert asked
    assert not [origins for origins in asked if "*://" in origins or "https://*/" in origins]


def test_every_api_that_is_used_has_its_permission() -> None:
    free = {"action", "commands", "extension", "i18n", "permissions", "runtime", "tabs"}
    used = set(re.findall(r"\bchrome\.(\w+)\.", CODE))

    assert used - free <= {*MANIFEST["permissions"], *MANIFEST["optional_permissions"]}
