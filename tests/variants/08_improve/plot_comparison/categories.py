"""A beginner: one errorbar with the names themselves on the horizontal axis."""


def plot_comparison(rows):
    names = []
    means = []
    stds = []
    for row in rows:
        names.append(row["name"])
        means.append(row["mean"])
        stds.append(row["std"])
    plt.figure()
    plt.errorbar(names, means, yerr=stds, fmt="o", capsize=5)
    plt.ylabel("accuracy")
    plt.title("Comparison")
    plt.grid(True)
