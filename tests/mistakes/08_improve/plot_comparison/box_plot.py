"""A box plot, which shows medians and quartiles.

loses: 2
told: as a box plot does
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.boxplot([row["scores"] for row in rows], tick_labels=names)
    axes.set_ylabel("accuracy")
