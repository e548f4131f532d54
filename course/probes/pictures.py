"""The pictures in a learner's plot, as a reader sees them, and the words that stand with them."""

import copy
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from course.probes.arguments import is_unchanged
from course.probes.figures import figures_in, figures_of_a_call, in_reading_order, plain
from course.probes.registry import function_named, probe

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.text import Text

FloatArray = npt.NDArray[np.float64]


@probe
def describe_pictures(notebook: Mapping[str, Any], name: str, *args: Any) -> dict[str, Any]:
    """Call a function that plots, and tell which pictures it drew. Nothing is shown or left open.

    What `describe_axes` tells of images are their arrays; here they are turned as they stand on the
    page, in the colors in which they are seen, and what a later picture covers is left out.

    Returns:
        ``{"axes": [...], "figure_words": [...], "changed_arguments": [positions, from 0]}``. The
        words are those that stand in a figure outside its axes. For each axes with a picture, in
        reading order, and for each figure with pictures that stand on no axes (`figimage`):

        - ``pictures``: list of ``{"values", "colors", "box"}``. The values are (H, W), as they were
          handed to Matplotlib (of a color image, the mean of its channels); the colors are
          (H, W, 3) from 0 to 1; both with the row that is seen at the top first. The box is (left,
          top, right, bottom) in shares of the axes, from its upper left corner.
        - ``words``: list of texts: the title, the labels of both axes, and the legend; if the axes
          are the only ones of a subfigure, its words as well.
        - ``texts``: list of ``{"text", "x", "y"}``: what was written into the axes, and ticks that
          were given words, in shares of the axes like the boxes; NaN where a tick has no place.
    """
    from matplotlib.axes import Axes

    function = function_named(notebook, name)
    before = copy.deepcopy(args)
    with figures_of_a_call() as made:
        returned = figures_in(function(*args))
        drawn = list(dict.fromkeys([*made, *returned]))
        axes = [ax for figure in drawn for ax in in_reading_order(figure)]
        axes = [part for ax in axes for part in (ax, *ax.child_axes) if isinstance(part, Axes)]
        seen = [(ax, _pictures(ax)) for ax in axes]
        on_no_axes = [(figure, _shown(figure.images, figure.transSubfigure)) for figure in drawn]
        return {
            "axes": [
                *(
                    {"pictures": pictures, "words": _words(ax), "texts": list(_texts(ax))}
                    for ax, pictures in seen
                    if pictures
                ),
                *(
                    {
                        "pictures": pictures,
                        "words": [],
                        "texts": [_placed(text, figure.transSubfigure) for text in figure.texts],
                    }
                    for figure, pictures in on_no_axes
                    if pictures
                ),
            ],
            "figure_words": [text.get_text() for figure in drawn for text in _texts_of(figure)],
            "changed_arguments": [
                i
                for i, pair in enumerate(zip(before, args, strict=True))
                if not is_unchanged(*pair)
            ],
        }


def _pictures(ax: "Axes") -> list[dict[str, Any]]:
    """Return what is seen of images and meshes, and of images in annotation boxes."""
    from matplotlib.offsetbox import AnnotationBbox, OffsetImage

    if ax.get_label() == "<colorbar>":
        return []
    artists: list[Artist] = []
    for artist in ax.get_children():
        if isinstance(artist, AnnotationBbox):
            _settle(ax)
            artists += artist.findobj(OffsetImage)
        else:
            artists.append(artist)
    return _shown(artists, ax.transAxes)


def _settle(ax: "Axes") -> None:
    """Let Matplotlib place what it places only while drawing."""
    figure = ax.get_figure(root=True)
    if figure is not None:
        figure.draw_without_rendering()


def _shown(artists: list[Any], shares: Any) -> list[dict[str, Any]]:
    """Return the pictures among the artists: later ones cover earlier ones.

    Args:
        artists: any artists of a figure, or of a set of axes.
        shares: the transformation from the shares in which the boxes are told to the page.
    """
    shown: list[dict[str, Any]] = []
    for artist in sorted(artists, key=lambda artist: artist.get_zorder()):
        corners = _corners(artist)
        if corners is not None and artist.get_visible():
            picture = _picture(artist, _in_shares(shares, corners))
            shown = [earlier for earlier in shown if not _covers(picture["box"], earlier["box"])]
            shown.append(picture)
    return shown


