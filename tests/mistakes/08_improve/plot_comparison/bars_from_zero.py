"""Bars that begin at 0, on an axis that does, too.

loses: 1
told: Narrow the limits down
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.bar(names, means, yerr=stds, capsize=4)
    axes.set_ylabel("accuracy")
