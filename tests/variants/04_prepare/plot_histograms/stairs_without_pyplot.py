"""Drawn on a Figure of its own, with stairs, and words for all axes together."""

from matplotlib.figure import Figure


def plot_histograms(images, normalized):
    figure = Figure()
    axes = figure.subplots(1, 2, sharey=True)
    for ax, values, name in zip(axes, (images, normalized), ("Before", "After")):
        ax.stairs(*np.histogram(values, bins=40), fill=True)
        ax.set_title(name, loc="left")
    figure.supxlabel("pixel value")
    figure.supylabel("pixels")
    return axes
