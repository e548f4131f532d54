"""The counts as a line through the middle of each bin."""


def plot_histograms(images, normalized):
    _, axes = plt.subplots(ncols=2)
    for ax, values, top, name in zip(axes, (images, normalized), (255, 1), ("raw", "scaled")):
        counts, edges = np.histogram(values, bins=64, range=(0, top))
        ax.plot((edges[1:] + edges[:-1]) / 2, counts)
        ax.set(title=name, xlabel="value", ylabel="pixels", yscale="log")
