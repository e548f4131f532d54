"""One row of epochs for all folds.

loses: 1
told: x and y must have same first dimension
"""


def plot_learning_curves(histories):
    epochs = np.arange(1, len(histories[0]["loss"]) + 1)
    _, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("loss", "accuracy")):
        for history in histories:
            ax.plot(epochs, history[name], color="C0", label="train")
            ax.plot(epochs, history["val_" + name], color="C1", label="validation")
        ax.set(title=name, xlabel="epoch")
        ax.legend()
