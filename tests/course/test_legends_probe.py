"""The probe of legends tells which lines look like the samples beside a legend's words."""

from collections.abc import Callable

import matplotlib.pyplot as plt
import pytest

from course import probes
from course.notebook import LocalNotebook


def entries(function: Callable[[], object]) -> list[tuple[str, list[float]]]:
    found = LocalNotebook({"plot": function}).ask(probes.find_lines_of_legends, "plot")
    return [(entry["words"], list(entry["y"])) for entry in found]


def test_words_alone_go_to_the_lines_in_the_order_of_drawing() -> None:
    def plot() -> None:
        plt.plot([1, 2])
        plt.plot([3, 4])
        plt.legend(["first", "second"])

    assert entries(plot) == [("first", [1, 2]), ("second", [3, 4])]


def test_chosen_lines_keep_their_words() -> None:
    def plot() -> None:
        (low,) = plt.plot([1, 2])
        (high,) = plt.plot([3, 4], "--")
        plt.legend([high, low], ["high", "low"])

    assert sorted(entries(plot)) == [("high", [3, 4]), ("low", [1, 2])]


def test_the_words_of_a_figure_stand_for_all_lines_that_look_alike() -> None:
    def plot() -> None:
        figure, axes = plt.subplots(1, 2)
        (sample,) = axes[0].plot([1, 2], "k-o")
        axes[1].plot([3, 4], "k-o")
        axes[1].plot([5, 6], "k--o")
        figure.legend([sample], ["solid"])

    assert entries(plot) == [("solid", [1, 2]), ("solid", [3, 4])]


@pytest.mark.parametrize("legend", [True, False])
def test_samples_that_look_like_no_line_are_left_out(legend: bool) -> None:
    def plot() -> None:
        plt.plot([1, 2], color="red")
        if legend:
            plt.legend(handles=[plt.Line2D([], [], color="blue", label="sample")])

    assert entries(plot) == []
