"""A hundred images in place of all, to save time.

loses: 1
told: count the pixels of 100 images
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values[:100].ravel(), bins=20, log=True)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
