"""Numbers instead of names.

loses: 1
told: Without them nobody knows
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(range(len(rows)), means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
