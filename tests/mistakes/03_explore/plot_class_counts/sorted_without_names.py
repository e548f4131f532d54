"""Sorted bars above unsorted digits.

loses: 2
told: sorted by length
"""


def plot_class_counts(counts):
    plt.bar(range(10), sorted(counts, reverse=True))
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
