"""The convolution stepper: what it shows is a convolution, by mouse and by keys."""

import base64
import json
import re

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from autograder.website import live_data
from autograder.website.figures import convolve

pytestmark = pytest.mark.browser

ADDRESS = "lessons/05-build.html"
SEVEN = np.frombuffer(base64.b64decode(live_data.digits()[7]), np.uint8).reshape(28, 28) / 255
LOWER_EDGES = np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]])


@pytest.fixture(params=["light", "dark"])
def page(request, browser: Browser, built_site):
    page = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme=request.param)
    page.goto((built_site.folder / ADDRESS).as_uri())
    yield page
    page.close()


@pytest.fixture
def piece(page: Page) -> Locator:
    return page.locator(".live-convolution")


def numbers(texts: list[str]) -> np.ndarray:
    return np.array([float(text.replace("−", "-")) for text in texts]).reshape(3, 3)


def told(piece: Locator) -> tuple[int, int, float]:
    """Return row and column, counted from 0, and the sum that the page tells."""
    text = piece.locator(".conv-total").inner_text()
    row, column, total = re.search(r"Row (\d+), column (\d+): .* up to (−?[\d.]*\d)", text).groups()
    return int(row) - 1, int(column) - 1, float(total.replace("−", "-"))


def filled(piece: Locator) -> int:
    label = piece.locator(".conv-map").get_attribute("aria-label")
    return int(re.search(r"(\d+) of 676 places", label)[1])


def color(piece: Locator, row: int, column: int) -> list[int]:
    """Return red, green and blue in the middle of a place on the map."""
    return piece.locator(".conv-map").evaluate(
        """(map, [row, column]) => Array.from(map.getContext("2d").getImageData(
             column * 20 + 10, row * 20 + 10, 1, 1).data).slice(0, 3)""",
        [row, column],
    )


def test_products_and_sum_are_those_of_the_window(piece):
    piece.locator(".conv-image").focus()
    for _ in range(8):
        piece.page.keyboard.press("ArrowDown")
    for _ in range(11):
        piece.page.keyboard.press("ArrowRight")
    window = SEVEN[8:11, 11:14]
    assert (
        np.abs(numbers(piece.locator(".conv-pixels td").all_inner_texts()) - window).max() < 0.006
    )
    products = numbers(piece.locator(".conv-products td").all_inner_texts())
    assert np.abs(products - window * LOWER_EDGES).max() < 0.006
    wanted = convolve(SEVEN, LOWER_EDGES)[8, 11]
    assert told(piece) == (8, 11, pytest.approx(wanted, abs=0.006))
    assert filled(piece) == 20, "each place on the way was visited once"
    expect(piece.get_by_role("status")).to_contain_text("Row 9, column 12: sum")


def test_the_mouse_drags_the_window(piece):
    image = piece.locator(".conv-image")
    image.scroll_into_view_if_needed()
    box = image.bounding_box()
    mouse = piece.page.mouse
    mouse.move(box["x"] + box["width"] * 14.5 / 28, box["y"] + box["height"] * 10.5 / 28)
    mouse.down()
    assert told(piece)[:2] == (9, 13)
    mouse.move(box["x"] + box["width"], box["y"] + box["height"])
    mouse.up()
    assert told(piece)[:2] == (25, 25)
    mouse.move(box["x"], box["y"])
    assert told(piece)[:2] == (25, 25), "the button is up"


def test_the_whole_map_is_the_convolution(piece):
    piece.get_by_role("button", name="Fill the map").press("Enter")
    assert filled(piece) == 676
    sums = convolve(SEVEN, LOWER_EDGES)
    for row, column in ((8, 12), (6, 12), (0, 0), (15, 17)):
        red, _, blue = color(piece, row, column)
        if abs(sums[row, column]) < 0.01:
            assert (red, blue) == (0, 0)
        else:
            assert (blue > red) == (sums[row, column] > 0)
    assert sums.min() < -2
    piece.get_by_label("ReLU").check()
    row, column = (int(place) for place in np.unravel_index(sums.argmin(), sums.shape))
    assert color(piece, row, column) == [0, 0, 0]
    piece.get_by_role("button", name="Start over").press("Enter")
    assert filled(piece) == 1


def test_steps_go_row_by_row(piece):
    step = piece.get_by_role("button", name="Step")
    for _ in range(27):
        step.press("Space")
    assert told(piece)[:2] == (1, 1)
    assert filled(piece) == 28


def test_it_plays_and_pauses(piece):
    piece.get_by_role("button", name="Play").press("Enter")
    piece.page.wait_for_function(
        "() => / ([5-9]|\\\\d\\\\d+) of 676/.test(document.querySelector('.conv-map').ariaLabel)"
    )
    pause = piece.get_by_role("button", name="Pause")
    assert pause.get_attribute("aria-pressed") == "true"
    pause.press("Enter")
    assert piece.get_by_role("button", name="Play").get_attribute("aria-pressed") == "false"


def test_every_weight_can_be_changed(piece):
    piece.get_by_label("Weight in row 2, column 2").fill("2.5")
    assert piece.locator(".conv-preset").input_value() == "your own"
    piece.locator(".conv-image").focus()
    for key in ("ArrowDown", "ArrowRight"):
        for _ in range(10):
            piece.page.keyboard.press(key)
    own = LOWER_EDGES + np.array([[0, 0, 0], [0, 2.5, 0], [0, 0, 0]])
    assert told(piece)[2] == pytest.approx(convolve(SEVEN, own)[10, 10], abs=0.006)
    piece.get_by_label("Weight in row 1, column 1").fill("")
    own[0, 0] = 0
    assert told(piece)[2] == pytest.approx(convolve(SEVEN, own)[10, 10], abs=0.006)


def test_every_filter_and_digit_can_be_chosen(piece):
    filters = piece.locator(".conv-preset")
    names = filters.locator("option").all_inner_texts()
    assert len(names) >= 6
    piece.locator(".conv-digit").select_option("3")
    seen = set()
    for name in names[:-1]:
        filters.select_option(name)
        weights = [box.input_value() for box in piece.locator(".conv-weights input").all()]
        seen.add(json.dumps(weights))
    assert len(seen) == len(names) - 1
    assert "handwritten 3" in piece.locator(".conv-image").get_attribute("aria-label")


def test_who_asked_for_less_motion_gets_no_playing(browser: Browser, built_site):
    page = browser.new_page(reduced_motion="reduce")
    page.goto((built_site.folder / ADDRESS).as_uri())
    piece = page.locator(".live-convolution")
    assert not piece.locator('[data-do="play"]').is_visible()
    assert piece.get_by_role("button", name="Fill the map").is_visible()
    page.close()


def test_the_digits_are_the_courses_own():
    text = (live_data.FOLDER / "digits.js").read_text("utf-8")
    assert text == live_data.script("digits", live_data.digits())
