"""The glossary: terms defined where it says, used in no lesson before, explained on the page."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from autograder.website.glossary import Term, explain, finder, load, page_markup, term_of

LESSONS = sorted((Path(__file__).resolve().parents[2] / "site" / "lessons").glob("*.md"))
TERMS = load()
BOLD = Term("bold", "00-first#a", "Not <shy>.", ("bolder",))
BOLD_MOVE = Term("bold move", "00-first#a", "A move of the bold.")


def plain(text: str) -> str:
    """Return what a lesson says in words, without its code, anchors, addresses and sources."""
    text = text.split("\n## Sources")[0]
    for skipped in (r"\A---\n.*?\n---\n", r"^```.*?^```$", r"`[^`]*`", r"\{#.*?\}", r"\]\([^)]*\)"):
        text = re.sub(skipped, " ", text, flags=re.DOTALL | re.MULTILINE)
    return text


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)
def test_no_term_stands_in_a_lesson_before_the_one_that_defines_it(lesson):
    later = tuple(term for term in TERMS if term.lesson[:2] > lesson.stem[:2])
    text = plain(lesson.read_text("utf-8"))
    early = [
        f"{term_of(match[0], later).name} ({term_of(match[0], later).lesson}): "
        f"…{text[max(0, match.start() - 60) : match.end() + 30]}…".replace("\n", " ")
        for match in (finder(later).finditer(text) if later else ())
    ]
    assert early == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.anchor)
def test_a_term_stands_in_the_paragraph_that_defines_it(term, built_site):
    lesson, _, paragraph = term.lesson.partition("#")
    heading = built_site.read(f"lessons/{lesson}").find(["h2", "h3"], id=paragraph)
    assert heading is not None, f"{term.name}: there is no {term.lesson}"
    words = [heading.get_text()]
    for sibling in heading.find_next_siblings():
        if sibling.name == "h2":
            break
        words.append(sibling.get_text())
    assert finder((term,)).search(" ".join(words)), term


def test_terms_and_their_forms_are_unique_and_short():
    forms = [form.casefold() for term in TERMS for form in (term.name, *term.forms)]
    assert len(forms) == len(set(forms))
    assert len({term.anchor for term in TERMS}) == len(TERMS) >= 40
    assert all(len(term.text) <= 180 and term.text.endswith(".") for term in TERMS)
    assert [term.number for term in TERMS] == sorted(term.number for term in TERMS)


def test_a_term_is_explained_once_in_each_part_and_not_in_code_or_headings():
    page = (
        "<h2>Bold</h2><p>A <code>bold</code> bold, a bold, and a <em>bold\nmove</em>.</p>"
        "<h2>More</h2><p>Bolder <a href='#'>bold</a> embolden.</p>"
    )
    soup = BeautifulSoup(explain(page, (BOLD, BOLD_MOVE), "../glossary.html"), "html.parser")
    links = soup.find_all("a", class_="term")
    assert [link.get_text() for link in links] == ["bold", "bold\nmove", "Bolder"]
    assert links[0]["href"] == "../glossary.html#bold"
    assert links[0]["title"] == "Not <shy>."
    assert soup.get_text() == BeautifulSoup(page, "html.parser").get_text()


def test_the_page_has_every_term_with_a_link_to_its_lesson():
    markup = page_markup((BOLD_MOVE, BOLD))
    assert markup.index('id="bold"') < markup.index('id="bold-move"')
    assert "Not &lt;shy&gt;. [Lesson&nbsp;00](lessons/00-first.md#a)" in markup


def test_lessons_and_the_glossary_page_agree(built_site):
    entries = {
        entry["id"]: entry.dd.get_text()
        for entry in built_site.read("glossary").find_all(class_="entry")
    }
    assert len(entries) == len(TERMS)
    explained = 0
    for lesson in LESSONS[1:]:
        for link in built_site.read(f"lessons/{lesson.stem}").find_all("a", class_="term"):
            page, _, anchor = link["href"].partition("#")
            assert page == "../glossary.html"
            assert entries[anchor].startswith(link["title"])
            explained += 1
    assert explained > 100


def test_nothing_is_explained_in_a_lesson_before_it_was_defined(built_site):
    numbers = {term.anchor: term.number for term in TERMS}
    for lesson in LESSONS:
        for link in built_site.read(f"lessons/{lesson.stem}").find_all("a", class_="term"):
            assert numbers[link["href"].partition("#")[2]] < int(lesson.stem[:2])
