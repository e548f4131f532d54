"""`ravel` gives a view, so sorting it sorts the caller's images.

loses: 1
told: changed the array that it draws
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        values = values.ravel()
        values.sort()
        ax.hist(values, bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
