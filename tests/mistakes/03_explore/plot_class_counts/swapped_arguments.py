"""Counts as positions, digits as heights.

loses: 3
told: have changed places
"""


def plot_class_counts(counts):
    plt.bar(counts, range(10))
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
