"""Draws every bar as a rectangle of its own and sets the limits by hand."""

from matplotlib.patches import Rectangle


def plot_class_counts(counts):
    _, axes = plt.subplots()
    for digit, count in enumerate(counts):
        axes.add_patch(Rectangle((digit - 0.35, 0), 0.7, count, facecolor="tab:green"))
    axes.set(xlim=(-0.6, 9.6), ylim=(0, 1.05 * max(1, np.max(counts))))
    axes.set(xticks=range(10), xlabel="class", ylabel="examples", title="Examples of each class")
