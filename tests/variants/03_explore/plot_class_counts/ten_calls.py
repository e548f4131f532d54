"""One call for each bar, on a Figure of its own, with words for all axes."""

from matplotlib.figure import Figure


def plot_class_counts(counts):
    figure = Figure()
    axes = figure.subplots()
    for digit, count in enumerate(counts):
        axes.bar(digit, count, align="edge", color="gray")
    axes.set_xticks(range(10))
    figure.supxlabel("digit")
    figure.supylabel("images")
    return figure
