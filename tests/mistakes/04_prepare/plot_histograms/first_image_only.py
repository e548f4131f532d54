"""One image in place of all.

loses: 2
told: shows the pixels of the first image alone
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values[0].ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
