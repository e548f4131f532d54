"""The look of the course's figures, and digits shown as they are.

Importing this module imports Matplotlib; nothing else of the course needs it.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt

_STYLES = Path(__file__).parent / "styles"
# The largest value that a pixel can have, by which white is known whatever the images hold.
_WHITE_OF_BYTES, _WHITE_OF_FLOATS = 255, 1
_SIDE_IN_INCHES = 0.75


def style_path(dark: bool = False) -> Path:
    """Return the Matplotlib style file of the course, for a light or for a dark page."""
    return _STYLES / f"course-{'dark' if dark else 'light'}.mplstyle"


def use_course_style(dark: bool = False) -> None:
    """Draw every later figure of this notebook in the style of the course."""
    plt.style.use(style_path(dark))


def show_digits(
    images: npt.ArrayLike, labels: npt.ArrayLike | None = None, columns: int = 10
) -> None:
    """Show some digits in rows, white on black as they are, each below its label.

    All share one scale: 0 is black, and white is 255 for integers, 1 for floats. So images that
    were divided twice come out black, which is what a network would see.

    Args:
        images: (N, H, W) or (N, H, W, 1), integers from 0 to 255 or floats from 0 to 1.
        labels: (N,), written above the images; anything that can be written.
        columns: how many stand in a row.

    Raises:
        ValueError: the images have another shape, there are none, or not one label for each.
    """
    pixels = np.asarray(images)
    if pixels.ndim == 4 and pixels.shape[-1] == 1:
        pixels = pixels[..., 0]
    if pixels.ndim != 3 or len(pixels) == 0:
        raise ValueError(
            f"show_digits takes images of the shape (N, 28, 28); these are {pixels.shape}. "
            "For a single image write images[i : i + 1]."
        )
    titles = None if labels is None else np.asarray(labels)
    if titles is not None and titles.shape != pixels.shape[:1]:
        raise ValueError(f"{len(pixels)} images, and labels of the shape {titles.shape}.")
    columns = min(columns, len(pixels))
    rows = -(-len(pixels) // columns)
    title_room = 0 if titles is None else 0.25
    _, axes = plt.subplots(
        rows,
        columns,
        squeeze=False,
        figsize=(columns * _SIDE_IN_INCHES, rows * (_SIDE_IN_INCHES + title_room)),
    )
    white = _WHITE_OF_FLOATS if pixels.dtype.kind == "f" else _WHITE_OF_BYTES
    for ax in axes.flat:
        ax.set_axis_off()
    for i, (ax, image) in enumerate(zip(axes.flat, pixels, strict=False)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=white, interpolation="nearest")
        if titles is not None:
            ax.set_title(str(titles[i]), loc="center", fontweight="normal")
