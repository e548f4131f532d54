"""`arange` leaves its end out, and with it the brightest pixels.

loses: 2
told: the brightest are not counted
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    axes[0].hist(images.ravel(), bins=np.arange(0, 255, 5), log=True)
    axes[1].hist(normalized.ravel(), bins=np.arange(0, 1, 0.05), log=True)
    for ax, name in zip(axes, ("before", "after")):
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
