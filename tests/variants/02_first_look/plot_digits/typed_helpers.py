"""Over-careful: validation, type hints, a grid specification and a helper for one digit."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec


def _draw_digit(axes: Axes, image: np.ndarray, label: int) -> None:
    axes.imshow(np.array(image, dtype=float) / 255.0, cmap="gray", vmin=0.0, vmax=1.0)
    axes.set_title(f"{int(label)}", fontsize=10)
    axes.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)


def plot_digits(images: np.ndarray, labels: np.ndarray, max_columns: int = 10) -> Figure:
    if len(images) != len(labels):
        raise ValueError("there must be one label for each image")
    if len(images) == 0:
        raise ValueError("there is nothing to draw")
    columns = min(max_columns, len(images))
    rows = math.ceil(len(images) / columns)
    figure = plt.figure(figsize=(columns, 1.3 * rows), layout="constrained")
    grid = GridSpec(rows, columns, figure=figure)
    for number in range(len(images)):
        axes = figure.add_subplot(grid[divmod(number, columns)])
        _draw_digit(axes, images[number], labels[number])
    return figure
