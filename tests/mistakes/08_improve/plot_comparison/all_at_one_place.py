"""All means stand at one place.

loses: 2
told: on top of each other
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.errorbar([0] * len(rows), means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
