"""Images handed to `hist` as they are.

loses: 3
told: images of three dimensions
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    axes[0].hist(images)
    axes[1].hist(normalized)
