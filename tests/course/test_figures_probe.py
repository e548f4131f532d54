"""The probe of plots sees what is drawn, however it is drawn, and leaves nothing behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from course import probes
from course.errors import LearnerError
from course.notebook import LocalNotebook

VALUES = np.array([0, 0, 0, 1, 2, 2, 9], float)


def describe(plot: Callable[..., Any], *args: Any) -> dict[str, Any]:
    return LocalNotebook({"plot": plot}).ask(probes.describe_axes, "plot", *args)


def only_axes(plot: Callable[..., Any], *args: Any) -> dict[str, Any]:
    (axes,) = describe(plot, *args)["axes"]
    return axes


@pytest.mark.parametrize("style", ["bar", "step", "stepfilled"])
@pytest.mark.parametrize("log", [False, True])
def test_bars_of_a_histogram_are_its_counts(style: str, log: bool) -> None:
    def plot(values: np.ndarray) -> None:
        plt.hist(values, bins=[0, 1, 2, 3, 10], histtype=style, log=log)

    counts = {left: height for left, _, _, height in only_axes(plot, VALUES)["bars"].tolist()}

    assert counts == {0: 3, 1: 1, 2: 2, 3: 1}


@pytest.mark.parametrize("style", ["bar", "step", "stepfilled"])
def test_sideways_bars_have_their_counts_as_width(style: str) -> None:
    def plot(values: np.ndarray) -> None:
        plt.hist(values, bins=[0, 1, 2, 3, 10], histtype=style, orientation="horizontal")

    counts = {low: width for _, low, width, _ in only_axes(plot, VALUES)["bars"].tolist()}

    assert counts == {0: 3, 1: 1, 2: 2, 3: 1}


def test_stairs_and_filled_steps_are_bars_too() -> None:
    def plot() -> None:
        _, (left, right) = plt.subplots(1, 2)
        left.stairs([3, 1], [0, 1, 4])
        right.fill_between([0, 1, 4], [3, 1, 1], step="post")

    for axes in describe(plot)["axes"]:
        assert axes["bars"].tolist() == [[0, 0, 1, 3], [1, 0, 3, 1]]


def test_bars_drawn_by_broken_barh_are_bars() -> None:
    def plot() -> None:
        plt.broken_barh([(0, 5)], (1.5, 1))
        plt.broken_barh([(0, 2), (3, 4)], (2.5, 1))

    assert only_axes(plot)["bars"].tolist() == [[0, 1.5, 5, 1], [0, 2.5, 2, 1], [3, 2.5, 4, 1]]


def test_curves_of_a_collection_are_lines_and_its_segments_are_not() -> None:
    def plot() -> None:
        curves = [[(1, 3), (2, 5), (3, 4)], [(1, 0), (1, 9)]]
        plt.gca().add_collection(LineCollection(curves, label="a"))

    axes = only_axes(plot)

    (line,) = axes["lines"]
    assert (line["x"].tolist(), line["y"].tolist(), line["label"]) == ([1, 2, 3], [3, 5, 4], "a")
    assert axes["segments"].tolist()[1] == [[1, 0], [1, 9]]


def test_lines_and_bands_across_the_axes_are_no_data() -> None:
    def plot() -> None:
        plt.plot([1, 2], [3, np.nan], "o--", label="a")
        plt.axhline(5)
        plt.axvspan(0, 1)

    axes = only_axes(plot)

    assert len(axes["bars"]) == 0
    (line,) = axes["lines"]
    assert line["x"].tolist() == [1, 2]
    assert np.isnan(line["y"][1])
    assert (line["label"], line["linestyle"], line["marker"]) == ("a", "--", "o")


def test_words_of_axes_and_figure_are_told() -> None:
    def plot() -> None:
        figure, axes = plt.subplots()
        axes.plot([1, 2], label="curve")
        axes.set_title("left", loc="left")
        axes.set(xlabel="x", ylabel="y", yscale="log", xticks=[0, 1], xticklabels=["no", "yes"])
        axes.text(0, 1, "remark")
        axes.legend()
        figure.suptitle("all")
        figure.supxlabel("below")
        figure.supylabel("beside")
        figure.legend(["for all"])

    axes = only_axes(plot)

    assert (axes["title"], axes["xlabel"], axes["ylabel"], axes["yscale"]) == (
        "left",
        "x",
        "y",
        "log",
    )
    assert (axes["legend"], axes["texts"]) == (["curve"], ["remark"])
    assert axes["xticklabels"] == ["no", "yes"]
    assert (axes["figure_title"], axes["figure_xlabel"], axes["figure_ylabel"]) == (
        "all",
        "below",
        "beside",
    )
    assert axes["figure_legend"] == ["for all"]


def test_images_and_points_are_told() -> None:
    def plot(image: np.ndarray) -> None:
        plt.imshow(image, vmin=0, vmax=255)
        plt.scatter([1, 2], [3, 4])
        plt.vlines([5], 0, 6)

    image = np.arange(6, dtype=np.uint8).reshape(2, 3)
    axes = only_axes(plot, image)

    assert axes["images"][0].tolist() == image.tolist()
    assert axes["image_limits"] == [[0, 255]]
    assert axes["points"][0].tolist() == [[1, 3], [2, 4]]
    assert axes["segments"].tolist() == [[[5, 0], [5, 6]]]


def shown() -> None:
    plt.plot([1, 2])
    plt.show()


def closed() -> None:
    plt.plot([1, 2])
    plt.close()


def returned() -> Figure:
    figure = Figure()
    figure.subplots().plot([1, 2])
    return figure


def returned_axes() -> Any:
    _, axes = plt.subplots(1, 1, squeeze=False)
    axes[0, 0].plot([1, 2])
    return axes


@pytest.mark.parametrize("plot", [shown, closed, returned, returned_axes])
def test_figures_are_found_and_none_stays(plot: Callable[[], Any]) -> None:
    assert len(only_axes(plot)["lines"]) == 1
    assert plt.get_fignums() == []


@pytest.mark.parametrize("earlier", [False, True])
def test_what_is_drawn_after_show_is_another_figure(earlier: bool) -> None:
    def plot() -> None:
        for height in (1, 2):
            plt.plot([0, height])
            plt.show()

    if earlier:
        plt.figure()
    first, second = describe(plot)["axes"]
    plt.close("all")

    assert (first["figure"], second["figure"]) == (0, 1)
    assert [axes["lines"][0]["y"].tolist() for axes in (first, second)] == [[0, 1], [0, 2]]


def test_a_figure_that_was_there_before_is_left_alone() -> None:
    own, own_axes = plt.subplots()
    try:
        axes = only_axes(lambda: plt.plot([1, 2]))
        assert len(axes["lines"]) == 1
        assert not own_axes.lines
        assert plt.get_fignums() == [own.number]
        own_axes.plot([3, 4])
        assert only_axes(lambda: own_axes)["lines"][0]["y"].tolist() == [3, 4]
        assert plt.get_fignums() == [own.number]
    finally:
        plt.close(own)


def test_axes_stand_in_reading_order() -> None:
    def plot() -> None:
        for place in (4, 1, 3, 2):
            plt.subplot(2, 2, place).set_title(str(place))
        plt.subplot(2, 2, 2).set_visible(False)

    assert [axes["title"] for axes in describe(plot)["axes"]] == ["1", "3", "4"]


def test_a_changed_argument_is_told() -> None:
    def plot(kept: np.ndarray, sorted_in_place: np.ndarray) -> None:
        sorted_in_place.sort()
        plt.hist(kept)

    assert describe(plot, VALUES, VALUES[::-1])["changed_arguments"] == [1]


def test_an_error_in_the_plot_is_the_learners_and_closes_what_was_drawn() -> None:
    def plot() -> None:
        plt.plot([1, 2])
        raise ValueError("no data")

    with pytest.raises(LearnerError, match="`plot` raised ValueError: no data"):
        describe(plot)
    assert plt.get_fignums() == []
    assert plt.show.__module__ == "matplotlib.pyplot"


def test_a_notebook_whose_first_figure_is_a_checks_shows_later_ones(tmp_path: Path) -> None:
    (tmp_path / "notebooks_own.py").write_text(
        "import matplotlib\n"
        "from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas\n"
        "matplotlib.interactive(True)\n"
    )
    code = """if True:
        import matplotlib.pyplot as plt
        from course import probes
        from course.notebook import LocalNotebook

        LocalNotebook({"plot": plt.figure}).ask(probes.describe_axes, "plot")
        print(plt.isinteractive())
    """
    own = {"MPLBACKEND": "module://notebooks_own", "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | own, capture_output=True, text=True
    )

    assert done.stdout.strip() == "True", done.stderr
