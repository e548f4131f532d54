"""Folds are cut to the length of the shortest.

loses: 1
told: A curve ends early
"""


def plot_learning_curves(histories):
    shortest = min(len(history["loss"]) for history in histories)
    _, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("loss", "accuracy")):
        for history in histories:
            ax.plot(history[name][:shortest], color="C0", label="train")
            ax.plot(history["val_" + name][:shortest], color="C1", label="validation")
        ax.set(title=name, xlabel="epoch")
        ax.legend()
