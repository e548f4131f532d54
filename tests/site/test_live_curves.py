"""Reading learning curves: real runs, and an answer to each choice that the curves bear out."""

import json
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from autograder.website import live_data
from autograder.website.figures_07 import train

pytestmark = pytest.mark.browser

ADDRESS = "lessons/07-diagnose.html"
TEXT = (live_data.FOLDER / "curve-rounds.js").read_text("utf-8")
ROUNDS = json.loads(TEXT.partition("= ")[2].removesuffix(";\n"))
LETTERS = "ABC"


@pytest.fixture(params=["light", "dark"])
def page(request, browser: Browser, built_site):
    page = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme=request.param)
    page.goto((built_site.folder / ADDRESS).as_uri())
    yield page
    page.close()


@pytest.fixture
def piece(page: Page) -> Locator:
    return page.locator(".live-curves")


def overfits(run: dict) -> bool:
    """Apply the rules of the lesson."""
    behind = run["accuracy"][-1] - run["val_accuracy"][-1] > 0.05
    worse = run["val_loss"][-1] > 1.1 * min(run["val_loss"])
    return behind or (worse and run["loss"][-1] < run["loss"][len(run["loss"]) // 2])


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_the_right_choice_follows_from_the_rules_of_the_lesson(number):
    overfitting = [
        letter for letter, run in zip(LETTERS, ROUNDS[number]["runs"], strict=True) if overfits(run)
    ]
    assert ROUNDS[number]["right"] == (overfitting[0] if overfitting else "none")
    assert len(overfitting) <= 1


def test_the_curves_are_real_runs():
    run = train(2, units=64, images=150, epochs=40)
    assert ROUNDS[0]["runs"][1]["val_loss"] == pytest.approx(run.history["val_loss"], abs=2e-3)


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_numbers_in_the_answers_are_those_of_the_curves(number):
    for letter, run in zip(LETTERS, ROUNDS[number]["runs"], strict=True):
        answer = ROUNDS[number]["answers"][letter]
        own, held = re.search(
            r"accuracy ([\d.]+) on its own and ([\d.]+) on held-out", answer
        ).groups()
        assert float(own) == pytest.approx(run["accuracy"][-1], abs=0.0051)
        assert float(held) == pytest.approx(run["val_accuracy"][-1], abs=0.0051)
        if found := re.search(r"lowest after epoch (\d+)", answer):
            assert int(found[1]) == run["val_loss"].index(min(run["val_loss"])) + 1
        if found := re.search(r"(?:grown by|ends) (\d+)%", answer):
            growth = run["val_loss"][-1] / min(run["val_loss"]) - 1
            assert int(found[1]) == pytest.approx(100 * growth, abs=0.6)


def test_each_choice_of_each_round_has_its_answer_by_mouse(piece):
    for number, one in enumerate(ROUNDS):
        assert piece.locator(".curves-round").inner_text() == f"Round {number + 1} of {len(ROUNDS)}"
        said = set()
        for choice in (*LETTERS, "none"):
            label = "None of them" if choice == "none" else choice
            piece.get_by_label(label, exact=True).check()
            piece.get_by_role("button", name="Answer").click()
            verdict = piece.locator(".curves-verdict").inner_text()
            assert verdict.startswith("Right." if choice == one["right"] else "Not this one.")
            assert one["answers"][choice] in verdict
            # What the runs were is told with the right answer only.
            assert (one["runs"][0]["what"] in verdict) == (choice == one["right"])
            said.add(verdict)
        assert len(said) == 4
        piece.get_by_role("button", name="Next three runs").click()
    assert piece.locator(".curves-round").inner_text().startswith("Round 1 ")


def test_a_round_is_answered_by_keys(page, piece):
    piece.get_by_role("button", name="Answer").press("Enter")
    expect(piece.locator(".curves-verdict")).to_have_text("Choose one of the four first.")
    piece.get_by_label("A", exact=True).focus()
    page.keyboard.press("ArrowRight")
    assert piece.locator(".curves-verdict").inner_text() == "Choose one of the four first."
    page.keyboard.press("Enter")
    expect(piece.locator(".curves-verdict")).to_contain_text("Right. B has learned its images")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert piece.locator(".curves-round").inner_text().startswith("Round 2 ")
    expect(piece.get_by_label("A", exact=True)).to_be_focused()


def test_every_chart_says_in_words_what_it_shows(piece):
    labels = [chart.get_attribute("aria-label") for chart in piece.locator(".curves-run svg").all()]
    assert len(labels) == 6
    assert all(
        re.match(r"Run [ABC], (loss|accuracy) over \d+ epochs: training from", t) for t in labels
    )


def test_charts_keep_to_their_columns_on_a_phone(browser: Browser, built_site):
    page = browser.new_page(viewport={"width": 1280, "height": 844})
    page.goto((built_site.folder / ADDRESS).as_uri())
    wide = page.locator(".curves-run svg").first.bounding_box()["width"]
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(
        "(wide) => document.querySelector('.curves-run svg').getBoundingClientRect().width < wide",
        arg=wide,
    )
    for svg in page.locator(".curves-run svg").all():
        box = svg.bounding_box()
        assert box["x"] + box["width"] <= 390
    page.close()
