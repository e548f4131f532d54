"""The best fold instead of the mean.

loses: 2
told: One lucky fold
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [max(row["scores"]) for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
