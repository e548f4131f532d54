"""Draws the notebook's own images, whatever it is given.

loses: 2
told: does not show the pixels that were passed
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (x_train[:50], x_train[:50] / 255), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
