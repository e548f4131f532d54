"""The names are sorted, the values are not.

loses: 1
told: at the wrong places
"""


def plot_comparison(rows):
    names = sorted(row["name"] for row in rows)
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
