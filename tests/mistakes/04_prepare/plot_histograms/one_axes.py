"""Both histograms on one set of axes.

loses: 3
told: Only one set of axes
"""


def plot_histograms(images, normalized):
    plt.hist(images.ravel(), bins=20, label="before")
    plt.hist(normalized.ravel(), bins=20, label="after")
    plt.xlabel("pixel value")
    plt.ylabel("number of pixels")
    plt.title("Before and after")
    plt.legend()
