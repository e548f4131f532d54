"""`subplots` gives no array of rows for a single fold.

loses: 1
told: With one fold,
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(2, len(histories))
    for column, history in enumerate(histories):
        for row, name in enumerate(("loss", "accuracy")):
            ax = axes[row, column]
            epochs = range(1, len(history[name]) + 1)
            ax.plot(epochs, history[name], label="training")
            ax.plot(epochs, history["val_" + name], label="held out")
            ax.set(title=f"fold {column + 1}", xlabel="epoch", ylabel=name)
            ax.legend()
