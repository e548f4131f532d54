"""A name used twice: both axes show the scaled pixels.

loses: 2
told: Both histograms show the normalized pixels
"""


def plot_histograms(images, normalized):
    images = normalized
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels", yscale="log")
