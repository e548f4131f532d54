"""What pages ask for by name is there, or the build fails and says what to do."""

import json

import pytest

from autograder.website.macros import (
    SECTIONS,
    PageError,
    figure_markup,
    measured,
    notebook_markup,
    path_markup,
)


def test_a_measured_number_comes_formatted_from_the_results_file(tmp_path):
    results = tmp_path / "results.json"
    results.write_text(json.dumps({"baseline": {"mean": 0.98125}}))
    assert measured(results, "baseline.mean", ".1%") == "98.1%"


@pytest.mark.parametrize("key", ["baseline.std", "deeper", "baseline.mean.more"])
def test_a_number_that_nobody_measured_fails_the_build(tmp_path, key):
    results = tmp_path / "results.json"
    results.write_text(json.dumps({"baseline": {"mean": 0.98}}))
    with pytest.raises(PageError, match=f"no {key}.*make results"):
        measured(results, key)


def test_a_page_that_asks_for_results_before_there_are_any_fails_the_build(tmp_path):
    with pytest.raises(PageError, match="make results"):
        measured(tmp_path / "results.json", "baseline.mean")


def test_a_figure_links_both_variants_from_where_the_page_is(tmp_path):
    (tmp_path / "figures").mkdir()
    for variant in ("light", "dark"):
        svg = '<svg viewBox="0 0 360 180"></svg>'
        (tmp_path / f"figures/bars-{variant}.svg").write_text(svg)
    markup = figure_markup(tmp_path, "lessons/04.md", "bars", "Two bars.", "The left is taller.")
    assert "![Two bars.](../figures/bars-light.svg#only-light)" in markup
    assert "![Two bars.](../figures/bars-dark.svg#only-dark)" in markup
    assert 'width="480" height="240"' in markup
    assert "<figcaption>The left is taller.</figcaption>" in markup


def test_a_missing_variant_of_a_figure_fails_the_build(tmp_path):
    with pytest.raises(PageError, match=r"bars-light\.svg is missing"):
        figure_markup(tmp_path, "index.md", "bars", "Two bars.", "The left is taller.")


@pytest.fixture
def lessons(tmp_path):
    """A repository in which every lesson says how long it takes, and nothing else."""
    pages = tmp_path / "site"
    for section in SECTIONS:
        page = pages / section.lesson
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"**Time** {20 + section.number} minutes to read, 60 for the notebook")
    return pages


def test_the_path_says_how_long_a_lesson_takes_and_links_it(lessons):
    prepare = path_markup(lessons.parent, lessons).splitlines()[1 + 4]
    assert "[Prepare](lessons/04-prepare.md)" in prepare
    assert "24 minutes to read, 60 for the notebook<" in prepare


def test_the_path_says_how_long_cells_were_measured_to_run(lessons):
    measured = lessons.parent / "solutions" / "run_times.json"
    measured.parent.mkdir()
    measured.write_text(json.dumps({"cores": 2, "seconds": {"04_prepare": 38, "09_deepen": 130}}))
    markup = path_markup(lessons.parent, lessons).splitlines()
    assert "its cells run in 40 seconds" in markup[1 + 4]
    assert "its cells run in 2 minutes" in markup[1 + 9]
    assert "its cells run" not in markup[1 + 5]


def test_a_lesson_that_does_not_say_how_long_it_takes_fails_the_build(lessons):
    (lessons / SECTIONS[3].lesson).write_text("**Time** enough")
    with pytest.raises(PageError, match=r"03-explore.*minutes to read"):
        path_markup(lessons.parent, lessons)


def test_a_notebook_is_linked_in_colab_only_where_the_repository_has_an_address():
    page = SECTIONS[4].lesson
    assert "colab" not in notebook_markup(page, None)
    assert 'href="../notebooks/04_prepare.ipynb" download' in notebook_markup(page, None)
    assert (
        "(https://colab.research.google.com/github/someone/course/blob/main/"
        "exercises/04_prepare/04_prepare.ipynb)"
    ) in notebook_markup(page, "https://github.com/someone/course/")
    with pytest.raises(PageError, match="no lesson"):
        notebook_markup("index.md", None)


def test_the_ten_sections_are_numbered_in_order():
    assert [section.number for section in SECTIONS] == list(range(10))
    assert SECTIONS[4].lesson == "lessons/04-prepare.md"
    assert SECTIONS[0].notebook == "exercises/00_things_to_know/00_things_to_know.ipynb"
