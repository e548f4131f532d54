"""`sharex` presses the second histogram into one corner.

loses: 2
told: a sliver at one end
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2, sharex=True)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
