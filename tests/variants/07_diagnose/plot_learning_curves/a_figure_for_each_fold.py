"""A figure for each fold, drawn by pandas."""

import pandas as pd


def plot_learning_curves(histories):
    for number, history in enumerate(histories):
        figure, axes = plt.subplots(2, 1, sharex=True)
        table = pd.DataFrame(history)
        table[["loss", "val_loss"]].plot(ax=axes[0])
        table[["accuracy", "val_accuracy"]].plot(ax=axes[1])
        axes[1].set_xlabel("epoch")
        figure.suptitle(f"fold {number}")
