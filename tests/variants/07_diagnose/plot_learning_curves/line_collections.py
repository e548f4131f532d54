"""One LineCollection for each kind of curve, with its words in the legend."""

from matplotlib.collections import LineCollection


def plot_learning_curves(histories):
    _, axes = plt.subplots(1, 2, figsize=(9, 3.5))
    for ax, name in zip(axes, ["loss", "accuracy"], strict=True):
        for key, words, colour in ((name, "training", "C0"), ("val_" + name, "held out", "C1")):
            segments = [np.column_stack([1 + np.arange(len(h[key])), h[key]]) for h in histories]
            ax.add_collection(LineCollection(segments, colors=colour, label=words))
        ax.autoscale()
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
