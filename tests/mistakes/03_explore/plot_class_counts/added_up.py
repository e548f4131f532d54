"""Each bar contains those before it.

loses: 2
told: adds its count
"""


def plot_class_counts(counts):
    plt.bar(range(10), np.cumsum(counts))
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
