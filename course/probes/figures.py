"""What a learner's plot shows: the bars, lines, images and words on its axes, as numbers and text.

A plot is judged by what is on it, however it was drawn and whatever the function returns.
"""

import contextlib
import copy
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np
import numpy.typing as npt

from course.probes.arguments import is_unchanged
from course.probes.registry import function_named, probe

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

FloatArray = npt.NDArray[np.float64]


@probe
def describe_axes(notebook: Mapping[str, Any], name: str, *args: Any) -> dict[str, Any]:
    """Call a function that plots, and tell what it drew. Nothing is shown, and nothing stays open.

    Figures are found however they come about: made with pyplot or without it, returned or not,
    shown or closed at the end.

    Returns:
        ``{"axes": [...], "changed_arguments": [positions, from 0]}``. The axes stand in reading
        order: figure by figure in the order in which they were made, and in a figure row by row.
        For each that is visible:

        - ``figure``: the number of its figure, from 0, and ``figure_title``, ``figure_xlabel``,
          ``figure_ylabel``, ``figure_legend`` (list): the words of that figure that stand for all
          its axes.
        - ``title``, ``xlabel``, ``ylabel``, ``legend`` (list), ``texts`` (list), ``label`` (a color
          bar has ``"<colorbar>"``): its own words; ``xticklabels``, ``yticklabels`` (lists).
        - ``xlim``, ``ylim``: (2,); ``xticks``, ``yticks``: (ticks,); ``xscale``, ``yscale``: text.
        - ``bars``: (bars, 4), the left, lower edge, width and height of each rectangle, of each
          step of a stepped histogram, and of the steps of ``stairs``.
        - ``bar_groups``: how many calls of ``bar`` or ``hist`` the bars came from (a histogram of
          a table with 784 columns counts 784).
        - ``lines``: list of ``{"x", "y", "label", "linestyle", "marker"}``, also those of a
          `LineCollection` that have three points or more; lines that span the axes, such as
          ``axhline``, are left out.
        - ``points``: list of (points, 2), one for each ``scatter``; ``segments``: (segments, 2, 2)
          of ``vlines`` and error bars.
        - ``images``: list of arrays (H, W) or (H, W, channels), with ``image_limits``, a list of
          the values that are shown as black and white.
    """
    function = function_named(notebook, name)
    before = copy.deepcopy(args)
    with figures_of_a_call() as made:
        returned = figures_in(function(*args))
        drawn = [figure for figure in dict.fromkeys([*made, *returned]) if figure.axes]
        return {
            "axes": [
                _describe(ax, number)
                for number, figure in enumerate(drawn)
                for ax in in_reading_order(figure)
            ],
            "changed_arguments": [
                i
                for i, pair in enumerate(zip(before, args, strict=True))
                if not is_unchanged(*pair)
            ],
        }


@contextlib.contextmanager
def figures_of_a_call() -> Iterator[list["Figure"]]:
    """Collect every figure that is made meanwhile; show none of them, and close them at the end."""
    import matplotlib.pyplot as plt
    from matplotlib.figure import Figure

    made: list[Figure] = []
    construct = Figure.__init__

    def remember(figure: Figure, *args: Any, **kwargs: Any) -> None:
        construct(figure, *args, **kwargs)
        made.append(figure)

    def start_anew(*args: Any, **kwargs: Any) -> None:
        # As in a notebook: what is drawn after `plt.show()` belongs to another figure.
        for figure in made:
            plt.close(figure)
        if plt.get_fignums():
            plt.figure()

    # A notebook's backend is loaded when it is first used, and turns interactive mode on. That has
    # to come before: what is put back at the end must not be the mode from before it was loaded.
    plt.draw_if_interactive()
    # Without interactive mode no window opens, and the notebook's backend queues nothing to show.
    with (
        plt.ioff(),
        mock.patch.object(Figure, "__init__", remember),
        mock.patch.object(Figure, "show", _show_nothing),
        mock.patch.object(plt, "show", start_anew),
    ):
        if plt.get_fignums():  # `plt.hist` must not draw into a figure of the notebook's own
            plt.figure()
        try:
            yield made
        finally:
            for figure in made:
                plt.close(figure)


