"""Four axes, one kind of curve on each, and a legend for the folds."""


def plot_learning_curves(histories):
    titles = {
        "loss": "Loss, training",
        "val_loss": "Loss, validation",
        "accuracy": "Accuracy, training",
        "val_accuracy": "Accuracy, validation",
    }
    figure, axes = plt.subplots(2, 2, sharex=True)
    for ax, (key, title) in zip(axes.flat, titles.items()):
        for number, history in enumerate(histories, 1):
            ax.plot(np.arange(len(history[key])) + 1, history[key], label=f"fold {number}")
        ax.set_title(title)
    axes[0, 0].legend()
    figure.supxlabel("epochs")
    return figure
