"""It sorts the array that it is given, names and all.

loses: 1
told: changed the counts
"""


def plot_class_counts(counts):
    digits = np.argsort(counts)
    counts.sort()
    plt.bar(range(10), counts)
    plt.xticks(range(10), digits)
    plt.xlabel("digit")
    plt.ylabel("number of images")