def _show_nothing(*args: Any, **kwargs: Any) -> None:
    """Stand in for what shows figures."""


def figures_in(answer: Any) -> list["Figure"]:
    """Return the figures of what a function returned: a figure, axes, or arrays and lists of them.

    They matter if they were made before the call and only drawn into by it.
    """
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    if isinstance(answer, Figure):
        return [answer]
    if isinstance(answer, Artist):
        figure = answer.get_figure()
        root = getattr(figure, "figure", None)  # of a subfigure, the figure that it is part of
        return [root] if isinstance(root, Figure) else []
    if isinstance(answer, np.ndarray) and answer.dtype == object:
        answer = answer.ravel().tolist()
    if isinstance(answer, list | tuple):
        return [figure for item in answer for figure in figures_in(item)]
    return []


def in_reading_order(figure: "Figure") -> list["Axes"]:
    """Return the visible axes, row by row from the top, left to right within a row."""

    def place(ax: "Axes") -> tuple[float, float]:
        box = ax.get_position()
        return -round(box.y1, 2), box.x0

    return sorted((ax for ax in figure.axes if ax.get_visible()), key=place)


def _describe(ax: "Axes", number: int) -> dict[str, Any]:
    figure = ax.figure
    legend = ax.get_legend()
    return {
        "figure": number,
        "figure_title": figure.get_suptitle(),
        "figure_xlabel": figure.get_supxlabel(),
        "figure_ylabel": figure.get_supylabel(),
        "figure_legend": [text.get_text() for key in figure.legends for text in key.get_texts()],
        "title": ax.get_title("center") or ax.get_title("left") or ax.get_title("right"),
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "label": str(ax.get_label()),
        "legend": [text.get_text() for text in legend.get_texts()] if legend else [],
        "texts": [text.get_text() for text in ax.texts],
        "xscale": ax.get_xscale(),
        "yscale": ax.get_yscale(),
        "xlim": np.asarray(ax.get_xlim(), float),
        "ylim": np.asarray(ax.get_ylim(), float),
        "xticks": np.asarray(ax.get_xticks(), float),
        "yticks": np.asarray(ax.get_yticks(), float),
        "xticklabels": _tick_labels(ax.xaxis),
        "yticklabels": _tick_labels(ax.yaxis),
        "bars": _bars(ax),
        "bar_groups": _bar_groups(ax),
        "lines": _lines(ax),
        "points": _points(ax),
        "segments": _segments(ax),
        "images": [plain(image.get_array()) for image in ax.images],
        "image_limits": [[float(limit) for limit in image.get_clim()] for image in ax.images],
    }


def _tick_labels(axis: "Axis") -> list[str]:
    # Asking for the tick's own texts would build every tick first, which takes half of all time.
    return [
        str(text)
        for text in axis.get_major_formatter().format_ticks(list(axis.get_majorticklocs()))
    ]


def _bars(ax: "Axes") -> FloatArray:
    from matplotlib.collections import PolyCollection
    from matplotlib.patches import Polygon, Rectangle, StepPatch

    bars: list[FloatArray] = []
    for patch in ax.patches:
        # Bands such as `axvspan` are as high as the axes: they show no data.
        if patch.get_data_transform() is not ax.transData:
            continue
        if isinstance(patch, Rectangle):
            box = (patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height())
            bars.append(np.array([box], float))
        elif isinstance(patch, StepPatch):
            bars.append(_stairs(patch))
        elif isinstance(patch, Polygon):
            bars.append(_steps(patch.get_xy()))
    for collection in ax.collections:
        if isinstance(collection, PolyCollection):
            bars += [_box_or_steps(path.vertices) for path in collection.get_paths()]
    return np.concatenate(bars) if bars else np.zeros((0, 4))


