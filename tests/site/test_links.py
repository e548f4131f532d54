"""Nothing on the built pages leads nowhere, and exercises and lessons know each other."""

import ast
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

REPOSITORY = Path(__file__).resolve().parents[2]
CHECKS = sorted((REPOSITORY / "autograder" / "checks").glob("test_*.py"))


@cache
def parsed(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(tag["id"] for tag in parsed(page).find_all(id=True))


def leads_nowhere(page: Path, address: str) -> str | None:
    """Say what is wrong with an address on a page; None if it can be followed, or is elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_file():
        return f"{page.name}: {address} is no file"
    if parts.fragment and target.suffix == ".html" and parts.fragment not in anchors(target):
        return f"{page.name}: {address} has no such anchor"
    return None


def test_every_link_image_script_and_style_leads_somewhere(built_site):
    followed, broken = 0, []
    for page in built_site.pages():
        for tag in parsed(page).find_all(["a", "img", "script", "link", "source", "iframe"]):
            for attribute in ("href", "src"):
                if tag.get(attribute):
                    followed += 1
                    broken.append(leads_nowhere(page, tag[attribute].split("#only-")[0]))
    assert followed > 1_000
    assert [one for one in broken if one] == []


def test_a_broken_link_would_be_found(built_site):
    page = built_site.folder / "index.html"
    assert "no file" in leads_nowhere(page, "lessons/10-nothing.html")
    assert "no such anchor" in leads_nowhere(page, "lessons/04-prepare.html#nowhere")
    assert leads_nowhere(page, "lessons/04-prepare.html#scale") is None


def exercises() -> list[tuple[str, str, str]]:
    """Return assignment, exercise and where its checks send a learner to read."""
    found = []
    for module in CHECKS:
        for node in ast.parse(module.read_text("utf-8")).body:
            for mark in getattr(node, "decorator_list", []):
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.question":
                    lesson = {word.arg: ast.literal_eval(word.value) for word in mark.keywords}
                    name = ast.literal_eval(mark.args[0])
                    found.append((module.stem.removeprefix("test_"), name, lesson["lesson"]))
    return found


@pytest.mark.parametrize(("assignment", "exercise", "lesson"), exercises())
def test_an_exercise_leads_to_the_paragraph_of_its_lesson(built_site, assignment, exercise, lesson):
    stem, _, anchor = lesson.partition("#")
    assert stem == assignment.replace("_", "-")
    article = parsed(built_site.folder / "lessons" / f"{stem}.html").find("article")
    heading = article.find(["h2", "h3"], id=anchor)
    assert heading is not None
    titles = [title.get_text() for title in article.select(".example > .admonition-title")]
    assert any(re.match(rf"Exercise: {exercise}\(", title) for title in titles)


def test_a_lesson_names_no_exercise_that_is_not_there(built_site):
    known = {(assignment.replace("_", "-"), exercise) for assignment, exercise, _ in exercises()}
    for page in sorted((built_site.folder / "lessons").glob("*.html")):
        for title in parsed(page).select(".example > .admonition-title"):
            name = re.match(r"Exercise: (\w+)\(", title.get_text())[1]
            assert (page.stem, name) in known
