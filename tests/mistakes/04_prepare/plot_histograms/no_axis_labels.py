"""Titles and nothing else.

loses: 1
told: Say what is counted there
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set_title(name)
