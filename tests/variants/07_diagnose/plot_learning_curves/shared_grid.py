"""A grid of two rows with shared axes: labels on the outer axes and one legend in the first only."""


def plot_learning_curves(histories):
    fig, axes = plt.subplots(
        2,
        len(histories),
        sharex="col",
        sharey="row",
        squeeze=False,
        figsize=(3 * len(histories), 5),
    )
    for column, history in zip(axes.T, histories, strict=True):
        epochs = np.arange(1, len(history["loss"]) + 1)
        for ax, name in zip(column, ("loss", "accuracy"), strict=True):
            ax.plot(epochs, history[name], label="training")
            ax.plot(epochs, history["val_" + name], label="held out")
        column[-1].set_xlabel("epoch")
    axes[0, 0].set_ylabel("loss")
    axes[1, 0].set_ylabel("accuracy")
    axes[0, 0].legend()
    for k, ax in enumerate(axes[0], 1):
        ax.set_title(f"fold {k}")
    fig.tight_layout()
    return fig
