"""The spread of the first row for all.

loses: 1
told: The error bar of 'faster' reaches 0.0102
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds[0], fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
