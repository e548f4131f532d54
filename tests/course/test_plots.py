"""The course's look, and digits shown as they are."""

from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course import plots


@pytest.fixture(autouse=True)
def _own_settings() -> Iterator[None]:
    with mpl.rc_context():
        yield
    plt.close("all")


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_is_one_that_matplotlib_reads_without_a_warning(
    dark: bool, caplog: pytest.LogCaptureFixture
) -> None:
    plots.use_course_style(dark)

    assert not caplog.records
    assert plt.rcParams["image.cmap"] == "gray"
    assert not plt.rcParams["axes.spines.top"]


def test_words_and_lines_stand_out_from_their_page() -> None:
    for dark in (False, True):
        plots.use_course_style(dark)
        page = _luminance(plt.rcParams["axes.facecolor"])
        assert _contrast(_luminance(plt.rcParams["text.color"]), page) > 7
        first_colors = plt.rcParams["axes.prop_cycle"].by_key()["color"][:3]
        assert all(_contrast(_luminance(color), page) > 3 for color in first_colors)


def test_both_styles_set_the_same_things() -> None:
    names = [_settings(plots.style_path(dark)).keys() for dark in (False, True)]
    assert names[0] == names[1]


@pytest.mark.parametrize("shape", [(3, 28, 28), (3, 28, 28, 1)])
def test_bytes_and_fractions_look_alike(shape: tuple[int, ...]) -> None:
    images = np.zeros(shape, np.uint8)

    for prepared, white in ((images, 255), (images.astype(np.float32), 1)):
        plots.show_digits(prepared, [4, 5, 6])
        shown = [image for ax in plt.gcf().axes for image in ax.images]
        assert [image.get_clim() for image in shown] == [(0, white)] * 3


def test_each_digit_stands_below_its_label_in_rows() -> None:
    plots.show_digits(np.zeros((5, 28, 28)), [3, 1, 4, 1, 5], columns=3)

    axes = plt.gcf().axes
    assert [ax.get_title() for ax in axes] == ["3", "1", "4", "1", "5", ""]
    assert [len(ax.images) for ax in axes] == [1, 1, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("images", "labels", "said"),
    [
        (np.zeros((28, 28)), None, "For a single image"),
        (np.zeros((0, 28, 28)), None, "takes images"),
        (np.zeros((2, 784)), None, "takes images"),
        (np.zeros((2, 28, 28)), [1, 2, 3], "2 images, and labels"),
    ],
)
def test_what_cannot_be_shown_is_said(
    images: np.ndarray, labels: list[int] | None, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        plots.show_digits(images, labels)


def _settings(style: Path) -> dict[str, str]:
    lines = [line for line in style.read_text().splitlines() if line and line[0] != "#"]
    return dict(line.split(":", 1) for line in lines)


def _luminance(color: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = np.array(mpl.colors.to_rgb(color))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
