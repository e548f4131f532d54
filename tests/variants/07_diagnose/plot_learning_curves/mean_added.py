"""Faint folds and a bold mean, no pyplot, words beside the lines."""

from matplotlib.figure import Figure


def plot_learning_curves(histories):
    figure = Figure()
    axes = figure.subplots(2, 1)
    for ax, name in zip(axes, ("loss", "accuracy")):
        for key, color, word in ((name, "C0", "fitted"), ("val_" + name, "C1", "unseen")):
            for history in histories:
                ax.plot(range(1, len(history[key]) + 1), history[key], color=color, alpha=0.4)
            shortest = min(len(history[key]) for history in histories)
            mean = np.mean([history[key][:shortest] for history in histories], axis=0)
            ax.plot(range(1, shortest + 1), mean, color=color, linewidth=3)
            ax.annotate(word, (shortest, mean[-1]), color=color)
        ax.set_ylabel(name)
    axes[1].set_xlabel("epoch")
    return figure
