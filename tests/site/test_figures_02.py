"""The numbers of lesson 02: those on its figures, and those that its text says of them."""

from pathlib import Path

import numpy as np

from autograder.website import figures_02

LESSON = Path(__file__).resolve().parents[2] / "site" / "lessons" / "02-first-look.md"
FIGURES = LESSON.parents[1] / "figures"


def test_the_blank_positions_are_those_of_the_text() -> None:
    images, _ = figures_02.training_digits()
    first, every = (int(figures_02.blank_positions(images[:n]).sum()) for n in (1, len(images)))
    text = " ".join(LESSON.read_text("utf-8").split())

    assert figures_02.COUNTS[-1] == len(images)
    assert f"falls from {first} for one image to {every} for {len(images):,}" in text
    assert f"After {len(images):,} digits, {every} positions are blank" in text


def test_the_offline_digits_keep_the_promises_that_the_text_tests() -> None:
    images, _ = figures_02.training_digits()
    for image in images[::10]:
        top, bottom, left, right = figures_02.box(image)
        assert max(bottom - top, right - left) + 1 in (19, 20)
        assert all(13.4 < place < 14.6 for place in figures_02.center_of_mass(image))


def test_the_boxes_in_the_figure_are_those_of_the_text() -> None:
    markup = (FIGURES / "02-boxes-light.svg").read_text("utf-8")
    text = LESSON.read_text("utf-8")

    assert "rows 7 to 26" in markup
    assert "down to row 26" in text
    assert "rows 3 to 22" in markup
    assert "up to row 3" in text


def test_sums_of_bytes_wrap_as_the_text_says() -> None:
    twice = np.array([200], np.uint8) + np.array([200], np.uint8)
    sum_of_two = np.array([200], np.uint8) + np.array([100], np.uint8)
    text = LESSON.read_text("utf-8")

    assert f"- [x] {twice[0]}" in text
    assert f"in `uint8` is {sum_of_two[0]}" in text
    assert f"{round(0.809 * 784)}" in text
