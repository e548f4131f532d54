"""Bars and digits, and no word.

loses: 1
told: The horizontal axis has no label
"""


def plot_class_counts(counts):
    plt.bar(range(10), counts)
    plt.xticks(range(10))
