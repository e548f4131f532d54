"""Nothing says which is which.

loses: 1
told: has no title
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values in zip(axes, (images, normalized)):
        ax.hist(values.ravel(), bins=20)
        ax.set(xlabel="pixel value", ylabel="pixels")
