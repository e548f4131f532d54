"""The mean over the folds.

loses: 3
told: The lines are means over the folds
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("loss", "accuracy")):
        for key, label in ((name, "train"), ("val_" + name, "validation")):
            ax.plot(np.mean([history[key] for history in histories], axis=0), label=label)
        ax.set(xlabel="epoch", ylabel=name)
        ax.legend()
