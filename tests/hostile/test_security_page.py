"""What the page on security claims is tested: each test that it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "site" / "teach" / "security.md"


def names_in(path: Path) -> set[str]:
    """Return the names of the tests of a file, those in classes with the class before them."""
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}::{one.name}" for one in node.body if hasattr(one, "name")}
        elif isinstance(node, ast.FunctionDef):
            names.add(node.name)
    return names


def test_each_test_that_the_page_names_is_there() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::([\w:]+)`", page)
    assert len(named) >= 20
    assert [one for one in named if one[1] not in names_in(ROOT / one[0])] == []


def test_each_mechanism_of_the_table_names_its_tests() -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = page[page.index("| mechanism |") : page.index("Before anyone is graded")]
    rows = [row for row in table.splitlines() if row.startswith("| ")][1:]
    there = names_in(ROOT / "tests" / "sandbox" / "test_each_mechanism.py")
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row)
        assert named or "tests/" in row, row
        assert set(named) <= there, row
