"""The second argument is not looked at.

loses: 2
told: scaled anew within the plot
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, name in zip(axes, (images, images / 255), ("before", "after")):
        ax.hist(values.ravel(), bins=20)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
