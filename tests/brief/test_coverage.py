"""Every bullet and question of the brief is met, by a place in a lesson and something to do."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from autograder import repository
from autograder.authoring.percent_script import Kind, parse_script

HERE = Path(__file__).parent
LINES: list[dict[str, Any]] = tomllib.loads((HERE / "coverage.toml").read_text("utf-8"))["line"]
LESSONS = repository.ROOT / "site" / "lessons"


def brief_lines() -> list[str]:
    """Return what the brief asks for: its lines below "Section O", without headings and fences."""
    text = (HERE / "brief.md").read_text(encoding="utf-8")
    _, _, body = text.partition("## Section O")
    lines = [line.strip() for line in body.splitlines()[1:]]
    return [
        line
        for line in lines
        if line and not line.startswith(("#", "```")) and not re.match(r"Section [A-Z]", line)
    ]


def test_nothing_of_the_brief_goes_missing() -> None:
    assert [line["text"] for line in LINES] == brief_lines()


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][:60])
def test_each_line_is_met_where_it_says(line: dict[str, Any]) -> None:
    page, _, anchor = line["lesson"].partition("#")
    lesson = (LESSONS / f"{page}.md").read_text(encoding="utf-8")
    assert f"{{#{anchor}" in lesson, f"there is no anchor {anchor} in {page}"

    script = parse_script(repository.SOLUTIONS / f"{page.replace('-', '_')}.py")
    names = {cell.name for kind in (Kind.EXERCISE, Kind.QUESTION) for cell in script.of_kind(kind)}
    assert line["met_by"] in names
    assert line["how"].endswith(".")
    assert len(line["how"].split()) >= 6
