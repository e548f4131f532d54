"""Background removed, so that the rest can be seen.

loses: 2
told: leaves the zeros out
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values[values > 0], bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
