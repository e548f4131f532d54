"""The bars start at the smallest count.

loses: 2
told: instead of 0
"""


def plot_class_counts(counts):
    low = counts.min()
    plt.bar(range(10), counts - low, bottom=low)
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
