"""The built pages: complete, self-contained, and readable for everybody."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

# What a browser fetches on its own. A link that a reader may click is none of these.
LOADS = {"href": ("link",), "src": ("img", "script", "iframe", "source", "audio", "video", "embed")}
OUTSIDE = re.compile(r"\s*(https?:)?//", re.IGNORECASE)
OUTSIDE_IN_STYLES = re.compile(r"(url\(\s*['\"]?|@import\s+['\"])(https?:)?//", re.IGNORECASE)

ANCHORS = {
    "04-prepare": "scale channel standardize split one-hot histograms questions".split(),
    "05-build": "cross-entropy parameters plan baseline train predict questions".split(),
}


def test_the_site_builds_strictly(built_site):
    assert built_site.returncode == 0, built_site.log
    assert "WARNING" not in built_site.log
    assert len(built_site.pages()) >= 7


def test_no_page_loads_anything_from_another_host(built_site):
    loads = []
    for page in built_site.folder.rglob("*.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for attribute, tags in LOADS.items():
            loads += [tag[attribute] for tag in soup.find_all(tags) if tag.has_attr(attribute)]
        assert not OUTSIDE_IN_STYLES.search(str(soup)), page
    assert loads
    assert [load for load in loads if OUTSIDE.match(load)] == []


def test_no_style_sheet_or_figure_loads_anything_from_another_host(built_site):
    for path in [*built_site.folder.rglob("*.css"), *built_site.folder.rglob("*.svg")]:
        text = path.read_text("utf-8")
        assert not OUTSIDE_IN_STYLES.search(text), path
        assert not re.search(r"<image[^>]*href=\"https?:", text), path


def test_our_scripts_fetch_nothing(repository):
    for script in (repository / "site").rglob("*.js"):
        assert not re.search(r"https?:|fetch\(|XMLHttpRequest|import\(", script.read_text("utf-8"))


@pytest.mark.parametrize("lesson", ANCHORS)
def test_every_paragraph_that_a_check_points_to_is_there(built_site, lesson):
    page = built_site.read(f"lessons/{lesson}")
    headings = {heading.get("id") for heading in page.find_all(["h2", "h3"])}
    assert set(ANCHORS[lesson]) <= headings


def test_headings_never_skip_a_level(built_site):
    for page in built_site.pages():
        article = BeautifulSoup(page.read_text("utf-8"), "html.parser").find("article")
        levels = [int(tag.name[1]) for tag in article.find_all(re.compile(r"^h[1-6]$"))]
        assert levels.count(1) == 1, page
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page, levels)


def test_every_image_says_what_is_seen_and_every_figure_what_to_see(built_site):
    figures = 0
    for page in built_site.pages():
        article = BeautifulSoup(page.read_text("utf-8"), "html.parser").find("article")
        for image in article.find_all("img"):
            assert len(image.get("alt", "")) > 60, (page, image)
        for figure in article.find_all("figure"):
            figures += 1
            assert len(figure.figcaption.get_text()) > 40, page
            assert figure.figcaption.get_text() not in {i["alt"] for i in figure.find_all("img")}
            assert [i["src"].partition("#")[2] for i in figure.find_all("img")] == [
                "only-light",
                "only-dark",
            ]
    assert figures >= 8


def test_quiz_explanations_stay_out_of_the_search(built_site):
    index = (built_site.folder / "search" / "search_index.json").read_text("utf-8")
    assert "learning rates" in index
    assert "took part in its own preparation" not in index


def test_the_home_page_leads_to_all_ten_lessons_and_says_how_long_they_take(built_site):
    items = built_site.read("index").find("ul", class_="path").find_all("li")
    assert len(items) == 10
    for item in items:
        assert (built_site.folder / item.a["href"]).is_file()
        assert re.search(r"\d+ minutes to read, \d+ for the notebook", item.get_text())


def test_every_lesson_has_its_notebook_to_download(built_site, repository):
    for lesson in sorted((repository / "site/lessons").glob("*.md")):
        page = built_site.read(f"lessons/{lesson.stem}")
        (link,) = (a for a in page.find_all("a") if a.has_attr("download"))
        name = link["href"].rpartition("/")[2]
        notebook = built_site.folder / "lessons" / link["href"]
        released = repository / "exercises" / name.removesuffix(".ipynb") / name
        assert notebook.read_bytes() == released.read_bytes()
        assert name[:2] == lesson.stem[:2]


def test_the_first_view_of_a_page_waits_for_no_script(built_site):
    for page in built_site.pages():
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        blocking = [s for s in soup.head.find_all("script", src=True) if not s.has_attr("defer")]
        assert blocking == [], page
        sources = [script["src"] for script in soup.body.find_all("script", src=True)]
        worker, bundle = (
            next(i for i, source in enumerate(sources) if name in source)
            for name in ("iframe-worker.js", "/bundle.")
        )
        assert worker < bundle, "the theme's script looks for a worker as soon as it runs"
        assert soup.find(class_="md-search")["aria-label"] == "Search"
