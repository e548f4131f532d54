"""The vertical axes have no label.

loses: 1
told: No vertical axis has a label
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, normalized), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value")
