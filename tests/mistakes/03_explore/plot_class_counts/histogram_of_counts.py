"""The ten counts are counted.

loses: 3
told: counts how often a number occurs
"""


def plot_class_counts(counts):
    plt.hist(counts)
    plt.xlabel("digit")
    plt.ylabel("number of images")
    plt.xticks(range(10))
