"""Three bins show a range and no distribution.

loses: 2
told: ten or more are asked for
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=3)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
