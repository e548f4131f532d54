"""Counted by NumPy and drawn as bars; densities; one above the other; the figure is returned."""


def plot_histograms(images, normalized):
    figure, axes = plt.subplots(2, 1)
    for ax, values, name in zip(axes, (images, normalized), ("raw", "scaled")):
        heights, edges = np.histogram(values, bins=32, density=True)
        ax.bar(edges[:-1], heights, width=np.diff(edges), align="edge")
        ax.set(title=name, xlabel=f"{name} pixel value", ylabel="density")
    return figure
