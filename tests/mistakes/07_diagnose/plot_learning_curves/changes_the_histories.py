"""Starts each curve at 0, in the caller's lists.

loses: 1
told: The histories were changed
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(1, 2)
    for history in histories:
        for ax, name in zip(axes, ("loss", "accuracy")):
            ax.plot(history[name], "C0-", label="train")
            ax.plot(history["val_" + name], "C1--", label="validation")
            ax.set(title=name, xlabel="epoch")
        history["seen"] = True
    axes[0].legend()
