"""The legend lists its words in another order than that in which the lines were drawn.

loses: 1
told: stands beside a line of the training images
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(2, len(histories), squeeze=False)
    for i, h in enumerate(histories):
        for row, name in enumerate(["loss", "accuracy"]):
            ax = axes[row, i]
            x = range(1, len(h[name]) + 1)
            ax.plot(x, h["val_" + name])
            ax.plot(x, h[name])
            ax.legend(["training", "validation"])
            ax.set(title=f"{name}, fold {i + 1}", xlabel="epoch")
