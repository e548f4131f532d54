"""Error bars of two standard deviations.

loses: 1
told: two standard deviations
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [2 * row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
