"""Which rules of the playbook the tests name: each of the list must be named, and none besides."""

import ast
import re
from collections.abc import Iterator

import environment

TESTS = environment.ROOT / "tests"
RULE = re.compile(r"(?<![A-Za-z0-9])([WX][1-9]\d?)(?![0-9A-Za-z])")


def problems() -> list[str]:
    """One sentence for each rule that no test names, and for each name that is no rule."""
    known = (TESTS / "rules.txt").read_text().split()
    named = {rule: place for place, rule in _rules_named()}
    unnamed = [f"{rule} is named by no test" for rule in known if rule not in named]
    unknown = [
        f"{place} names {rule}, which is no rule" for rule, place in named.items() if rule not in known
    ]
    return unnamed + unknown


def _rules_named() -> Iterator[tuple[str, str]]:
    for file in sorted(TESTS.rglob("test_*.py")):
        for test in ast.walk(ast.parse(file.read_text())):
            if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
                for rule in _rules_of(test):
                    yield f"{file.relative_to(environment.ROOT)}:{test.lineno}", rule
    for file in sorted((TESTS / "extension").rglob("*.test.mjs")):
        for title in re.findall(r"\b(?:test|it)\(\s*[\"'`](.*?)[\"'`],", file.read_text()):
            for rule in RULE.findall(title):
                yield str(file.relative_to(environment.ROOT)), rule


def _rules_of(test: ast.FunctionDef) -> set[str]:
    """The rules in a test's name (``test_W3_…``), in its docstring, and in the ids of its table."""
    name = " ".join(test.name.split("_"))
    table = " ".join(ast.unparse(decorator) for decorator in test.decorator_list)
    return set(RULE.findall(f"{name} {ast.get_docstring(test) or ''} {table}"))


if __name__ == "__main__":
    found = problems()
    print("\n".join(found) or "Every rule is named by a test.")
    raise SystemExit(bool(found))