def _stairs(patch: Any) -> FloatArray:
    values, edges, baseline = patch.get_data()
    heights = plain(values) - (0 if baseline is None else baseline)
    lower = np.broadcast_to(0 if baseline is None else baseline, heights.shape)
    box = [edges[:-1], lower, np.diff(edges), heights]
    if patch.orientation == "horizontal":
        box = [lower, edges[:-1], heights, np.diff(edges)]
    return np.stack([np.asarray(side, float) for side in box], axis=1)


def _box_or_steps(outline: npt.ArrayLike) -> FloatArray:
    """Return a rectangle, as `broken_barh` draws it, as one bar, and anything else by its steps."""
    corners = np.unique(np.asarray(outline, float), axis=0)
    low, high = corners.min(axis=0), corners.max(axis=0)
    if len(corners) == 4 and np.isin(corners, [low, high]).all():
        return np.concatenate([low, high - low])[np.newaxis]
    return _steps(outline)


def _steps(outline: npt.ArrayLike) -> FloatArray:
    """Return the steps of a stepped outline as bars: its level stretches, measured from 0."""
    points = np.asarray(outline, float)
    sideways = _is_sideways(points)
    along, height = (points[:, 1], points[:, 0]) if sideways else (points[:, 0], points[:, 1])
    step = (np.diff(height) == 0) & (np.diff(along) != 0) & (height[:-1] != 0)
    low = np.minimum(along[:-1], along[1:])[step]
    width = np.abs(np.diff(along))[step]
    tall, base = height[:-1][step], np.zeros(step.sum())
    return np.stack([base, low, tall, width] if sideways else [low, base, width, tall], axis=1)


def _is_sideways(outline: FloatArray) -> bool:
    """Tell whether the bars of an outline grow to the right: then it first runs up along y."""
    there = np.diff(outline[: (len(outline) + 1) // 2], axis=0)  # some come back along the base
    return bool((there[:, 1] >= 0).all() and (there[:, 0] < 0).any())


def _bar_groups(ax: "Axes") -> int:
    from matplotlib.container import BarContainer

    return sum(isinstance(container, BarContainer) for container in ax.containers)


def _lines(ax: "Axes") -> list[dict[str, Any]]:
    return [
        {
            "x": plain(line.get_xdata(orig=False)),
            "y": plain(line.get_ydata(orig=False)),
            "label": str(line.get_label()),
            "linestyle": str(line.get_linestyle()),
            "marker": str(line.get_marker()),
        }
        for line in ax.lines
        if line.get_transform() is ax.transData
    ] + _curves(ax)


def _curves(ax: "Axes") -> list[dict[str, Any]]:
    """Return the lines of collections; two points are no curve but a segment."""
    from matplotlib.collections import LineCollection

    return [
        {
            "x": plain(points)[:, 0],
            "y": plain(points)[:, 1],
            "label": str(item.get_label()),
            "linestyle": str(item.get_linestyle()[0]),
            "marker": "None",
        }
        for item in ax.collections
        if isinstance(item, LineCollection) and item.get_transform() is ax.transData
        for points in item.get_segments()
        if len(points) > 2
    ]


def _points(ax: "Axes") -> list[FloatArray]:
    from matplotlib.collections import PathCollection

    return [
        plain(item.get_offsets()) for item in ax.collections if isinstance(item, PathCollection)
    ]


def _segments(ax: "Axes") -> FloatArray:
    from matplotlib.collections import LineCollection

    found = [
        np.asarray(segment, float)[[0, -1]]
        for item in ax.collections
        if isinstance(item, LineCollection)
        for segment in item.get_segments()
        if len(segment) > 1
    ]
    return np.stack(found) if found else np.zeros((0, 2, 2))


def plain(values: Any) -> FloatArray:
    """Return numbers of any kind as a plain array; what is masked becomes NaN."""
    return np.ma.filled(np.ma.asarray(values).astype(float), np.nan)
