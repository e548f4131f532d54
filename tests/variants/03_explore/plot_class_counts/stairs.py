"""Filled stairs, named in their middles."""


def plot_class_counts(counts):
    plt.stairs(counts, fill=True)
    plt.xticks(np.arange(10) + 0.5, range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
