"""Drawn below the loop.

loses: 2
told: Only the last fold is drawn
"""


def plot_learning_curves(histories):
    for history in histories:
        epochs = range(1, len(history["loss"]) + 1)
    for name in ("loss", "accuracy"):
        plt.figure()
        plt.plot(epochs, history[name], label="train")
        plt.plot(epochs, history["val_" + name], label="validation")
        plt.xlabel("epoch")
        plt.ylabel(name)
        plt.legend()
