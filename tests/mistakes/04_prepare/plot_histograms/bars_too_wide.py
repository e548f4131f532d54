"""A bar for each distinct value with the default width of 0.8.

loses: 2
told: cover each other
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.bar(*np.unique(values.round(2), return_counts=True))
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
