"""Means and spreads in percent.

loses: 2
told: drawn in percent
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [100 * row["mean"] for row in rows]
    stds = [100 * row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
