"""Axes with a scale of its own for each configuration.

loses: 2
told: on separate axes
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, all_axes = plt.subplots(1, len(rows))
    for axes, name, mean, std in zip(all_axes, names, means, stds, strict=True):
        axes.errorbar([0], [mean], yerr=[std], fmt="o")
        axes.set_title(name)
        axes.set_ylabel("accuracy")
