"""Only the means.

loses: 1
told: drawn without their spread
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    _, axes = plt.subplots()
    axes.plot(names, means, "o")
    axes.set_ylabel("accuracy")
