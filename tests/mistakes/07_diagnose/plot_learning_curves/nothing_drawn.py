"""Axes without lines.

loses: 3
told: not a line on any axes
"""


def plot_learning_curves(histories):
    plt.subplots(2, len(histories))
    plt.xlabel("epoch")
