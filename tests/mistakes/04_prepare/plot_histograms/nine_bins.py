"""Ten edges, which are nine bins.

loses: 1
told: how many bins lie between ten edges
"""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(1, 2)
    for ax, values, top, name in zip(axes, (images, normalized), (255, 1), ("before", "after")):
        ax.hist(values.ravel(), bins=np.linspace(0, top, 10), log=True)
        ax.set(title=name, xlabel="pixel value", ylabel="pixels")
