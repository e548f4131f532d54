"""Which lines the words of a learner's legends stand beside, as a reader finds out by looking."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from course.probes.figures import figures_in, figures_of_a_call, in_reading_order, plain
from course.probes.registry import function_named, probe

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.legend import Legend
    from matplotlib.lines import Line2D


@probe
def find_lines_of_legends(
    notebook: Mapping[str, Any], name: str, *args: Any
) -> list[dict[str, Any]]:
    """Call a function that plots, and tell which lines look like the samples in its legends.

    The label of a line need not be what a legend shows beside its sample: ``legend(["a", "b"])``
    hands out words by the order of drawing. Nothing is shown, and nothing stays open.

    Returns:
        For each entry of a legend and each line of its axes, or of its figure, that has the color,
        dashes and marker of the entry's sample: ``{"words", "y"}``, the text of the entry and
        the values of the line (points,). Samples that are no lines are left out.
    """
    function = function_named(notebook, name)
    with figures_of_a_call() as made:
        returned = figures_in(function(*args))
        return [
            {"words": words, "y": plain(line.get_ydata(orig=False))}
            for figure in dict.fromkeys([*made, *returned])
            for ax in in_reading_order(figure)
            for legend in _legends_for(ax)
            for words, sample in _entries(legend)
            for line in ax.lines
            if _looks(line) == _looks(sample)
        ]


def _legends_for(ax: "Axes") -> "Iterator[Legend]":
    own = ax.get_legend()
    if own is not None:
        yield own
    yield from ax.figure.legends


def _entries(legend: "Legend") -> "Iterator[tuple[str, Line2D]]":
    from matplotlib.lines import Line2D

    for text, sample in zip(legend.get_texts(), legend.legend_handles, strict=False):
        if isinstance(sample, Line2D):
            yield text.get_text(), sample


def _looks(line: "Line2D") -> tuple[Any, ...]:
    from matplotlib.colors import to_rgb

    return to_rgb(line.get_color()), str(line.get_linestyle()), str(line.get_marker())
