"""What docs/SECURITY.md claims is held to: each threat is named by tests, and each test by its threat."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
THREATS = {f"T{number}" for number in range(1, 14)}
_TEST = re.compile(r"""(?:def test_(\w+)|test\("([^"]+))""")


def threats_named_by_tests():
    """The threat ids in the names of all tests, in Python and in JavaScript."""
    files = [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "tests").rglob("*.test.mjs")]
    names = [
        part for file in files for found in _TEST.findall(file.read_text(encoding="utf-8")) for part in found
    ]
    return {
        threat for name in names for threat in re.findall(r"(?<![A-Za-z0-9])T\d+", name.replace("_", " "))
    }


def test_every_threat_has_a_test_that_names_it():
    assert threats_named_by_tests() == THREATS


def test_the_document_has_a_row_for_every_threat():
    document = (ROOT / "docs" / "SECURITY.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| (T\d+) \|", document, re.MULTILINE)) == THREATS


def test_every_file_that_the_document_names_is_there():
    document = (ROOT / "docs" / "SECURITY.md").read_text(encoding="utf-8")

    named = re.findall(r"(?:tests|scripts)/[\w/.]+\.py", document)

    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []
