"""What pages ask for by name is there, or the build fails and says what to do."""

import json

import pytest

from autograder.website.macros import SECTIONS, PageError, figure_markup, measured, path_markup


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


def test_the_path_says_what_is_ready_and_links_nothing_else(tmp_path):
    pages = tmp_path / "site"
    for written in (pages / "lessons/04-prepare.md", tmp_path / SECTIONS[5].notebook):
        written.parent.mkdir(parents=True)
        written.touch()
    markup = path_markup(tmp_path, pages).splitlines()
    prepare, build, evaluate = (markup[1 + number] for number in (4, 5, 6))
    assert "[Prepare](lessons/04-prepare.md)" in prepare
    assert "lesson ready, notebook not yet" in prepare
    assert "notebook ready, lesson not yet" in build
    assert "](" not in build
    assert "not written yet" in evaluate


def test_the_ten_sections_are_numbered_in_order():
    assert [section.number for section in SECTIONS] == list(range(10))
    assert SECTIONS[4].lesson == "lessons/04-prepare.md"
    assert SECTIONS[0].notebook == "exercises/00_things_to_know/00_things_to_know.ipynb"
