"""Two histograms with one title.

loses: 1
told: Both histograms are called
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values in zip(axes, (images, normalized)):
        ax.hist(values.ravel(), bins=20)
        ax.set(title="Histogram", xlabel="pixel value", ylabel="pixels")
