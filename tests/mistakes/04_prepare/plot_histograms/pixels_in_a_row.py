"""A line through all pixels, as they come.

loses: 2
told: one after the other
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.plot(values.ravel())
        ax.set(title=name, xlabel="pixel", ylabel="value")
