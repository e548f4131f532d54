"""Cumulative counts.

loses: 2
told: only ever grow
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=20, cumulative=True)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
