"""Loss and accuracy share an axis.

loses: 2
told: Loss and accuracy stand on the same axes
"""


def plot_learning_curves(histories):
    _, axes = plt.subplots(1, len(histories), squeeze=False)
    for ax, history in zip(axes.flat, histories):
        for name, values in history.items():
            ax.plot(range(1, len(values) + 1), values, label=name)
        ax.set(xlabel="epoch", ylabel="loss and accuracy")
        ax.legend()
