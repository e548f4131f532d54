"""The same images on both axes.

loses: 2
told: Both histograms show the raw pixels
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("before", "after")):
        ax.hist(images.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels", yscale="log")
