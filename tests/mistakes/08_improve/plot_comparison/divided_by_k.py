"""The spread was computed anew, and divides by k.

loses: 1
told: which divides by k
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [np.std(row["scores"]) for row in rows]
    _, axes = plt.subplots()
    axes.errorbar(names, means, yerr=stds, fmt="o", capsize=4)
    axes.set_ylabel("accuracy")
