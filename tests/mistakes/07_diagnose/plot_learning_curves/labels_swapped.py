"""The legend has it the wrong way round.

loses: 1
told: the wrong way round
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(2, len(histories), squeeze=False)
    for column, history in enumerate(histories):
        for row, name in enumerate(("loss", "accuracy")):
            ax = axes[row, column]
            epochs = range(1, len(history[name]) + 1)
            ax.plot(epochs, history[name], label="validation")
            ax.plot(epochs, history["val_" + name], label="train")
            ax.set(title=f"fold {column + 1}", xlabel="epoch", ylabel=name)
            ax.legend()
