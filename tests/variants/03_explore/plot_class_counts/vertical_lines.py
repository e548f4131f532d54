"""vlines with a point on top."""


def plot_class_counts(counts):
    plt.vlines(range(10), 0, counts)
    plt.plot(range(10), counts, "o")
    plt.ylim(bottom=0)
    plt.xticks(range(10), "zero one two three four five six seven eight nine".split())
    plt.xlabel("digit")
    plt.ylabel("number of images")
