"""Both axes end at 1, and a loss that rises above it is cut off.

loses: 2
told: The end of a curve cannot be seen
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(2, len(histories), squeeze=False)
    for i, h in enumerate(histories):
        for row, name in enumerate(["loss", "accuracy"]):
            ax = axes[row, i]
            x = range(1, len(h[name]) + 1)
            ax.plot(x, h[name], label="training")
            ax.plot(x, h["val_" + name], label="held-out")
            ax.set(title=f"{name}, fold {i + 1}", xlabel="epoch", ylim=(0, 1))
            ax.legend()