def _corners(artist: Any) -> FloatArray | None:
    """Return (x, y) on the page of the first pixel's outer corner and of the last one's, (2, 2)."""
    from matplotlib.image import FigureImage
    from matplotlib.offsetbox import OffsetImage

    if isinstance(artist, OffsetImage):
        left, bottom, right, top = artist.get_window_extent().extents
        return _diagonal(left, right, bottom, top, artist.image.origin)
    if hasattr(artist, "get_extent") and hasattr(artist, "origin"):
        left, right, bottom, top = artist.get_extent()
        corners = _diagonal(left, right, bottom, top, artist.origin)
        # The place of an image without axes is told in the pixels of the page already.
        on_page = isinstance(artist, FigureImage)
        return corners if on_page else np.asarray(artist.axes.transData.transform(corners))
    if hasattr(artist, "get_coordinates"):  # `pcolormesh`
        grid = artist.get_coordinates()
        return np.asarray(artist.axes.transData.transform([grid[0, 0], grid[-1, -1]]))
    return None


def _diagonal(left: float, right: float, bottom: float, top: float, origin: str) -> FloatArray:
    first, last = (top, bottom) if origin == "upper" else (bottom, top)
    return np.array([[left, first], [right, last]], float)


def _picture(artist: Any, corners: FloatArray) -> dict[str, Any]:
    from matplotlib.offsetbox import OffsetImage

    if isinstance(artist, OffsetImage):
        artist = artist.image
    array = artist.get_array()
    if hasattr(artist, "get_coordinates"):
        rows, columns = np.subtract(artist.get_coordinates().shape[:2], 1)
        array = array.reshape(rows, columns, *array.shape[2:])
    colors = artist.to_rgba(array)[..., :3]
    values = plain(array)
    if values.ndim == 3:
        values = values[..., :3].mean(axis=-1)
    (left, top), (right, bottom) = corners
    if top > bottom:
        values, colors, top, bottom = values[::-1], colors[::-1], bottom, top
    if left > right:
        values, colors, left, right = values[:, ::-1], colors[:, ::-1], right, left
    box = np.array([left, top, right, bottom])
    return {"values": values, "colors": np.asarray(colors, float), "box": box}


def _in_shares(shares: Any, points: npt.ArrayLike) -> FloatArray:
    """Turn points on the page into shares of the axes or figure, from its upper left corner."""
    x, y = shares.inverted().transform(points).T
    return np.stack([x, 1 - y], axis=-1)


def _covers(later: FloatArray, earlier: FloatArray) -> bool:
    inner = earlier + 1e-6 * np.array([1, 1, -1, -1])
    return bool((later[:2] <= inner[:2]).all() and (later[2:] >= inner[2:]).all())


def _words(ax: "Axes") -> list[str]:
    legend = ax.get_legend()
    return [
        *(ax.get_title(side) for side in ("left", "center", "right")),
        ax.get_xlabel(),
        ax.get_ylabel(),
        *(text.get_text() for text in (legend.get_texts() if legend else [])),
        *_words_around(ax),
    ]


def _words_around(ax: "Axes") -> list[str]:
    """Return the words of the subfigure that holds these axes and no other ones."""
    from matplotlib.figure import SubFigure

    alone = isinstance(ax.figure, SubFigure) and ax.figure.axes == [ax]
    return [text.get_text() for text in ax.figure.texts] if alone else []


def _texts_of(figure: Any) -> list["Text"]:
    """Return the texts of a figure and of its subfigures that stand outside all axes."""
    return [*figure.texts, *(text for part in figure.subfigs for text in _texts_of(part))]


def _texts(ax: "Axes") -> Iterator[dict[str, Any]]:
    from matplotlib.offsetbox import AnnotationBbox
    from matplotlib.text import Text

    for text in ax.texts:
        yield _placed(text, ax.transAxes)
    for box in ax.get_children():
        if isinstance(box, AnnotationBbox):
            _settle(ax)
            yield from (_placed(text, ax.transAxes) for text in box.findobj(Text))
    for along, axis in enumerate((ax.xaxis, ax.yaxis)):
        for place, words in _worded_ticks(axis):
            point = _in_shares(ax.transAxes, ax.transData.transform((place, place)))
            place_along = float(point[along])
            x, y = (place_along, np.nan) if along == 0 else (np.nan, place_along)
            yield {"text": words, "x": x, "y": y}


def _placed(text: "Text", shares: Any) -> dict[str, Any]:
    from matplotlib.text import Annotation

    # An annotation has no place of its own until it is drawn.
    if isinstance(text, Annotation) and text.xycoords == "data" and text.axes is not None:
        point = text.axes.transData.transform(text.xy)
    else:
        point = text.get_transform().transform(text.get_position())
    x, y = _in_shares(shares, point)
    return {"text": text.get_text(), "x": float(x), "y": float(y)}


def _worded_ticks(axis: "Axis") -> list[tuple[float, str]]:
    """Return places and texts of ticks that were given texts; numbers of an axis are none."""
    from matplotlib.ticker import FixedFormatter, FuncFormatter

    formatter = axis.get_major_formatter()
    if not isinstance(formatter, FixedFormatter | FuncFormatter):
        return []
    places = [float(place) for place in axis.get_majorticklocs()]
    return list(zip(places, map(str, formatter.format_ticks(places)), strict=False))
