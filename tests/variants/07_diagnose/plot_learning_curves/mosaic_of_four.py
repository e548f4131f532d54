"""Four axes by name, one for each key, all folds in each; the titles say which images are meant."""


def plot_learning_curves(histories):
    fig, axes = plt.subplot_mosaic(
        [["loss", "val_loss"], ["accuracy", "val_accuracy"]], sharex=True
    )
    for key, ax in axes.items():
        images = "held-out images" if key.startswith("val_") else "training images"
        ax.set_title(f"{key.removeprefix('val_')}, {images}")
        ax.set_xlabel("epoch")
        for fold, history in enumerate(histories):
            ax.step(
                np.arange(len(history[key])) + 1,
                history[key],
                where="mid",
                label=f"fold {fold + 1}",
            )
    axes["loss"].legend()
    plt.tight_layout()
