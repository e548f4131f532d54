"""The figures: both palettes, small, and drawn from what they claim."""

import numpy as np
import pytest

from autograder.website import figures

LIMIT_IN_BYTES = 60_000


def test_the_committed_figures_are_those_of_the_script():
    wanted = {f"{n}-{v}.svg" for n in figures.all_figures() for v in figures.VARIANTS}
    assert {path.name for path in figures.FOLDER.iterdir()} == wanted


def test_every_figure_is_small():
    sizes = {path.name: path.stat().st_size for path in figures.FOLDER.iterdir()}
    assert {name: size for name, size in sizes.items() if size > LIMIT_IN_BYTES} == {}


def test_a_figure_can_be_drawn_again_in_both_palettes(tmp_path):
    light, dark = figures.draw_all(tmp_path, ["05-cross-entropy"])
    assert light.read_text("utf-8") != dark.read_text("utf-8")
    assert f"ln(1 + 9/e) = {np.log1p(9 / np.e):.4f}</text>" in light.read_text("utf-8")
    assert f"ln 10 = {np.log(10):.4f}</text>" in dark.read_text("utf-8")


def test_the_convolution_in_the_figure_is_one():
    image = np.arange(12.0).reshape(3, 4)
    filter_ = np.array([[1.0, 0], [3, -2]])
    by_hand = [
        [image[y, x] + 3 * image[y + 1, x] - 2 * image[y + 1, x + 1] for x in range(3)]
        for y in range(2)
    ]
    assert figures.convolve(image, filter_).tolist() == by_hand


def test_raw_pixels_have_the_same_valley_65025_times_further_left():
    raw, scaled = (figures.loss_after(50, r, s) for r, s in ((1 / 255**2, 1), (1, 1 / 255)))
    assert raw == pytest.approx(scaled, rel=0.02)
    assert figures.loss_after(50, 0.01, 1 / 255) < np.log(10)
    assert figures.loss_after(50, 0.01, 1) > 10


def test_the_claims_of_the_captions_hold_for_the_digits():
    images, labels = figures.sorted_sample()
    assert 0.75 < np.mean(images == 0) < 0.85, "four pixels in five are 0"
    assert np.mean(images.max(axis=(1, 2)) == 255) > 0.5, "pure white occurs in most digits"
    assert np.bincount(labels[-1000:], minlength=10).tolist() == [0] * 8 + [500, 500]
